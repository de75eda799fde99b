"""Who is found: one statement for the ids of a page and the exact total, one more for what the cards say."""

from dataclasses import dataclass, replace

from django.db.models import Count, Q

from network.employers.viewer import Viewer
from network.places import neighbours
from network.places.models import Near
from network.profiles import listing
from network.profiles.models import Profile, Station
from network.profiles.querysets import MAX_KM, ProfileQuerySet
from network.search.criteria import NEWEST, RADII, Criteria

PER_PAGE = 20


@dataclass(frozen=True)
class Hit:
    profile: Profile
    km: float
    stations: list[Station]


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


def find(viewer: Viewer, wanted: Criteria, page: int = 1) -> Found:
    """Page number `page` (from 1) of those this viewer may find."""
    rows = _rows(viewer, wanted, page)
    if not rows and not Near.objects.filter(origin=wanted.place).exists():  # nobody has searched from here before
        neighbours.ensure(wanted.place)
        rows = _rows(viewer, wanted, page)
    if not rows:
        return Found([], 0 if page == 1 else None)
    ids = [pk for pk, _, _ in rows]
    people = listing.people(ids)
    return Found([Hit(people[pk].profile, km, people[pk].stations) for pk, km, _ in rows if pk in people], rows[0][2])


def wider(viewer: Viewer, wanted: Criteria) -> Wider | None:
    """The nearest larger radius in which somebody is found. None where nobody is within the largest."""
    larger = [km for km in RADII if km > wanted.radius]
    if not larger:
        return None
    counts = {f"within_{km}": Count("pk", filter=Q(km__lte=km)) for km in larger}  # type: ignore[misc]
    found = _people(viewer, wanted, MAX_KM).aggregate(**counts)
    km = next((km for km in larger if found[f"within_{km}"]), None)
    return Wider(km, found[f"within_{km}"], replace(wanted, radius=km).address()) if km else None


def _people(viewer: Viewer, wanted: Criteria, km: int) -> ProfileQuerySet:
    group = wanted.occupation.group if wanted.occupation else ""
    near = Profile.objects.findable_by(viewer).within(wanted.place, km)
    return near.working_as(group=group, field=wanted.field, referenced=wanted.reference)


def _rows(viewer: Viewer, wanted: Criteria, page: int) -> list[tuple[int, float, int]]:
    """(id, km, total) of one page. Narrow rows only: what is sorted should be small."""
    people = _people(viewer, wanted, wanted.radius).with_total()
    ordered = people.newest_first() if wanted.sort == NEWEST else people.by_distance()
    first = (page - 1) * PER_PAGE
    return list(ordered.values_list("pk", "km", "total")[first : first + PER_PAGE])  # type: ignore[misc]
