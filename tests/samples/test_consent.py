"""Four questions about each photo; what was not asked about is seen by nobody else."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from network.employers.viewer import STRANGER as NOBODY
from network.profiles.sight import Sight
from network.samples import photo_actions, presenters, shots
from network.samples.models import Photo
from network.samples.words import NO_PEOPLE, READABLE
from tests import factories
from tests.samples.conftest import AGREED, make_photo, make_sample


@pytest.fixture
def client(client, anna):
    client.force_login(anna)
    return client


@pytest.fixture
def hidden(sample) -> Photo:
    return make_photo(sample, agreed=False)


def at(name: str, photo: Photo) -> str:
    return reverse(f"samples:{name}", args=[photo.sample_id, photo.pk])


def file_of(photo: Photo) -> str:
    return reverse("samples:file", args=[photo.pk, photo.widths[0]])


def test_photo_without_answers_is_seen_by_nobody_else(client, anna, sample, hidden) -> None:
    assert presenters.section(anna.profile, Sight(NOBODY))["samples"][0].gallery == shots.Gallery()
    assert client.get(file_of(hidden)).status_code == 200
    client.logout()
    assert client.get(file_of(hidden)).status_code == 404


def test_page_of_the_sample_says_what_is_missing(client, sample, hidden) -> None:
    page = client.get(reverse("samples:one", args=[sample.pk]))
    assert page.context["hidden"] == shots.Hidden(1, at("agree", hidden))
    assert at("agree", hidden) in page.content.decode()


def test_four_answers_show_it(client, anna, sample, hidden) -> None:
    assert client.post(at("agree", hidden), AGREED).url == reverse("samples:one", args=[sample.pk])
    hidden.refresh_from_db()
    assert hidden.agreed_at
    assert {name: getattr(hidden, name) for name in AGREED} == AGREED
    assert len(presenters.section(anna.profile, Sight(NOBODY))["samples"][0].gallery.shots) == 1
    client.logout()
    assert client.get(file_of(hidden)).status_code == 200


@pytest.mark.parametrize("missing", AGREED)
def test_missing_answer_is_named(client, hidden, missing: str) -> None:
    said = {name: value for name, value in AGREED.items() if name != missing}
    assert set(client.post(at("agree", hidden), said).context["form"].errors) == {missing}
    hidden.refresh_from_db()
    assert hidden.agreed_at is None


def test_photo_on_which_something_can_be_read_is_refused_with_a_way_out(client, hidden) -> None:
    answer = client.post(at("agree", hidden), {**AGREED, "readable": "something"})
    assert answer.context["form"].errors == {"readable": [READABLE]}
    hidden.refresh_from_db()
    assert (hidden.agreed_at, hidden.readable) == (None, "")


def test_people_who_agree_may_be_seen_on_a_building_site(client, hidden) -> None:
    client.post(at("agree", hidden), {**AGREED, "people": "agreed"})
    hidden.refresh_from_db()
    assert hidden.people == "agreed"


def lab(anna) -> None:
    """Anna makes crowns: a craft inside the field of health."""
    field = factories.make_field("gesundheit", care=True)
    anna.profile.occupation = factories.make_occupation("zahntechniker", "Zahntechniker/in", field, "82542")
    anna.profile.occupation.pieces = True
    anna.profile.occupation.save()
    anna.profile.save()


def test_people_are_refused_in_care_and_health(client, anna, sample, hidden) -> None:
    lab(anna)
    answer = client.post(at("agree", hidden), {**AGREED, "people": "agreed"})
    assert answer.context["form"].errors == {"people": [NO_PEOPLE]}
    sample.refresh_from_db()
    sample.profile.refresh_from_db()
    with pytest.raises(PermissionDenied):
        photo_actions.agree(by=anna, photo=Photo.objects.get(), answers={**AGREED, "people": "agreed"})
    client.post(at("agree", hidden), AGREED)
    hidden.refresh_from_db()
    assert hidden.agreed_at


def test_people_are_refused_at_a_station_in_health(client, anna, sample, hidden) -> None:
    occupation = anna.profile.occupation
    lab(anna)
    sample.station = factories.make_station(anna.profile, occupation=anna.profile.occupation)
    sample.save()
    anna.profile.occupation = occupation
    anna.profile.save()
    answer = client.post(at("agree", hidden), {**AGREED, "people": "agreed"})
    assert "people" in answer.context["form"].errors


def test_people_are_asked_about_again_when_the_sample_moves_to_health(client, anna, sample) -> None:
    alone = make_photo(sample)
    photo = make_photo(sample, agreed=False)
    client.post(at("agree", photo), {**AGREED, "people": "agreed"})
    occupation = anna.profile.occupation
    lab(anna)
    station = factories.make_station(anna.profile, occupation=anna.profile.occupation)
    anna.profile.occupation = occupation
    anna.profile.save()
    client.post(reverse("samples:when", args=[sample.pk]), {"station": station.pk})
    photo.refresh_from_db()
    alone.refresh_from_db()
    assert (photo.agreed_at, photo.people) == (None, "")
    assert alone.agreed_at


def test_who_goes_into_health_takes_no_people_along(client, anna, sample, hidden) -> None:
    client.post(at("agree", hidden), {**AGREED, "people": "agreed"})
    lab(anna)
    shown = presenters.section(anna.profile, Sight(NOBODY))["samples"][0]
    assert shown.gallery == shots.Gallery()
    assert client.get(reverse("samples:one", args=[sample.pk])).context["hidden"].count == 1
    client.logout()
    assert client.get(file_of(hidden)).status_code == 404


def test_crafts_in_health_show_pieces_and_nurses_do_not(client, anna, pflege) -> None:
    lab(anna)
    assert client.post(reverse("samples:new"), {"kind": "piece"}).status_code == 302
    anna.profile.occupation = pflege
    anna.profile.save()
    assert client.post(reverse("samples:new"), {"kind": "piece"}).status_code == 200


def test_answers_for_other_photos_need_a_tick_each(client, sample) -> None:
    first, second, third = (make_photo(sample, agreed=False, alt=f"Foto {number}") for number in range(3))
    assert client.post(at("agree", first), {**AGREED, "same": "1"}).url == at("same", first)
    page = client.get(at("same", first))
    assert [shot.pk for shot, _box in page.context["boxes"]] == [second.pk, third.pk]
    assert "photos" in client.post(at("same", first), {}).context["form"].errors
    assert client.post(at("same", first), {"photos": [str(second.pk)]}).url == at("agree", third)
    assert list(Photo.objects.order_by("alt").values_list("firm", flat=True)) == ["agreed", "agreed", ""]
    assert client.post(at("same", first), {"photos": [str(second.pk)]}).context["form"].errors  # no longer asked about


def test_answers_are_not_copied_to_photos_of_others(client, anna, sample, fremder, elektro) -> None:
    factories.make_profile(fremder, elektro)
    foreign = make_photo(make_sample(fremder), agreed=False)
    first = make_photo(sample)
    make_photo(sample, agreed=False)
    client.post(at("same", first), {"photos": [str(foreign.pk)]})
    foreign.refresh_from_db()
    assert foreign.agreed_at is None


def test_nothing_is_copied_from_a_photo_without_answers(client, sample, hidden) -> None:
    assert client.get(at("same", hidden)).url == at("agree", hidden)


def test_going_on_leads_through_all_photos_to_the_words(client, anna) -> None:
    sample = make_sample(anna, shown=False)
    first, second = (make_photo(sample, agreed=False) for _ in range(2))
    assert client.get(reverse("samples:photos", args=[sample.pk])).context["further"] == at("agree", first)
    assert client.get(at("agree", first)).context["later"] == at("agree", second)
    assert client.post(at("agree", first), AGREED).url == at("agree", second)
    assert client.post(at("agree", second), AGREED).url == reverse("samples:consent", args=[sample.pk])


def test_waiting_photo_is_asked_about_when_it_can_be_seen(client, sample) -> None:
    waiting = make_photo(sample, state="waiting")
    assert "fieldset" not in client.get(at("agree", waiting)).content.decode()
    client.post(at("agree", waiting), AGREED)
    waiting.refresh_from_db()
    assert waiting.agreed_at is None


def test_consent_can_be_taken_back(client, sample, photo) -> None:
    for _ in range(2):
        client.post(at("agree", photo), {**AGREED, "hide": "1"})
    photo.refresh_from_db()
    assert (photo.agreed_at, photo.people) == (None, "")
    client.logout()
    assert client.get(file_of(photo)).status_code == 404


def test_turned_and_moved_photo_keeps_its_consent(client, sample, photo, committed) -> None:
    agreed_at = photo.agreed_at
    with committed():
        client.post(at("photo", photo), {"stage": "before", "alt": "Gedreht", "turn": "left-0"})
    photo.refresh_from_db()
    assert (photo.turned, photo.stage, photo.agreed_at) == (1, "before", agreed_at)


@pytest.mark.parametrize(("name", "wrong"), [*((name, "") for name in AGREED), ("readable", "something")])
def test_database_refuses_to_agree_without_every_answer(hidden, name: str, wrong: str) -> None:
    said = {**AGREED, name: wrong, "agreed_at": timezone.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Photo.objects.filter(pk=hidden.pk).update(**said)


def test_pair_is_the_first_before_and_the_first_after(sample) -> None:
    during = make_photo(sample, stage="during")
    after, later = (make_photo(sample, stage="after") for _ in range(2))
    make_photo(sample, stage="before", agreed=False)
    assert shots.gallery(sample).pair == ()
    before = make_photo(sample, stage="before")
    made = shots.gallery(type(sample).objects.get(pk=sample.pk))
    assert [shot.pk for shot in made.pair] == [before.pk, after.pk]
    assert [shot.pk for shot in made.shots] == [during.pk, later.pk]


def test_audience_of_the_sample_holds_for_its_photos(client, sample, photo) -> None:
    sample.audience = "employers"
    sample.save()
    assert client.get(file_of(photo)).status_code == 200
    client.logout()
    assert client.get(file_of(photo)).status_code == 404


@pytest.mark.parametrize("count", [1, 11])
def test_pages_about_photos_ask_at_most_8_times(client, sample, hidden, count, django_assert_max_num_queries) -> None:
    first = make_photo(sample)
    for _ in range(count - 1):
        make_photo(sample, agreed=False)
    own = [reverse(f"samples:{name}", args=[sample.pk]) for name in ("one", "photos", "consent")]
    for page in [*own, at("agree", hidden), at("same", first)]:
        client.get(page)
        with django_assert_max_num_queries(8):
            assert client.get(page).status_code == 200, page


def test_ticks_of_before_become_answers(anna, sample) -> None:
    """What the migration does to samples that were shown before photos had answers of their own."""
    shown = make_photo(sample, agreed=False)
    draft = make_photo(make_sample(anna, shown=False), agreed=False)
    import_module("network.samples.migrations.0004_consent_per_photo").carry_over(apps, None)
    shown.refresh_from_db()
    draft.refresh_from_db()
    assert {name: getattr(shown, name) for name in AGREED} == AGREED
    assert (shown.agreed_at, draft.agreed_at) == (sample.consent_at, None)
