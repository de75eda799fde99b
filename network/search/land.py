"""The shape of a region, drawn from nothing but where postcodes lie: each gets the ground that is nearer to it than to any other.

There are no boundaries in the house, so these are not the real ones; lines stand where one town ends and the next begins, roughly.
Where no further postcode follows, at a coast or abroad, the ground of a postcode ends as far out as its neighbours lie on the other side.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import cos, hypot, pi, sin

CORNERS = 14  # of the ground of a postcode that has no neighbours
REACH = 1.7  # how far ground reaches where nobody is near, as a multiple of the way to the third neighbour
NEIGHBOURS = 3
SQUARE = 25.0  # units of the drawing, in which neighbours are looked for
OUTSIDE = -1

Point = tuple[float, float]
Corner = tuple[float, float, int]  # and whose ground lies behind the edge that begins here


@dataclass(frozen=True)
class Spot:
    """One postcode in the drawing. Between spots of one `town` there is no line."""

    x: float
    y: float
    town: str
    lived_in: bool = False  # somebody who fits lives there


@dataclass(frozen=True)
class Land:
    """Three paths for SVG: all ground, that of places with hits, and the lines between towns."""

    ground: str
    lived_in: str
    lines: str


def land(spots: Sequence[Spot], most: float) -> Land:
    """`most`: how far the ground of one may reach at all, in units of the drawing."""
    near = _Near(spots)
    cells = [_cell(spots, at, near, most) for at in range(len(spots))]
    return Land(
        ground="".join(_closed(cell) for cell in cells),
        lived_in="".join(_closed(cell) for spot, cell in zip(spots, cells, strict=True) if spot.lived_in),
        lines="".join(_lines(spots, cells)),
    )


class _Near:
    """Who lies near whom, by squares, so that nobody has to look at all."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.spots = spots
        self.squares: dict[tuple[int, int], list[int]] = defaultdict(list)
        for at, spot in enumerate(spots):
            self.squares[self._square(spot)].append(at)
        self.rings = 1 + max((max(abs(column), abs(row)) for column, row in self.squares), default=0)

    def __call__(self, at: int) -> Iterator[tuple[float, int]]:
        """(distance, which), nearest first, none at the same point. Looks further away only when it is asked for more."""
        spot = self.spots[at]
        column, row = self._square(spot)
        waiting: list[tuple[float, int]] = []
        for ring in range(2 * self.rings):
            for square in _ring(column, row, ring):
                for other in self.squares.get(square, ()):
                    far = hypot(self.spots[other].x - spot.x, self.spots[other].y - spot.y)
                    if far > 0:
                        waiting.append((far, other))
            waiting.sort()
            sure = ring * SQUARE  # whatever lies further out is further away than this
            yield from (pair for pair in waiting if pair[0] <= sure)
            waiting = [pair for pair in waiting if pair[0] > sure]
        yield from waiting

    def _square(self, spot: Spot) -> tuple[int, int]:
        return int(spot.x // SQUARE), int(spot.y // SQUARE)


def _ring(column: int, row: int, ring: int) -> Iterator[tuple[int, int]]:
    """The squares exactly `ring` steps away."""
    for i in range(-ring, ring + 1):
        for j in (-ring, ring) if abs(i) < ring else range(-ring, ring + 1):
            yield column + i, row + j


def _cell(spots: Sequence[Spot], at: int, near: _Near, most: float) -> list[Corner]:
    """The ground of one: a round piece, cut by the middle line to each neighbour that is near enough to matter."""
    spot = spots[at]
    nearest = list(islice(near(at), NEIGHBOURS))
    reach = min(nearest[-1][0] * REACH, most) if nearest else most
    turns = [2 * pi * corner / CORNERS for corner in range(CORNERS)]
    cell: list[Corner] = [(spot.x + reach * cos(turn), spot.y + reach * sin(turn), OUTSIDE) for turn in turns]
    for far, other in near(at):
        if far > 2 * max((hypot(x - spot.x, y - spot.y) for x, y, _behind in cell), default=0):
            break
        cell = _cut(cell, spot, spots[other], other)
    return cell


def _cut(cell: list[Corner], spot: Spot, other: Spot, number: int) -> list[Corner]:
    """What of it is nearer to `spot` than to `other`."""
    middle = ((spot.x + other.x) / 2, (spot.y + other.y) / 2)
    way = (other.x - spot.x, other.y - spot.y)
    side = [(x - middle[0]) * way[0] + (y - middle[1]) * way[1] for x, y, _behind in cell]
    if all(each <= 0 for each in side):
        return cell
    left: list[Corner] = []
    for corner, (x, y, behind) in enumerate(cell):
        following = (corner + 1) % len(cell)
        here, there = side[corner], side[following]
        if here <= 0:
            left.append((x, y, behind))
        if (here <= 0) != (there <= 0):
            share = here / (here - there)
            to_x, to_y, _next = cell[following]
            # on the way out the new edge begins, on the way in the old one goes on
            left.append((x + share * (to_x - x), y + share * (to_y - y), number if here <= 0 else behind))
    return left


def _closed(cell: Iterable[Corner]) -> str:
    said = " ".join(f"{x:.0f} {y:.0f}" for x, y, _behind in cell)
    return f"M{said}Z" if said else ""


def _lines(spots: Sequence[Spot], cells: Sequence[list[Corner]]) -> Iterable[str]:
    """Each edge once, where another town lies behind it or nothing."""
    for at, cell in enumerate(cells):
        for corner, (x, y, behind) in enumerate(cell):
            if behind == OUTSIDE or (at < behind and spots[at].town != spots[behind].town):
                to_x, to_y, _next = cell[(corner + 1) % len(cell)]
                yield f"M{x:.0f} {y:.0f} {to_x:.0f} {to_y:.0f}"
