"""From stations to the tree: whose months they are, and which of them somebody stands for."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple, Protocol

from network.profiles.kinds import FAMILY
from network.profiles.months import earliest, latest
from network.profiles.tree import Claim, Tree, claims, grow, month_of
from network.ui.text import fold

TOGETHER = "voices:"  # how sources begin where three colleagues stand in for a boss; the pk of the station follows


class Vouch(NamedTuple):
    """One confirmation, as read together with its station."""

    level: int
    first: date
    last: date
    on: date
    audience: str = "all"
    source: str = ""  # "reference:<public id>", the key of Sight


class Counted(Protocol):
    """A station as far as years go by it: the model, or what a list has read of it. Each carries its `vouches`."""

    kind: str
    employer_id: int | None
    employer_name: str
    place_id: int | None
    start: date
    end: date | None
    start_about: bool
    end_about: bool
    vouches: list[Vouch]


class Bounds(NamedTuple):
    """First and last day of a station as far as they are known. `end` None: still there."""

    start: date
    end: date | None
    start_about: bool
    end_about: bool

    @property
    def about(self) -> bool:
        return self.start_about or self.end_about


def said_of(station: Counted) -> Bounds:
    """As the worker said it."""
    return Bounds(station.start, station.end, station.start_about, station.end_about)


def bounds_of(station: Counted) -> Bounds:
    """Where the worker knew the year alone, the month that somebody stands for in that year is the known one."""
    said = said_of(station)
    firsts = [vouch.first for vouch in station.vouches if vouch.first.year == said.start.year]
    lasts = [vouch.last for vouch in station.vouches if said.end and vouch.last.year == said.end.year]
    known = said
    if said.start_about and firsts:
        known = known._replace(start=min(firsts), start_about=False)
    if said.end_about and lasts:
        known = known._replace(end=max(lasts), end_about=False)
    return known if known.end is None or known.start <= known.end else said


def employer_key(station: Counted) -> str:
    """The same firm is one employer: the registered one, or the same name in the same town."""
    if station.employer_id:
        return f"#{station.employer_id}"
    return f"{_name_key(station.employer_name)}|{station.place_id or ''}"


@lru_cache(maxsize=2000)  # lists name the firms of a region again and again
def _name_key(name: str) -> str:
    return fold(name) or name.casefold()  # nothing folds from other letters


def months_of(station: Counted, today: date) -> tuple[int, int]:
    """First and last month that count: nobody has worked in the future yet."""
    now, known = month_of(today), bounds_of(station)
    return month_of(known.start), min(month_of(known.end) if known.end else now, now)


def may_cover(station: Counted, month: date) -> bool:
    """Whether the month can lie within the station; of an "about 2009" any month of that year."""
    first = earliest(station.start, about=station.start_about)
    return first <= month and (station.end is None or month <= latest(station.end, about=station.end_about))


def counting_vouches(station: Counted, today: date) -> list[Vouch]:
    """Confirmations that cover at least one month the station has now. Months that the worker changed away are not confirmed."""
    first, last = months_of(station, today)
    return [vouch for vouch in station.vouches if month_of(vouch.first) <= last and month_of(vouch.last) >= first]


def counts_about(stations: Iterable[Counted]) -> bool:
    """Whether an end of what is counted is not known to the month."""
    return any(bounds_of(station).about for station in stations if station.kind != FAMILY)


def claims_of(station: Counted, today: date) -> list[Claim]:
    """The station as confirmed and self-declared stretches."""
    first, last = months_of(station, today)
    vouched = [(month_of(vouch.first), month_of(vouch.last)) for vouch in station.vouches]
    return claims(employer_key(station), first, last, vouched)


def tree_of(stations: Iterable[Counted], today: date) -> Tree:
    """The stations come from StationQuerySet.with_vouches()."""
    work = (station for station in stations if station.kind != FAMILY)  # time for the family leaves no ring and no gap
    return grow(claim for station in work for claim in claims_of(station, today))
