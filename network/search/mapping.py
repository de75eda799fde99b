"""The region as a drawing of the server: its towns, and where those who fit live. No map from elsewhere is loaded.

Places are postcodes (law 13), and the counts see whom the list sees (law 4).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, radians, sqrt
from typing import Any

from django.db.models import Count

from network.employers.viewer import Viewer
from network.places import neighbours
from network.places.distance import DEGREE
from network.places.models import Near, Place
from network.search.criteria import Criteria
from network.search.hits import matching
from network.search.labels import HIGH, Box, place, round_box
from network.search.land import Land, Spot, land

SIZE = 600  # of the drawing, in its own units
EDGE = 12
SMALLEST, GROWTH, LARGEST = 7.0, 4.0, 34.0  # radius of a dot: its area grows with the people
NAMED = 10  # towns with people that have a name, as far as there is room
ORIENTING = 4  # towns without people that have one all the same: those with most postcodes
TOWNS = 30  # kilometres: from a wider radius on lines stand between regions of the post, towns would be too small
REGION = 3  # digits of a postcode that name such a region
LONGEST = 15  # kilometres that the ground of one postcode reaches, where no other follows
NEARBY = 5  # kilometres around a dot that its link searches in


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    r: float
    place: Place
    total: int
    url: str


@dataclass(frozen=True)
class Name:
    """(x, y) is where it is written, `side` where from its dot: right, left, above, below. `total`: of the whole town.

    `mark` is the place of a small dot for a town where nobody fits; others have a dot of their own.
    """

    x: float
    y: float
    side: str
    text: str
    total: int
    mark: tuple[int, int] | None = None


@dataclass(frozen=True)
class Region:
    size: int
    middle: int
    ring: float
    land: Land
    dots: list[Dot]
    names: list[Name]
    total: int


def region(viewer: Viewer, wanted: Criteria) -> Region:
    """Two statements, and one more where nobody has searched from here before."""
    neighbours.ensure(wanted.place)
    rows = matching(viewer, wanted).order_by().values("place").annotate(total=Count("pk"))
    people = {row["place"]: row["total"] for row in rows}
    asked = Near.objects.filter(origin=wanted.place, km__lte=wanted.radius * 1.1 + 5).order_by("place__postcode")
    said = ("place", "km", "place__postcode", "place__name", "place__lat", "place__lon")
    around: list[dict[str, Any]] = [dict(zip(said, row, strict=True)) for row in asked.values_list(*said)]
    for row in around:
        row["x"], row["y"] = _point(wanted, row["place__lat"], row["place__lon"])
    here = [row for row in around if row["km"] <= wanted.radius]
    dots = [_dot(wanted, row, people[row["place"]]) for row in here if row["place"] in people]
    dots.sort(key=lambda dot: (-dot.total, dot.place.postcode))
    shape = land([_spot(wanted, row, people) for row in around], LONGEST * (SIZE / 2 - EDGE) / wanted.radius)
    return Region(
        SIZE, SIZE // 2, SIZE / 2 - EDGE, shape, dots, _names(wanted, dots, here), sum(dot.total for dot in dots)
    )


def _point(wanted: Criteria, lat: float, lon: float) -> tuple[float, float]:
    """Kilometres from the middle, north up, so that the ring of the radius fits in."""
    scale = (SIZE / 2 - EDGE) / wanted.radius
    east = (lon - wanted.place.lon) * DEGREE * cos(radians(wanted.place.lat))
    north = (lat - wanted.place.lat) * DEGREE
    return round(SIZE / 2 + east * scale, 1), round(SIZE / 2 - north * scale, 1)


def _spot(wanted: Criteria, row: dict[str, Any], people: dict[int, int]) -> Spot:
    town = row["place__name"] if wanted.radius <= TOWNS else row["place__postcode"][:REGION]
    return Spot(row["x"], row["y"], town, row["place"] in people)


def _dot(wanted: Criteria, row: dict[str, Any], total: int) -> Dot:
    here = Place(pk=row["place"], postcode=row["place__postcode"], name=row["place__name"])
    url = replace(wanted, place=here, radius=NEARBY).address()
    return Dot(row["x"], row["y"], round(min(SMALLEST + GROWTH * sqrt(total), LARGEST), 1), here, total, url)


def _names(wanted: Criteria, dots: Sequence[Dot], here: Sequence[dict[str, Any]]) -> list[Name]:
    """Towns with most people first, each once at its largest dot; then large ones, so that one knows where one is."""
    taken = [round_box(dot.x, dot.y, dot.r) for dot in dots]
    totals: Counter[str] = Counter()
    for dot in dots:
        totals[dot.place.name] += dot.total
    largest = {dot.place.name: dot for dot in reversed(dots)}
    named: list[Name] = []
    for town, total in totals.most_common():
        dot = largest[town]
        if len(named) < NAMED:
            _add(named, taken, Name(dot.x, dot.y, "", town, total), dot.r)
    postcodes = Counter(row["place__name"] for row in here if row["place__name"] not in totals)
    searched = wanted.place.name  # is named first
    for town, _number in sorted(postcodes.items(), key=lambda pair: (pair[0] != searched, -pair[1], pair[0])):
        if sum(not each.total for each in named) < ORIENTING:
            x, y = _middle([row for row in here if row["place__name"] == town])
            _add(named, taken, Name(x, y, "", town, 0), 3.0)
    return named


def _middle(rows: Sequence[dict[str, Any]]) -> tuple[float, float]:
    return sum(row["x"] for row in rows) / len(rows), sum(row["y"] for row in rows) / len(rows)


def _add(named: list[Name], taken: list[Box], name: Name, r: float) -> None:
    """Where there is room, within the ring."""
    text = f"{name.text} {name.total}" if name.total else name.text
    found = place(text, (name.x, name.y, r), taken, SIZE)
    if found is None or hypot(name.x - SIZE / 2, name.y - SIZE / 2) > SIZE / 2 - EDGE:
        return
    side, box = found
    taken.append(box)
    mark = None if name.total else (round(name.x), round(name.y))
    x = {"right": box.left, "left": box.right}.get(side, name.x)
    named.append(replace(name, side=side, x=round(x, 1), y=round(box.top + HIGH * 0.72, 1), mark=mark))
