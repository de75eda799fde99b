"""The region as a drawing of the server: where those who fit live, as dots, and what else is there. No map from elsewhere is loaded.

Places are postcodes (law 13), and the counts see whom the list sees (law 4).
"""

from dataclasses import dataclass, replace
from math import cos, radians, sqrt

from django.db.models import Count

from network.employers.viewer import Viewer
from network.places import neighbours
from network.places.distance import DEGREE
from network.places.models import Near, Place
from network.search.criteria import Criteria
from network.search.hits import matching

SIZE = 600  # of the drawing, in its own units
EDGE = 30
SMALLEST, GROWTH, LARGEST = 4.0, 3.0, 28.0  # radius of a dot: its area grows with the people
NAMED = 10  # towns with a name, as far as there is room
LINE = 22  # height of a name
NEARBY = 5  # kilometres around a dot that its link searches in


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    r: float
    place: Place
    total: int
    url: str
    named: bool = False


@dataclass(frozen=True)
class Region:
    """`others` are places where nobody fits: they draw the land."""

    size: int
    middle: int
    ring: float
    dots: list[Dot]
    others: list[tuple[float, float]]
    total: int


def region(viewer: Viewer, wanted: Criteria) -> Region:
    """Two statements, and one more where nobody has searched from here before."""
    neighbours.ensure(wanted.place)
    rows = (
        matching(viewer, wanted)
        .order_by()
        .values("place", "place__postcode", "place__name", "place__lat", "place__lon")
        .annotate(total=Count("pk"))
    )
    found = sorted(rows, key=lambda row: (-row["total"], row["place__postcode"]))
    dots: list[Dot] = []
    for row in found:
        x, y = _point(wanted, row["place__lat"], row["place__lon"])
        taken = [dot for dot in dots if dot.named]
        told = any(dot.place.name == row["place__name"] for dot in taken)  # a city has many postcodes
        named = not told and len(taken) < NAMED and _has_room(x, y, taken)
        place = Place(pk=row["place"], postcode=row["place__postcode"], name=row["place__name"])
        url = replace(wanted, place=place, radius=NEARBY).address()
        r = min(SMALLEST + GROWTH * sqrt(row["total"]), LARGEST)
        dots.append(Dot(x, y, round(r, 1), place, row["total"], url, named))
    here = {row["place"] for row in found}
    land = Near.objects.filter(origin=wanted.place, km__lte=wanted.radius).exclude(place__in=here)
    others = [_point(wanted, lat, lon) for lat, lon in land.values_list("place__lat", "place__lon")]
    return Region(SIZE, SIZE // 2, SIZE / 2 - EDGE, dots, others, sum(dot.total for dot in dots))


def _point(wanted: Criteria, lat: float, lon: float) -> tuple[float, float]:
    """Kilometres from the middle, north up, so that the ring of the radius fits in."""
    scale = (SIZE / 2 - EDGE) / wanted.radius
    east = (lon - wanted.place.lon) * DEGREE * cos(radians(wanted.place.lat))
    north = (lat - wanted.place.lat) * DEGREE
    return round(SIZE / 2 + east * scale, 1), round(SIZE / 2 - north * scale, 1)


def _has_room(x: float, y: float, named: list[Dot]) -> bool:
    """For a name beside the dot: none of another town stands in the same line."""
    return all(abs(dot.y - y) > LINE or abs(dot.x - x) > SIZE / 3 for dot in named)
