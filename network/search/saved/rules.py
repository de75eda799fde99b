"""How many searches somebody may save, and for how long."""

from datetime import date

from network.occupations.validity import after_months
from network.search.criteria import Criteria

MONTHS = 6
MOST = 20  # for each person


def end_of(wanted: Criteria, today: date) -> date:
    """Six months from today; a search for a start by a day has nothing to say after that day."""
    days = [date.fromisoformat(each.value) for each in wanted.conditions if each.name == "start"]
    return min([after_months(today, MONTHS), *(date.fromordinal(day.toordinal() + 1) for day in days)])
