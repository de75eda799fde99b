"""Stations as they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from network.profiles import kinds, rings, words
from network.profiles.counting import bounds_of, counting_vouches, employer_key, months_of, tree_of
from network.profiles.models import Station
from network.profiles.steps import Stretch, steps_of, stretches
from network.profiles.tree import Tree


@dataclass(frozen=True)
class StepView:
    key: str
    name: str
    span: str


@dataclass(frozen=True)
class StationView:
    pk: int
    family: bool  # plain time: no firm, no ring, nothing to confirm
    number: int  # 0 where every month is counted with another job
    tone: int
    firm: str
    firm_id: str  # of the employer's own page, where there is one
    job: str
    span: str
    months: str
    steps: tuple[StepView, ...]  # newest first
    level: int
    provenance: str
    partly: str  # how much of it is confirmed, where it is not all
    askable: bool = False  # somebody else was there who can speak about it


def firm_of(station: Station) -> str:
    name = kinds.firm_words(station.kind, station.employer.name if station.employer else station.employer_name)
    return f"{name}, {station.place.name}" if station.place else name


def job_of(station: Station) -> str:
    return kinds.job_words(station.kind, station.employer_name, str(station.occupation or ""))


def station_views(tree: Tree, stations: Iterable[Station], today: date) -> tuple[StationView, ...]:
    numbers = {share.employer: share.number for share in tree.shares}
    return tuple(_station(station, numbers.get(employer_key(station), 0), today) for station in stations)


def _station(station: Station, number: int, today: date) -> StationView:
    first, last = months_of(station, today)
    known = bounds_of(station)
    alone = tree_of([station], today)
    level, provenance = words.provenance(counting_vouches(station, today))
    return StationView(
        pk=station.pk,
        family=station.kind == kinds.FAMILY,
        number=number,
        tone=rings.tone(number or 1),
        firm=firm_of(station),
        firm_id=station.employer.public_id if station.employer else "",
        job=job_of(station),
        span=words.span(known.start, known.end, start_about=known.start_about, end_about=known.end_about),
        months=words.lasted(max(0, last - first + 1), about=known.about),
        steps=step_views(station),
        level=level,
        provenance=provenance,
        partly=words.confirmed_and_declared(alone.confirmed, alone.declared, about=known.about)
        if alone.confirmed and alone.declared
        else "",
        askable=station.kind in kinds.AT_A_FIRM,
    )


def step_views(station: Station) -> tuple[StepView, ...]:
    """Newest first. Each step lasts until the next one begins, the newest as long as the station."""
    return tuple(_step(stretch, station) for stretch in stretches(steps_of(station)))


def _step(stretch: Stretch, station: Station) -> StepView:
    step, last, about = stretch
    if last is None and station.end:
        last, about = max(station.end, step.start), station.end_about
    if last is None:
        return StepView(step.key, step.name, words.since(step.start, about=step.about))
    return StepView(step.key, step.name, words.span(step.start, last, start_about=step.about, end_about=about))
