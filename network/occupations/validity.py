"""How long a proof holds."""

from calendar import monthrange
from datetime import date

from network.occupations.models import QualificationKind

MONTHS_OF = {"years": 12, "months": 1}


def valid_until(kind: QualificationKind, issued: date | None) -> date | None:
    """The last day on which a proof issued that day holds; None where it never ends or the day is not known.

    A yearly duty (an instruction, some hours of training) does not end the proof itself. A period ends on the day with
    the same number; where the month is too short, on its last day (§ 188 BGB): 29 February + 5 years = 28 February.
    """
    if issued is None or kind.rule not in MONTHS_OF or not kind.amount:
        return None
    months = issued.year * 12 + issued.month - 1 + kind.amount * MONTHS_OF[kind.rule]
    year, month = divmod(months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(issued.day, monthrange(year, month + 1)[1]))
