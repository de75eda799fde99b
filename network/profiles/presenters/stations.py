"""Stations as they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from network.profiles import rings, words
from network.profiles.counting import counting_vouches, employer_key, months_of, tree_of
from network.profiles.models import Station
from network.profiles.tree import Tree
from network.ui.templatetags.ui import duration


@dataclass(frozen=True)
class StationView:
    pk: int
    number: int  # 0 where every month is counted with another job
    tone: int
    firm: str
    firm_id: str  # of the employer's own page, where there is one
    job: str
    span: str
    months: str
    level: int
    provenance: str
    partly: str  # how much of it is confirmed, where it is not all


def firm_of(station: Station) -> str:
    name = station.employer.name if station.employer else station.employer_name
    return f"{name}, {station.place.name}" if station.place else name


def station_views(tree: Tree, stations: Iterable[Station], today: date) -> tuple[StationView, ...]:
    numbers = {share.employer: share.number for share in tree.shares}
    return tuple(_station(station, numbers.get(employer_key(station), 0), today) for station in stations)


def _station(station: Station, number: int, today: date) -> StationView:
    first, last = months_of(station, today)
    alone = tree_of([station], today)
    level, provenance = words.provenance(counting_vouches(station, today))
    return StationView(
        pk=station.pk,
        number=number,
        tone=rings.tone(number or 1),
        firm=firm_of(station),
        firm_id=station.employer.public_id if station.employer else "",
        job=str(station.occupation),
        span=words.span(station.start, station.end),
        months=duration(max(0, last - first + 1)),
        level=level,
        provenance=provenance,
        partly=words.confirmed_and_declared(alone.confirmed, alone.declared)
        if alone.confirmed and alone.declared
        else "",
    )
