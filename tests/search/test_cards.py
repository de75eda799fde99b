"""What a card says, and what it never says."""

from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from network.employers.viewer import STRANGER, Viewer
from network.profiles.models import Confirmation
from network.search import hits, presenters
from network.search.criteria import Criteria
from tests import factories

CHECKED = Viewer(user_id=0, checked=True)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("km", "words"),
    [
        (0, "under\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}kilometre"),
        (0.99, "under\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}kilometre"),
        (1.2, "1\N{NO-BREAK SPACE}kilometre"),
        (1.5, "2\N{NO-BREAK SPACE}kilometres"),
        (24.4, "24\N{NO-BREAK SPACE}kilometres"),
    ],
)
def test_distance_is_whole_kilometres(km, words):
    assert presenters.distance(km) == words


@pytest.mark.parametrize(
    ("months", "employers", "words"),
    [
        (0, 0, ""),
        (1, 1, "1 month confirmed by 1 employer"),
        (11, 1, "11 months confirmed by 1 employer"),
        (23, 1, "1 year confirmed by 1 employer"),
        (84, 2, "7 years confirmed by 2 employers"),
        (120, 2, "10 years confirmed by 2 employers"),
        (121, 2, "more than 10 years confirmed by 2 employers"),
        (500, 3, "more than 10 years confirmed by 3 employers"),
        (30, 0, "2 years confirmed"),
    ],
)
def test_confirmed_stops_at_ten_years(months, employers, words):
    assert presenters.confirmed(months, employers) == words


@pytest.mark.parametrize(
    ("months", "vouched", "words"),
    [
        (0, 10, ""),
        (24, 0, "2 years self-declared"),
        (24, 60, "2 years self-declared"),
        (200, 0, "more than 10 years self-declared"),
        (100, 60, "more years self-declared"),
        (24, 121, ""),
    ],
)
def test_declared_never_adds_up_to_more_than_ten_years(months, vouched, words):
    """Law 11: 10 years here and 20 there would tell the age after all."""
    assert presenters.declared(months, vouched) == words


def _card(place, occupation, viewer=STRANGER):
    found = hits.find(viewer, Criteria(place=place, radius=25, occupations=(occupation,)))
    return presenters.cards(found.hits[:1], viewer)[0]


def test_start_is_told_to_members_of_checked_employers_only(elektro, fuerth):
    day = timezone.localdate() + timedelta(days=60)
    factories.make_profile(None, elektro, fuerth, available_from=day)
    assert _card(fuerth, elektro).start == ""
    assert _card(fuerth, elektro, Viewer(user_id=0, roots=frozenset({77}))).start == ""
    assert str(day.year) in _card(fuerth, elektro, CHECKED).start


def test_start_that_has_passed_is_now(elektro, fuerth):
    factories.make_profile(None, elektro, fuerth, available_from=timezone.localdate())
    assert _card(fuerth, elektro, CHECKED).start == "Can start: now"


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        ("", "Can start: now"),
        ("none", "Can start: now"),
        ("unknown", "Can start: now"),
        ("3-months", "Notice period: 3 months"),
    ],
)
def test_start_without_a_day_names_the_notice_period(elektro, fuerth, notice, words):
    factories.make_profile(None, elektro, fuerth, notice=notice)
    assert _card(fuerth, elektro, CHECKED).start == words
    assert _card(fuerth, elektro).start == ""


def test_plate_is_that_of_the_newest_confirmation(elektro, fuerth, brandt):
    profile = factories.make_profile(None, elektro, fuerth)
    station = factories.make_station(profile, brandt, start=date(2015, 9, 1))
    for source, level, on in (("reference:a", 4, date(2020, 5, 1)), ("reference:b", 2, date(2026, 3, 1))):
        Confirmation.objects.create(
            station=station, source=source, level=level, first=date(2016, 1, 1), last=date(2019, 1, 1), on=on
        )
    card = _card(fuerth, elektro)
    assert card.level == 2
    assert card.plate.endswith("March\N{NO-BREAK SPACE}2026")


def test_years_without_a_month_are_said_to_be_about():
    assert presenters.declared(24, 0, about=True) == "about 2 years self-declared"
    assert presenters.declared(200, 0, about=True) == "more than 10 years self-declared"


def test_card_says_about_for_work_and_not_for_family_time(anna):
    def said() -> str:
        hit = hits.Hit(anna.profile, 1.0, anna.profile.stations.with_vouches())
        return presenters.cards([hit], CHECKED)[0].declared

    anna.profile.declared_months = 24
    factories.make_station(anna.profile, kind="family", start_about=True)
    assert said() == "2 years self-declared"
    factories.make_station(anna.profile, start_about=True)
    assert said() == "about 2 years self-declared"


def test_card_of_somebody_without_confirmation_is_self_declared(elektro, fuerth):
    factories.make_profile(None, elektro, fuerth)
    card = _card(fuerth, elektro)
    assert (card.level, card.plate, card.confirmed) == (0, "Self-declared", "")


def test_drawing_has_ten_rings_at_most(elektro, fuerth):
    profile = factories.make_profile(None, elektro, fuerth)
    factories.make_station(profile, name="Alt", start=date(1985, 1, 1), end=date(2020, 1, 1))
    drawing = _card(fuerth, elektro).drawing
    assert drawing.count('class="ring ring--') == 10
    assert 'aria-hidden="true"' in drawing
