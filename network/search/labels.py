"""Names beside dots, none over another name or dot, none over the edge."""

from collections.abc import Sequence
from dataclasses import dataclass

HIGH, WIDE = 27.0, 14.0  # of a line and of a letter, in units of the drawing, as large as a phone shows them
GAP = 5.0


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def round_box(x: float, y: float, r: float) -> Box:
    return Box(x - r, y - r, x + r, y + r)


def place(text: str, at: tuple[float, float, float], taken: Sequence[Box], size: float) -> tuple[str, Box] | None:
    """(side, box) of the first side with room: end, start, above or below of the dot at (x, y, r). None: no room anywhere."""
    x, y, r = at
    wide, half = WIDE * len(text), HIGH / 2
    sides = {
        "right": Box(x + r + GAP, y - half, x + r + GAP + wide, y + half),
        "left": Box(x - r - GAP - wide, y - half, x - r - GAP, y + half),
        "above": Box(x - wide / 2, y - r - GAP - HIGH, x + wide / 2, y - r - GAP),
        "below": Box(x - wide / 2, y + r + GAP, x + wide / 2, y + r + GAP + HIGH),
    }
    for side, box in sides.items():
        inside = box.left >= 0 and box.top >= 0 and box.right <= size and box.bottom <= size
        if inside and not any(box.meets(other) for other in taken):
            return side, box
    return None
