"""From stations to the tree: whose months they are, and which of them somebody stands for."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from network.profiles.tree import Claim, Tree, claims, grow, month_of
from network.ui.text import fold

if TYPE_CHECKING:
    from network.profiles.models import Station


FAMILY = "family"  # Station.Kind.FAMILY


class Vouch(NamedTuple):
    """One confirmation, as read together with its station."""

    level: int
    first: date
    last: date
    on: date
    audience: str = "all"
    source: str = ""  # "reference:<public id>", the key of Sight


def employer_key(station: "Station") -> str:
    """The same firm is one employer: the registered one, or the same name in the same town."""
    if station.employer_id:
        return f"#{station.employer_id}"
    return f"{fold(station.employer_name)}|{station.place_id or ''}"


def months_of(station: "Station", today: date) -> tuple[int, int]:
    """First and last month that count: nobody has worked in the future yet."""
    now = month_of(today)
    return month_of(station.start), min(month_of(station.end) if station.end else now, now)


def counting_vouches(station: "Station", today: date) -> list[Vouch]:
    """Confirmations that cover at least one month the station has now. Months that the worker changed away are not confirmed."""
    first, last = months_of(station, today)
    return [vouch for vouch in station.vouches if month_of(vouch.first) <= last and month_of(vouch.last) >= first]


def claims_of(station: "Station", today: date) -> list[Claim]:
    """The station as confirmed and self-declared stretches."""
    first, last = months_of(station, today)
    vouched = [(month_of(vouch.first), month_of(vouch.last)) for vouch in station.vouches]
    return claims(employer_key(station), first, last, vouched)


def tree_of(stations: Iterable["Station"], today: date) -> Tree:
    """The stations come from StationQuerySet.with_vouches()."""
    work = (station for station in stations if station.kind != FAMILY)  # time for the family leaves no ring and no gap
    return grow(claim for station in work for claim in claims_of(station, today))
