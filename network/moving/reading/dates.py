"""Months as people and programs write them: "Jan 2019", "März 2019", "2019-01", "01/2019", "15.01.2019", "2019"."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from network.moving.reading.found import one_line

# Beginnings that are enough to tell the months of English and German apart.
_BEGINNINGS = (
    *(("jan", 1), ("jän", 1), ("feb", 2), ("mar", 3), ("mär", 3), ("mrz", 3), ("apr", 4), ("may", 5), ("mai", 5)),
    *(("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("oct", 10), ("okt", 10), ("nov", 11), ("dec", 12), ("dez", 12)),
)
_NAMED = re.compile(r"(?:\d{1,2}\.? )?([^\W\d_]{3,12})\.?,? (?:\d{1,2}, )?(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/.](\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YEAR = re.compile(r"(\d{4})")


class Month(NamedTuple):
    """The first of a month; `about`: only the year is known."""

    day: date
    about: bool


def month(value: object) -> Month | None:
    """None where it says no month."""
    text = one_line(value)
    if found := _NAMED.fullmatch(text):
        number = next((at for begins, at in _BEGINNINGS if found[1].lower().startswith(begins)), 0)
        return _made(found[2], number)
    if found := _YEAR_FIRST.fullmatch(text):
        return _made(found[1], int(found[2]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _made(found[2], int(found[1]))
    if found := _DAY_FIRST.fullmatch(text):
        return _made(found[3], int(found[2]))
    if found := _YEAR.fullmatch(text):
        return _made(found[1], 7, about=True)
    return None


def day(value: object) -> date | None:
    """A whole day, "2026-11-26"; None for everything else."""
    try:
        return date.fromisoformat(one_line(value)[:10])
    except ValueError:
        return None


def last_day(found: Month) -> date:
    """Of its month: what holds until May holds all of May."""
    return found.day.replace(day=monthrange(found.day.year, found.day.month)[1])


def _made(year: str, number: int, *, about: bool = False) -> Month | None:
    known = 1900 <= int(year) <= 2200 and 1 <= number <= 12
    return Month(date(int(year), number, 1), about) if known else None
