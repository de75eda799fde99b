"""Months as they are stored, and those that stand for a year of which nobody knows the month any more (docs/decisions/0018)."""

from datetime import date

FIRST, LAST = (
    7,
    6,
)  # July for a first month, June for a last one: two whole years lie between "about 2009" and "about 2011"


def month_of(text: str) -> date:
    """ "2013-09" -> the first of that month."""
    return date.fromisoformat(f"{text}-01")


def settle(
    start: date, end: date | None, *, start_about: bool, end_about: bool, today: date
) -> tuple[date, date | None]:
    """The first and last month to store. An unknown one gives way to a known one of the same year, and to the present."""
    this_month = today.replace(day=1)
    if start_about:
        start = _not_after(start.replace(month=FIRST, day=1), this_month)
    if end is None:
        return start, None
    if end_about:
        end = _not_after(end.replace(month=LAST, day=1), this_month)
    if end < start and end.year == start.year:
        if end_about:
            end = start
        elif start_about:
            start = end
    return start, end


def stand_in(start: date, *, about: bool, today: date) -> date:
    """The same for a month alone."""
    return settle(start, None, start_about=about, end_about=False, today=today)[0]


def earliest(month: date, *, about: bool) -> date:
    return month.replace(month=1) if about else month


def latest(month: date, *, about: bool) -> date:
    return month.replace(month=12) if about else month


def _not_after(month: date, this_month: date) -> date:
    """A month of this year that has not come yet cannot be meant."""
    return min(month, this_month) if month.year == this_month.year else month
