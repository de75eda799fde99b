"""The pages of one's own samples, from the first question to the last."""

import uuid
from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image

from network.samples import files, words
from network.samples.models import WorkSample
from tests import factories
from tests.samples import make_images as make
from tests.samples.conftest import TEXTS, make_photo, make_sample


@pytest.fixture
def client(client, anna):
    client.force_login(anna)
    return client


def at(name: str, *args: object) -> str:
    return reverse(f"samples:{name}", args=args)


def test_a_piece_from_the_first_question_to_the_page(client, anna) -> None:
    assert client.post(at("new"), {"kind": "piece"}).url == at("write", "piece")
    page = client.get(at("write", "piece"))
    once = page.context["form"]["once"].value()
    answer = client.post(at("write", "piece"), {**TEXTS, "once": str(once)})
    sample = WorkSample.objects.get()
    assert answer.url == at("when", sample.pk)
    station = factories.make_station(anna.profile, start=date(2020, 1, 1))
    said = {"month_month": "5", "month_year": "2025", "station": station.pk}
    assert client.post(at("when", sample.pk), said).url == at("photos", sample.pk)
    sample.refresh_from_db()
    assert (sample.month, sample.station, sample.shown) == (date(2025, 5, 1), station, False)
    ticks = {"nobody": "on", "agreed": "on"}
    assert client.post(at("consent", sample.pk), ticks).url == at("one", sample.pk)
    sample.refresh_from_db()
    assert sample.shown
    assert sample.consent_at


def test_same_page_sent_twice_stores_one_sample(client) -> None:
    once = str(uuid.uuid4())
    urls = {client.post(at("write", "piece"), {**TEXTS, "once": once}).url for _ in range(2)}
    assert len(urls) == 1
    assert WorkSample.objects.count() == 1


def test_missing_answers_are_named_and_nothing_is_lost(client) -> None:
    answer = client.post(at("write", "piece"), {**TEXTS, "asked": " ", "share": ""})
    assert set(answer.context["form"].errors) == {"asked", "share"}
    assert TEXTS["title"] in answer.content.decode()
    assert not WorkSample.objects.exists()


def test_care_may_only_write_cases_and_is_told_why(client, anna, pflege) -> None:
    anna.profile.occupation = pflege
    anna.profile.save()
    asked = client.get(at("new")).content.decode()
    assert str(words.CARE) in asked
    assert f'href="{at("write", "case")}"' in asked
    assert 'name="kind"' not in asked, "what would be refused is not offered"
    assert client.post(at("new"), {"kind": "piece"}).context["form"].errors["kind"]
    assert client.post(at("write", "piece"), TEXTS).url == at("new")
    assert client.post(at("new"), {"kind": "case"}).url == at("write", "case")
    client.post(at("write", "case"), TEXTS)
    sample = WorkSample.objects.get()
    assert client.post(at("when", sample.pk), {"month_month": "", "month_year": ""}).url == at("consent", sample.pk)


def test_unknown_occupation_shows_no_photos_yet(client, anna) -> None:
    anna.profile.occupation = None
    anna.profile.save()
    assert client.post(at("new"), {"kind": "piece"}).status_code == 200
    assert not WorkSample.objects.exists()


def test_piece_cannot_come_from_a_care_station(client, anna, pflege) -> None:
    sample = make_sample(anna, shown=False)
    station = factories.make_station(anna.profile, name="Haus am Park", occupation=pflege)
    assert client.post(at("when", sample.pk), {"station": station.pk}).context["form"].errors["station"]


@pytest.mark.parametrize(("month", "year"), [("1", "2099"), ("1", "2010"), ("13", "2020"), ("", "2020")])
def test_month_that_cannot_be_true_is_refused(client, anna, month, year) -> None:
    sample = make_sample(anna, shown=False)
    station = factories.make_station(anna.profile, start=date(2015, 9, 1), end=date(2021, 3, 1))
    data = {"month_month": month, "month_year": year, "station": station.pk}
    assert "month" in client.post(at("when", sample.pk), data).context["form"].errors
    sample.refresh_from_db()
    assert sample.month is None


def test_station_of_somebody_else_is_refused(client, anna, fremder, elektro) -> None:
    sample = make_sample(anna, shown=False)
    factories.make_station(anna.profile)
    foreign = factories.make_station(factories.make_profile(fremder, elektro))
    assert "station" in client.post(at("when", sample.pk), {"station": foreign.pk}).context["form"].errors


def test_nothing_is_shown_without_every_tick(client, anna) -> None:
    sample = make_sample(anna, shown=False)
    assert set(client.post(at("consent", sample.pk), {"nobody": "on"}).context["form"].errors) == {"agreed"}
    client.post(at("one", sample.pk), {"shown": "1"})
    sample.refresh_from_db()
    assert not sample.shown


def test_show_and_hide(client, sample) -> None:
    for shown in ("0", "1", "1"):
        client.post(at("one", sample.pk), {"shown": shown})
        sample.refresh_from_db()
        assert sample.shown == (shown == "1")


def test_case_points_at_telling_words_and_leaves_the_decision(client, anna) -> None:
    case = make_sample(anna, kind="case", shown=False, asked="Frau Berg in Zimmer 12 rief nachts oft.")
    for name in ("one", "consent"):
        assert [hint.found for hint in client.get(at(name, case.pk)).context["hints"]] == ["Frau Berg", "Zimmer 12"]
    client.post(at("consent", case.pk), {"nobody": "on", "agreed": "on"})
    case.refresh_from_db()
    assert case.shown


def test_words_with_one_reason_are_named_together(client, anna) -> None:
    case = make_sample(anna, kind="case", shown=False, asked="Demenz (F00.1), nachts unruhig.")
    page = client.get(at("one", case.pk)).content.decode()
    assert "<bdi>Demenz</bdi>, <bdi>F00.1</bdi></b>" in page


def test_new_words_in_a_case_need_new_consent(client, anna) -> None:
    case, piece = make_sample(anna, kind="case"), make_sample(anna)
    for each in (case, piece):
        client.post(at("text", each.pk), TEXTS)
        each.refresh_from_db()
        assert each.shown
        client.post(at("text", each.pk), {**TEXTS, "did": "Neu."})
        each.refresh_from_db()
        assert each.did == "Neu."
    assert (case.shown, piece.shown) == (False, True)


def test_deleting_asks_first_and_survives_a_second_click(client, sample) -> None:
    assert client.get(at("delete", sample.pk)).status_code == 200
    assert WorkSample.objects.exists()
    for _ in range(2):
        assert client.post(at("delete", sample.pk)).url == at("list")
    assert not WorkSample.objects.exists()
    assert client.get(at("delete", sample.pk)).status_code == 404


def test_removing_a_photo_survives_a_second_click(client, sample, photo) -> None:
    for _ in range(2):
        assert client.post(at("remove-photo", sample.pk, photo.pk)).url == at("photos", sample.pk)


def test_photo_page_saves_words_with_every_button(client, sample, photo, committed) -> None:
    page = at("photo", sample.pk, photo.pk)
    for number, turn in enumerate(["0", "left-1"], 1):
        with committed():
            client.post(page, {"stage": "after", "alt": f"Neue Worte {number}", "turn": turn})
        photo.refresh_from_db()
        assert (photo.alt, photo.turned) == (f"Neue Worte {number}", number)
    with default_storage.open(files.variant(photo.pk, photo.width, 2)) as file:
        assert make.corners(Image.open(file)) == make.UPRIGHT  # right, then left: as it was


def test_photo_is_moved_among_those_of_its_stage(client, sample, photo) -> None:
    other = make_photo(sample)
    for to in ("0", "0", "x", "", "-1", "9" * 400):
        answer = client.post(at("move", sample.pk, other.pk), {"to": to})
        assert answer.url == f"{at('photos', sample.pk)}#photo-{other.pk}"
        other.refresh_from_db()
        assert other.position == (1 if len(to) > 9 else 0)
    assert client.get(at("move", sample.pk, other.pk), {"to": "0"}).status_code == 302
    other.refresh_from_db()
    assert other.position == 1


def test_photos_page_offers_no_move_that_leads_nowhere(client, sample, photo) -> None:
    make_photo(sample)
    [group] = client.get(at("photos", sample.pk)).context["groups"]
    assert [(placed.earlier, placed.later) for placed in group.shots] == [(None, 1), (0, None)]


def test_forty_samples_are_enough(client, anna) -> None:
    for _ in range(40):
        make_sample(anna)
    assert "form" not in client.get(at("new")).context
    client.post(at("write", "piece"), TEXTS)
    assert WorkSample.objects.count() == 40


def test_empty_list_says_what_it_is_for(client) -> None:
    page = client.get(at("list"))
    assert page.status_code == 200
    assert at("new") in page.content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_list_costs_the_same(client, anna, count, django_assert_max_num_queries) -> None:
    for _ in range(count):
        make_photo(make_sample(anna), state="waiting")
    client.get(at("list"))
    with django_assert_max_num_queries(9) as seen:  # 7 of them are the session's
        assert client.get(at("list")).status_code == 200
    assert len([each for each in seen.captured_queries if "profiles_" in each["sql"] or "samples_" in each["sql"]]) == 2
