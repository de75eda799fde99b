"""The shape of wood: rings that are never quite round, the same waves for everybody, so rings never cross and nobody's tree is prettier."""

from functools import cache, lru_cache
from math import cos, pi, sin
from typing import NamedTuple

FULL_TURN = 2 * pi
MARGIN = 4


class Point(NamedTuple):
    x: float
    y: float


class Frame(NamedTuple):
    """Where the pith lies and how far a full tree reaches, so that it just fits its square."""

    pith: Point
    full: float


def point(frame: Frame, angle: float, rho: float) -> Point:
    """Clockwise from 12 o'clock. Three waves that grow with the radius."""
    k = rho / frame.full
    radius = rho * (1 + k * (0.052 * cos(angle - 0.5) + 0.034 * cos(2 * angle + 1.2) + 0.015 * cos(3 * angle + 0.3)))
    return Point(frame.pith.x + radius * sin(angle), frame.pith.y - radius * cos(angle))


@cache  # the same for everybody, and drawings come in three sizes
def frame_for(size: float) -> Frame:
    """The frame of a square drawing."""
    unit = [point(Frame(Point(0, 0), 1), step / 50, 1) for step in range(314)]
    left, right = min(p.x for p in unit), max(p.x for p in unit)
    top, bottom = min(p.y for p in unit), max(p.y for p in unit)
    full = (size - MARGIN) / max(right - left, bottom - top)
    return Frame(Point(size / 2 - full * (left + right) / 2, size / 2 - full * (top + bottom) / 2), full)


@lru_cache(4096)  # a young tree's rings lie where those of every young tree lie
def path(frame: Frame, rho: float, start: float = 0.0, end: float = FULL_TURN) -> str:
    """A smooth arc as SVG path data (Hermite to Bezier), closed when it goes all the way round."""
    steps = max(2, round((end - start) / (pi / 5)))
    width, h = (end - start) / steps, 1e-3
    out = []
    for step in range(steps + 1):
        angle = start + step * width
        x, y = point(frame, angle, rho)
        after, before = point(frame, angle + h, rho), point(frame, angle - h, rho)
        dx, dy = (after.x - before.x) / (2 * h) * width / 3, (after.y - before.y) / (2 * h) * width / 3
        if step == 0:
            out.append(f"M{x:.1f} {y:.1f}C{x + dx:.1f} {y + dy:.1f}")
        else:
            out.append(
                f"{x - dx:.1f} {y - dy:.1f} {x:.1f} {y:.1f}" + (f" {x + dx:.1f} {y + dy:.1f}" if step < steps else "")
            )
    return " ".join(out) + ("Z" if end - start > FULL_TURN - 1e-6 else "")
