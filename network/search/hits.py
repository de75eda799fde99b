"""Who is found: one statement for the ids of a page and the exact total, one more for what the cards say."""

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Q, QuerySet

from network.employers.viewer import Viewer
from network.places import neighbours
from network.places.models import Near
from network.profiles import listing
from network.profiles.counting import Counted
from network.profiles.models import Profile
from network.profiles.querysets import MAX_KM, ProfileQuerySet
from network.search.criteria import NEWEST, RADII, Criteria

PER_PAGE = 20


@dataclass(frozen=True)
class Hit:
    profile: Profile
    km: float
    stations: list[Counted]


@dataclass(frozen=True)
class Found:
    """One page of hits in their order, and how many there are on all pages; None where this page does not exist."""

    hits: list[Hit]
    total: int | None


@dataclass(frozen=True)
class Wider:
    km: int
    total: int
    url: str


@dataclass(frozen=True)
class Loosened:
    """Without this one condition there are so many; without words: without any."""

    words: str
    total: int
    url: str


def find(viewer: Viewer, wanted: Criteria, page: int = 1) -> Found:
    """Page number `page` (from 1) of those this viewer may find."""
    rows = list(page_of(viewer, wanted, page))
    if not rows and not Near.objects.filter(origin=wanted.place).exists():  # nobody has searched from here before
        neighbours.ensure(wanted.place)
        rows = list(page_of(viewer, wanted, page))
    if not rows:
        return Found([], 0 if page == 1 else None)
    ids = [pk for pk, _, _ in rows]
    people = listing.people(ids)
    return Found([Hit(people[pk].profile, km, people[pk].stations) for pk, km, _ in rows if pk in people], rows[0][2])


def matching(viewer: Viewer, wanted: Criteria, km: int | None = None) -> ProfileQuerySet:
    """All of them, in no order. `km` widens the search, the worker's own radius holds all the same."""
    near = Profile.objects.within(wanted.place, km or wanted.radius, wanted.fields, wanted.groups)
    return (near.filter(wanted.fits) if wanted.conditions else near).findable_by(viewer)


def loosen(viewer: Viewer, wanted: Criteria) -> tuple[Wider | None, list[Loosened]]:
    """What would bring somebody: the nearest larger radius, and each condition that alone stands in the way. One statement.

    Where none of several does alone, the last resort is to take all of them off.
    """
    larger = [km for km in RADII if km > wanted.radius]
    counts = {f"within_{km}": Count("pk", filter=Q(km__lte=km) & wanted.fits) for km in larger}  # type: ignore[misc]
    for number, each in enumerate(wanted.conditions):
        here = Q(km__lte=wanted.radius) & wanted.fits_without(each)
        counts[f"without_{number}"] = Count("pk", filter=here)  # type: ignore[misc]
    if not counts:
        return None, []
    counts["without_all"] = Count("pk", filter=Q(km__lte=wanted.radius))  # type: ignore[misc]
    found = matching(viewer, replace(wanted, conditions=()), MAX_KM).aggregate(**counts)
    km = next((km for km in larger if found[f"within_{km}"]), None)
    wider = Wider(km, found[f"within_{km}"], replace(wanted, radius=km).address()) if km else None
    singles = [
        Loosened(each.words, found[f"without_{number}"], wanted.without(each).address())
        for number, each in enumerate(wanted.conditions)
        if found[f"without_{number}"]
    ]
    bare = replace(wanted, conditions=()).address()
    all_off = (
        [Loosened("", found["without_all"], bare)] if wanted.conditions and not singles and found["without_all"] else []
    )
    return wider, singles or all_off


def page_of(viewer: Viewer, wanted: Criteria, page: int) -> "QuerySet[Any, Any]":
    """(id, km, total) of one page. Narrow rows only: what is sorted should be small."""
    people = matching(viewer, wanted)
    first = (page - 1) * PER_PAGE
    ordered = people.counted_as_read().newest_first() if wanted.sort == NEWEST else people.counted_apart().by_distance()
    return ordered.values_list("pk", "km", "total")[first : first + PER_PAGE]  # type: ignore[misc]
