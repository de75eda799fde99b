"""From which day on somebody can start, as the page says it: a day that was named, else the time of notice from today on."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q

from network.occupations.validity import after_months
from network.profiles.models import Profile

Notice = Profile.Notice
# § 622 BGB counts weeks in days and months by the calendar.
WEEKS = {Notice.TWO_WEEKS: 2, Notice.FOUR_WEEKS: 4}
MONTHS = {Notice.MONTH: 1, Notice.TWO_MONTHS: 2, Notice.THREE_MONTHS: 3, Notice.HALF_YEAR: 6}
BEFORE_QUARTER_ENDS = timedelta(weeks=6)  # what contracts with "to the end of a quarter" usually say


def can_start_by(day: date, today: date) -> Q:
    """Who has named a day up to this one, or has named none and could be out of the contract by then."""
    too_long = [notice for notice, first in first_days(today) if first > day]
    return Q(available_from__lte=day) | (Q(available_from=None) & ~Q(notice__in=too_long))


def first_days(today: date) -> Iterator[tuple[Notice, date]]:
    """For each time of notice the first day of work elsewhere, if notice is given today."""
    for notice, weeks in WEEKS.items():
        yield notice, today + timedelta(weeks=weeks)
    for notice, months in MONTHS.items():
        yield notice, after_months(today, months)
    yield Notice.QUARTER, _quarter_after(today + BEFORE_QUARTER_ENDS)


def _quarter_after(day: date) -> date:
    """The first day of the quarter that follows the one this day is in."""
    return after_months(day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1), 3)
