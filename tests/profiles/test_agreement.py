"""Drawing, numbers and words agree, for any stations: the picture is read back, months are counted a second time by hand."""

import re
from datetime import date

from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from network.occupations.models import Occupation
from network.profiles import presenters
from network.profiles.counting import Vouch, tree_of
from network.profiles.models import Station
from network.profiles.months import settle
from network.profiles.tree import YEAR, month_of
from network.ui.templatetags.ui import duration
from tests.profiles.test_rings import read

TODAY = date(2026, 11, 26)
KINDS = Station.Kind.values
COUNTED = re.compile(r"(?:(\d+) years? ?)?(?:(\d+) months?)?")

months = st.dates(date(1990, 1, 1), TODAY).map(lambda day: day.replace(day=1))


@st.composite
def vouches(draw) -> Vouch:
    first, last = sorted((draw(months), draw(months)))
    return Vouch(draw(st.integers(3, 5)), first, last, date(2025, 3, 14))


@st.composite
def stations(draw) -> Station:
    first, last = sorted((draw(months), draw(months)))
    end = draw(st.none() | st.just(last))
    abouts = {"start_about": draw(st.booleans()), "end_about": bool(end) and draw(st.booleans())}
    start, end = settle(first, end, today=TODAY, **abouts)
    kind = draw(st.sampled_from(KINDS))
    family = kind == Station.Kind.FAMILY
    station = Station(
        kind=kind,
        employer_name="" if family else draw(st.sampled_from(["Elektro Alt", "Elektro Neu", "مخبز النور", "中華料理"])),
        occupation=None if family else Occupation(names={"de": "Elektriker/in", "en": "Electrician"}),
        start=start,
        end=end,
        **abouts,
    )
    station.vouches = [] if family else draw(st.lists(vouches(), max_size=2))
    return station


def span_of(station: Station) -> set[int]:
    """The months of one station, by the words of docs/decisions/0018 and nothing else."""
    start, end = station.start, station.end or TODAY
    firsts = [vouch.first for vouch in station.vouches if station.start_about and vouch.first.year == start.year]
    lasts = [vouch.last for vouch in station.vouches if station.end_about and vouch.last.year == end.year]
    known = (min(firsts, default=start), max(lasts, default=end))
    first, last = known if known[0] <= known[1] else (start, end)
    return set(range(month_of(first), month_of(last) + 1))


def by_hand(said: list[Station]) -> tuple[int, int]:
    """Confirmed and self-declared months, each calendar month once."""
    confirmed, all_months = set(), set()
    for station in said:
        if station.kind == Station.Kind.FAMILY:
            continue
        own = span_of(station)
        all_months |= own
        for vouch in station.vouches:
            confirmed |= own & set(range(month_of(vouch.first), month_of(vouch.last) + 1))
    return len(confirmed), len(all_months - confirmed)


def in_words(text: str) -> int:
    years, rest = next(each for each in COUNTED.findall(text) if any(each))
    return int(years or 0) * YEAR + int(rest or 0)


@settings(max_examples=150)
@given(st.lists(stations(), max_size=7))
def test_picture_numbers_and_words_agree(said: list[Station]) -> None:
    said.sort(key=lambda station: station.start, reverse=True)
    confirmed, declared = by_hand(said)
    tree = tree_of(said, TODAY)
    assert (tree.confirmed, tree.declared) == (confirmed, declared)
    if not tree.runs:
        return
    with override("en"):
        rings = presenters.rings_of(tree, said, "Anna G.", TODAY)
        parts = {word: in_words(part) for part in rings.total.split(", ") for word in part.split()[-1:]}
    assert read(rings.drawing, YEAR) == (confirmed, declared)
    assert parts == {
        **({"confirmed": confirmed} if confirmed else {}),
        **({"self-declared": declared} if declared else {}),
    }
    assert sum(in_words(row.months) for row in rings.rows) == confirmed + declared
    assert rings.total in rings.drawing
    work = [span_of(station) for station in said if station.kind != Station.Kind.FAMILY]
    assert rings.overlap is (sum(map(len, work)) > len(set().union(*work)))


@settings(max_examples=100)
@given(st.lists(stations(), max_size=5))
def test_each_station_says_its_own_months_and_its_steps_no_others(said: list[Station]) -> None:
    with override("en"):
        views = presenters.station_views(tree_of(said, TODAY), said, TODAY)
        for view, station in zip(views, said, strict=True):
            months = len(span_of(station))
            assert view.months in (duration(months), f"about {duration(months)}")
            assert view.family is (station.kind == Station.Kind.FAMILY)
            assert not (view.family and (view.number or view.job or view.level))
