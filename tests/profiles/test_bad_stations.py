"""What hostile and unlucky input does to stations: a plain message or a correct result, nothing half."""

from datetime import date

import pytest

from network.profiles import rules
from network.profiles.counting import employer_key
from network.profiles.models import Profile, Station
from tests import factories
from tests.profiles.test_stations import LIST, NEW, answers

ARABIC = "مخبز النور"
ZALGO = "E" + "\u0335\u0321\u0322" * 30
KINDS = ["", "training/", "retraining/", "self/"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name",
    ["x" * 5000, "ä" * 5000, "a\u0308" * 5000, ARABIC * 500, "🧱" * 5000],
    ids=["plain", "umlaut", "decomposed", "arabic", "emoji"],
)
def test_name_of_5000_characters_is_named_and_kept(worker, kind: str, name: str) -> None:
    page = worker.post(NEW + kind, answers(employer=name))
    assert list(page.context["form"].errors) == ["employer"]
    assert not Station.objects.exists()
    assert name[:50] in page.content.decode()


@pytest.mark.parametrize("field", ["place", "occupation", "start_year", "end_year", "start_month", "employer-choice"])
def test_other_fields_of_5000_characters_are_named(worker, field: str) -> None:
    page = worker.post(NEW, answers(**{field: "9" * 5000}))
    assert page.status_code in (200, 302)
    assert Station.objects.count() == (page.status_code == 302)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (ARABIC, ARABIC),
        ("Elektro \u202eAlt\u202c", "Elektro Alt"),
        ("Elektro\x07\x1b Alt", "Elektro Alt"),
        ("Elektro\tAlt\r\nGmbH", "Elektro Alt GmbH"),
        ("Ba\u0308ckerei O\u0308zdemir", "Bäckerei Özdemir"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Česká pekárna", "Česká pekárna"),
        ("中華料理", "中華料理"),
        ("E" + "\u0321" * 50 + "lektro", "E" + "\u0321" * 3 + "lektro"),
    ],
    ids=ascii,
)
@pytest.mark.parametrize("kind", KINDS)
def test_names_of_all_letters_are_taken_without_what_nobody_sees(client, worker, anna, kind, typed, stored) -> None:
    assert worker.post(NEW + kind, answers(employer=typed)).url == LIST
    assert Station.objects.get().employer_name == stored
    for address in (LIST, f"/p/{anna.profile.handle}/", "/me/references/", "/me/"):
        shown = client.get(address).content.decode()
        assert "<script>alert" not in shown
    assert f"<bdi>{stored}" in client.get(f"/p/{anna.profile.handle}/").content.decode() or "<" in stored


@pytest.mark.parametrize("name", ["\u202e\u200b", "\x00", "\x07\x1b", "...", "\u0308", "\u200c\u200d"])
def test_name_of_nothing_is_named(worker, name: str) -> None:
    page = worker.post(NEW, answers(employer=name))
    assert list(page.context["form"].errors) == ["employer"]
    assert not Station.objects.exists()


@pytest.mark.parametrize(
    "year", ["-2013", "２０１３", "٢٠١٣", "2013.0", "1e3", "0", "00", "2013\x00", "９", "99999999"]
)
def test_years_that_are_none_are_named_or_read(worker, year: str) -> None:
    page = worker.post(NEW, answers(start_year=year, start_month=""))
    assert page.status_code == 302 or list(page.context["form"].errors) == ["start"]


def test_200_stations_end_with_a_plain_sentence_and_nothing_is_lost(worker, anna) -> None:
    for number in range(rules.MOST_STATIONS + 3):
        page = worker.post(NEW, answers(employer=f"Firma {number}"))
    assert Station.objects.count() == rules.MOST_STATIONS
    assert str(rules.MOST_STATIONS) in str(page.context["form"].non_field_errors())
    assert f'value="Firma {rules.MOST_STATIONS + 2}"' in page.content.decode()
    assert str(rules.MOST_STATIONS) in worker.get(LIST).content.decode()
    assert f'href="{NEW}"' not in worker.get(LIST).content.decode()
    full = worker.get(f"{NEW}training/")
    assert (full.status_code, "form" in full.context) == (200, False)
    assert f'href="{LIST}"' in full.content.decode()


@pytest.mark.parametrize("kind", [*KINDS, "family/"])
def test_double_click_makes_one_station(worker, kind: str) -> None:
    for _click in range(2):
        assert worker.post(NEW + kind, answers()).url == LIST
    assert Station.objects.count() == 1


def test_the_same_firm_twice_is_fine_where_the_months_differ(worker) -> None:
    worker.post(NEW, answers())
    worker.post(NEW, answers(start_year="2021", end_year="2022"))
    worker.post(NEW, answers(start_year="2014", end_year="2015"))
    assert Station.objects.count() == 3
    assert Profile.objects.get().declared_months == 82 + 10


def test_two_firms_in_other_letters_stay_two(anna) -> None:
    names = [ARABIC, "مخبز السلام", "中華料理", "Пекарня"]
    assert len({employer_key(factories.make_station(anna.profile, name=name)) for name in names}) == 4


def test_stations_of_a_page_full_of_everything_are_shown(client, anna) -> None:
    steps = [{"role": "head", "title": ZALGO[:60], "start": "2015-09", "about": True}]
    for number in range(rules.MOST_STATIONS):
        start = date(1980 + number, 1, 1)
        factories.make_station(anna.profile, name=f"{ARABIC} {number}", start=start, steps=steps, start_about=True)
    factories.make_station(anna.profile, kind="family")
    assert client.get(f"/p/{anna.profile.handle}/").status_code == 200
