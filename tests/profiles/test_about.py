""" "About 2009": only the year is known. What is stored, counted and said."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from network.profiles import actions, presenters, words
from network.profiles.counting import Vouch, bounds_of, months_of, tree_of
from network.profiles.models import Station
from network.profiles.months import settle, stand_in
from network.ui.fields import LooseMonth, LooseMonthField
from tests.profiles.test_stations import LIST, NEW, answers

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["9", "2013"], LooseMonth(date(2013, 9, 1))),
        (["", "2013"], LooseMonth(date(2013, 7, 1), about=True)),
        (["", "13"], LooseMonth(date(2013, 7, 1), about=True)),
        (["", "09/2013"], LooseMonth(date(2013, 9, 1))),
        (["", " 2013 "], LooseMonth(date(2013, 7, 1), about=True)),
    ],
)
def test_year_alone_is_enough(typed: list[str], found: LooseMonth) -> None:
    assert LooseMonthField().clean(typed) == found


@pytest.mark.parametrize(
    ("typed", "code"), [(["9", ""], "incomplete"), (["", "20133"], "year"), (["", "x"], "year"), (["", ""], "required")]
)
def test_what_is_no_year_is_named(typed: list[str], code: str) -> None:
    with pytest.raises(ValidationError) as problem:
        LooseMonthField().clean(typed)
    assert problem.value.code == code


def test_unknown_month_comes_back_empty() -> None:
    widget = LooseMonthField().widget
    assert widget.decompress(LooseMonth(date(2009, 7, 1), about=True)) == [None, 2009]
    assert widget.decompress(LooseMonth(date(2009, 7, 1))) == [7, 2009]


@pytest.mark.parametrize(
    ("start", "end", "stored"),
    [
        ((2009, None), (2012, None), (date(2009, 7, 1), date(2012, 6, 1))),
        ((2009, None), (2009, None), (date(2009, 7, 1), date(2009, 7, 1))),
        ((2009, 9), (2009, None), (date(2009, 9, 1), date(2009, 9, 1))),
        ((2009, None), (2009, 3), (date(2009, 3, 1), date(2009, 3, 1))),
        ((2026, None), None, (date(2026, 3, 1), None)),
        ((2020, 1), (2026, None), (date(2020, 1, 1), date(2026, 3, 1))),
        ((2027, None), None, (date(2027, 7, 1), None)),
    ],
)
def test_months_that_stand_for_a_year(start, end, stored) -> None:
    abouts = {"start_about": start[1] is None, "end_about": bool(end and end[1] is None)}
    first, last = date(start[0], start[1] or 1, 1), date(end[0], end[1] or 1, 1) if end else None
    assert settle(first, last, today=TODAY, **abouts) == stored


days = st.dates(date(1970, 1, 1), date(2026, 3, 1)).map(lambda day: day.replace(day=1))


@given(days, st.none() | days, st.booleans(), st.booleans())
def test_standing_in_keeps_years_known_months_and_order(first, last, start_about, end_about) -> None:
    said = {"start_about": start_about, "end_about": end_about, "today": TODAY}
    start, end = settle(first, last, **said)
    assert start.year == first.year
    assert start_about or start == first
    assert (end is None) == (last is None)
    if end and last:
        assert end.year == last.year
        assert end_about or end == last
        assert start <= end or first > last  # two known months in the wrong order stay as they are, and are refused
    assert settle(start, end, **said) == (start, end)


def test_step_of_this_year_is_not_in_the_future() -> None:
    assert stand_in(date(2026, 1, 1), about=True, today=TODAY) == date(2026, 3, 1)


def test_form_stores_the_year_and_asks_for_it_again(worker) -> None:
    assert worker.post(NEW, answers(start_month="", start_year="2009", end_month="", end_year="2012")).url == LIST
    station = Station.objects.get()
    assert (station.start, station.end) == (date(2009, 7, 1), date(2012, 6, 1))
    assert (station.start_about, station.end_about) == (True, True)
    page = worker.get(f"{LIST}{station.pk}/")
    assert page.context["form"]["start"].value() == LooseMonth(date(2009, 7, 1), about=True)
    worker.post(f"{LIST}{station.pk}/", answers(start_month="2", start_year="2009"))
    station.refresh_from_db()
    assert (station.start, station.start_about, station.end_about) == (date(2009, 2, 1), False, False)


def test_this_year_alone_is_not_in_the_future(worker) -> None:
    today = timezone.localdate()
    worker.post(NEW, answers(start_month="", start_year=str(today.year), end_year="", end_month="", still="on"))
    assert Station.objects.get().start <= today


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ((2009, True), None, "since about 2009"),
        ((2009, True), (2012, True), "about 2009 to about 2012"),
        ((2009, False), (2012, True), "July 2009 to about 2012"),
        ((2009, True), (2009, True), "about 2009"),
        ((2009, False), None, "July 2009 until today"),
    ],
)
def test_span_says_about(start, end, said: str) -> None:
    abouts = {"start_about": start[1], "end_about": bool(end and end[1])}
    with override("en"):
        found = words.span(date(start[0], 7, 1), date(end[0], 6, 1) if end else None, **abouts)
    assert found.replace("\N{NO-BREAK SPACE}", " ") == said


def make(vouches: list[Vouch], **fields) -> Station:
    fields = {"start": date(2009, 7, 1), "end": date(2012, 6, 1), "start_about": True, "end_about": True, **fields}
    station = Station(employer_name="Elektro Alt", **fields)
    station.vouches = vouches
    return station


def test_duration_says_about_wherever_it_stands() -> None:
    station = make([])
    tree = tree_of([station], TODAY)
    with override("en"):
        (view,) = presenters.station_views(tree, [station], TODAY)
        rings = presenters.rings_of(tree, [station], "Anna", TODAY)
    assert view.months == "about 3 years"
    assert [row.months for row in rings.rows] == ["about 3 years"]
    assert rings.total == "about 3 years self-declared"


def test_month_that_somebody_stands_for_is_the_known_one() -> None:
    vouch = Vouch(4, date(2009, 3, 1), date(2012, 11, 1), date(2025, 3, 14))
    station = make([vouch])
    assert bounds_of(station) == (date(2009, 3, 1), date(2012, 11, 1), False, False)
    assert tree_of([station], TODAY).confirmed == 45
    with override("en"):
        (view,) = presenters.station_views(tree_of([station], TODAY), [station], TODAY)
    assert view.span.replace("\N{NO-BREAK SPACE}", " ") == "March 2009 to November 2012"
    assert view.months == "3 years 9 months"


def test_month_confirmed_in_another_year_changes_nothing() -> None:
    station = make([Vouch(4, date(2008, 3, 1), date(2013, 11, 1), date(2025, 3, 14))])
    assert bounds_of(station) == (date(2009, 7, 1), date(2012, 6, 1), True, True)


def test_confirmations_that_would_turn_the_order_round_change_nothing() -> None:
    vouch = Vouch(4, date(2009, 11, 1), date(2009, 12, 1), date(2025, 3, 14))
    station = make([vouch], start=date(2009, 7, 1), end=date(2009, 8, 1), end_about=False)
    assert months_of(station, TODAY) == (2009 * 12 + 6, 2009 * 12 + 7)


def test_action_settles_months_of_whoever_calls_it(page) -> None:
    data = {"employer": "Elektro Alt", "place": None, "occupation": page.occupation}
    said = {"start": date(2009, 1, 1), "end": date(2009, 12, 1), "start_about": True, "end_about": True}
    station = actions.add_station(by=page.user, profile=page, **data, **said)
    assert (station.start, station.end) == (date(2009, 7, 1), date(2009, 7, 1))
