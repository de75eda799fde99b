"""A week of work: seven days with three parts each, stored as a sum of bits (Profile.week)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

DAYS: tuple[Promise, ...] = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)
PARTS: tuple[Promise, ...] = (
    pgettext_lazy("part of a day", "Early"),
    pgettext_lazy("part of a day", "Late"),
    pgettext_lazy("part of a day", "Night"),
)
EARLY, LATE, NIGHT = range(3)
WEEKDAYS, WEEKEND = range(5), range(5, 7)
CELLS = len(DAYS) * len(PARTS)
ALL = (1 << CELLS) - 1


@dataclass(frozen=True)
class Cell:
    """One part of one day. `bit` is its place in the sum."""

    bit: int
    day: str
    part: str
    on: bool


@dataclass(frozen=True)
class Row:
    day: str
    cells: tuple[Cell, ...]


def bit(day: int, part: int) -> int:
    """The place of one part of one day, counted from Monday early."""
    return day * len(PARTS) + part


def bits_of(places: Iterable[int]) -> int:
    """Places -> sum. Raises ValueError for a place that no week has."""
    found = set(places)
    if found - set(range(CELLS)):
        raise ValueError(found)
    return sum(1 << place for place in found)


def places_of(bits: int) -> list[int]:
    """Sum -> places, in the order of the week. What no week has is left out."""
    return [place for place in range(CELLS) if bits >> place & 1]


def block(days: Iterable[int], *parts: int) -> int:
    """These parts on each of these days."""
    return bits_of(bit(day, part) for day in days for part in parts)


def rows(bits: int) -> tuple[Row, ...]:
    """The week as a table, day by day."""
    return tuple(
        Row(
            str(day),
            tuple(
                Cell(bit(number, part), str(day), str(name), bool(bits >> bit(number, part) & 1))
                for part, name in enumerate(PARTS)
            ),
        )
        for number, day in enumerate(DAYS)
    )


def sentences(bits: int) -> list[str]:
    """The week in words, days that are alike taken together: "Monday to Friday: early, late"."""
    if bits & ALL == ALL:
        return [_("At any time")]
    return [
        _("%(days)s: %(parts)s") % {"days": _days(first, last), "parts": _parts(mask)}
        for first, last, mask in _runs(bits)
        if mask
    ]


def _runs(bits: int) -> Iterator[tuple[int, int, int]]:
    """(first day, last day, parts) for each row of days that are alike."""
    masks = [bits >> bit(day, 0) & 0b111 for day in range(len(DAYS))]
    first = 0
    for day in range(1, len(DAYS) + 1):
        if day == len(DAYS) or masks[day] != masks[first]:
            yield first, day - 1, masks[first]
            first = day


def _days(first: int, last: int) -> str:
    if first == last:
        return str(DAYS[first])
    joined = _("%(first)s and %(last)s") if last == first + 1 else _("%(first)s to %(last)s")
    return joined % {"first": DAYS[first], "last": DAYS[last]}


def _parts(mask: int) -> str:
    return ", ".join(str(name).lower() for part, name in enumerate(PARTS) if mask >> part & 1)
