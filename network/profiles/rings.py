"""The tree as a drawing: SVG that needs no style attribute. Solid = confirmed, dashed = self-declared; numbers work without colour.

Attributes carry the light tones for files and mail; the classes of the style sheet override them on pages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import groupby
from math import pi

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from network.profiles.tree import YEAR, Run, Tree
from network.profiles.wood import Frame, Point, frame_for, path, point

TONES = ("#1f5a47", "#9a6206", "#7d3f1e", "#3f5f80", "#7b4467", "#646718")
INK, SHEET = "#1a231e", "#fffaf0"
BETWEEN_EMPLOYERS = 0.55  # of a ring's pitch
MOST_LABELS = 7  # more do not fit beside the tree
LABELS_WIDTH = 96


@dataclass(frozen=True)
class Arc:
    """Months in a row within one ring, all confirmed or all self-declared. `begin` is 0 at 12 o'clock."""

    number: int
    confirmed: bool
    begin: int
    months: int
    rho: float


@dataclass(frozen=True)
class Plan:
    """Where everything goes, before anything is drawn."""

    frame: Frame
    pitch: float
    arcs: tuple[Arc, ...]
    middles: tuple[float, ...]  # of each run
    bark: float


def tone(number: int) -> int:
    """1 to 6, for classes and colours; the seventh employer begins anew."""
    return (number - 1) % len(TONES) + 1


def plan(tree: Tree, size: float) -> Plan:
    """A young tree is small: nothing is stretched to look like more."""
    frame = frame_for(size)
    slots = sum(run.rings for run in tree.runs) + BETWEEN_EMPLOYERS * max(0, len(tree.runs) - 1)
    pith = min(frame.full * 0.09, 9)
    pitch = min((frame.full - pith) / (slots + 1), frame.full / 7)
    rho = pith + pitch * 0.2
    arcs: list[Arc] = []
    middles = []
    for position, run in enumerate(tree.runs):
        rho += pitch * BETWEEN_EMPLOYERS if position else 0
        arcs += _arcs(run, rho, pitch)
        middles.append(rho + pitch * (run.rings + 0.5) / 2)
        rho += pitch * run.rings
    return Plan(frame, pitch, tuple(arcs), tuple(middles), rho + pitch * 0.8 + (0 if tree.runs else pitch))


def _arcs(run: Run, rho: float, pitch: float) -> Iterator[Arc]:
    for ring in range(run.rings):
        begin = 0
        for confirmed, months in groupby(run.months[ring * YEAR : (ring + 1) * YEAR]):
            length = len(list(months))
            yield Arc(run.number, confirmed, begin, length, rho + pitch * (ring + 1))
            begin += length


def disc(tree: Tree, *, size: int = 240, title: str = "", labels: bool = False, css: str = "rings") -> SafeString:
    """The whole tree. With a title it is an image with that name, without it stays silent beside words that say the same."""
    drawn = plan(tree, size)
    bark = path(drawn.frame, drawn.bark)
    labelled = labels and len(tree.runs) <= MOST_LABELS
    parts = [
        *_wood(drawn, bark),
        *_grain(drawn, pi / 6),
        _bark(bark, size),
        *(_labels(tree, drawn, size) if labelled else ()),
    ]
    return _svg(f"0 0 {size + (LABELS_WIDTH if labelled else 0)} {size}", parts, title, css)


@lru_cache(maxsize=2000)  # a few kilobytes each; the people of a region are listed again and again
def wedge(tree: Tree, *, size: int = 240, title: str = "", css: str = "rings") -> SafeString:
    """A slice for lists, the ten newest rings at most: a year is a quarter turn, so lines stay lines where a small disc would blur."""
    drawn = plan(tree.outermost(), size)
    pith = drawn.frame.pith
    bark = f"{path(drawn.frame, drawn.bark, 0, pi / 2)}L{pith.x:.1f} {pith.y:.1f}Z"
    parts = [*_wood(drawn, bark), *_grain(drawn, pi / 24), _bark(bark, size)]
    return _svg(f"{pith.x - 6:.0f} 0 {size - pith.x + 6:.0f} {pith.y + 6:.0f}", parts, title, css)


def _svg(box: str, parts: Iterable[str], title: str, css: str) -> SafeString:
    said = f'role="img" aria-label="{escape(title)}"' if title else 'aria-hidden="true"'
    start = f'<svg class="{escape(css)}" xmlns="http://www.w3.org/2000/svg" viewBox="{box}" fill="none" {said}>'
    return SafeString(f"{start}{''.join(parts)}</svg>")


def _wood(drawn: Plan, bark: str) -> Iterator[str]:
    pith, radius = drawn.frame.pith, max(1.6, min(drawn.frame.full * 0.09, 9) * 0.42)
    yield f'<path class="ring__wood" fill="{SHEET}" stroke="none" d="{bark}"/>'
    yield f'<circle class="ring__pith" cx="{pith.x:.1f}" cy="{pith.y:.1f}" r="{radius:.1f}" fill="{INK}"/>'


def _bark(bark: str, size: int) -> str:
    return f'<path class="ring__bark" stroke="{INK}" stroke-width="{1.6 if size > 120 else 1.2}" d="{bark}"/>'


def _grain(drawn: Plan, month: float) -> Iterator[str]:
    """One path for each arc."""
    bar, dash = drawn.pitch * 0.62, max(2.4, drawn.pitch * 0.55)
    for arc in drawn.arcs:
        whole = arc.months == YEAR
        shape = path(drawn.frame, arc.rho, arc.begin * month, (arc.begin + arc.months) * month - (0 if whole else 0.02))
        line = f'stroke-width="{bar if arc.confirmed else max(1.3, bar * 0.3):.1f}"'
        line += "" if arc.confirmed else f' stroke-dasharray="{dash:.1f} {dash * 0.75:.1f}"'
        yield f'<path class="ring ring--{tone(arc.number)}" stroke="{TONES[tone(arc.number) - 1]}" {line} d="{shape}"/>'


def _labels(tree: Tree, drawn: Plan, size: int) -> Iterator[str]:
    """A line from each employer's rings to its number and first year, innermost lowest; lines bend where labels need room."""
    heights = _heights(drawn, size)
    for run, middle, height in zip(tree.runs, drawn.middles, heights, strict=True):
        on_ring = min(
            (point(drawn.frame, step / 100, middle) for step in range(40, 280)), key=lambda p: (abs(p.y - height), -p.x)
        )
        bend = "" if abs(on_ring.y - height) < 1 else f"L{size - 8:.1f} {height:.1f}"
        line = f"M{on_ring.x:.1f} {on_ring.y:.1f}{bend}H{size + 2}"
        yield from _label(run, on_ring, line, Point(size + 14, height))


def _heights(drawn: Plan, size: int) -> list[float]:
    """Where the labels stand: beside their rings if possible, never closer than a label is high, never outside."""
    space = min(34.0, (size - 32) / max(1, len(drawn.middles)))
    heights: list[float] = []
    for middle in drawn.middles:
        wished = drawn.frame.pith.y - (middle * 0.62 if heights else 0)
        heights.append(min(wished, heights[-1] - space) if heights else wished)
    down = max(0.0, 16 - heights[-1]) if heights else 0.0
    return [height + down for height in heights]


def _label(run: Run, dot: Point, line: str, at: Point) -> Iterator[str]:
    solid, colour = any(run.months), TONES[tone(run.number) - 1]
    yield f'<path class="ring__halo" stroke="{SHEET}" stroke-width="4.5" d="{line}"/>'
    yield f'<path class="ring__lead" stroke="{INK}" stroke-width="1.5" d="{line}"/>'
    yield f'<circle class="ring__dot" cx="{dot.x:.1f}" cy="{dot.y:.1f}" r="4" fill="{INK}" stroke="{SHEET}" stroke-width="1.5"/>'
    css = f"ring__no ring__no--{tone(run.number)}" + ("" if solid else " ring__no--open")
    dash = "" if solid else ' stroke-dasharray="4 3"'
    yield (
        f'<circle class="{css}" cx="{at.x}" cy="{at.y:.1f}" r="12" fill="{colour if solid else SHEET}" '
        f'stroke="{colour}" stroke-width="2"{dash}/>'
    )
    css = "ring__num" + ("" if solid else " ring__num--open")
    yield (
        f'<text class="{css}" x="{at.x}" y="{at.y + 5:.1f}" text-anchor="middle" font-size="14" font-weight="700" '
        f'fill="{SHEET if solid else INK}">{run.number}</text>'
    )
    words = escape(_("from %(year)d") % {"year": run.first // YEAR})
    yield f'<text class="ring__year" x="{at.x + 17}" y="{at.y + 5:.1f}" font-size="14" fill="{INK}">{words}</text>'
