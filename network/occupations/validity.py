"""How long a proof holds, and what returns while it does."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from network.occupations.models import QualificationKind

MONTHS_OF = {"years": 12, "months": 1}


def valid_until(kind: QualificationKind, issued: date | None) -> date | None:
    """The last day on which a proof issued that day holds; None where it never ends or the day is not known.

    A yearly duty (an instruction, some hours of training) does not end the proof itself. Where a law has changed, older
    proofs hold until the day that the new one names (refrigerants: Regulation (EU) 2024/573).
    """
    if issued is None or kind.rule not in MONTHS_OF or not kind.amount:
        return None
    if kind.old_before and issued < kind.old_before:
        return kind.old_until
    return after_months(issued, kind.amount * MONTHS_OF[kind.rule])


def duties(months: int | None, issued: date | None, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last` on which something is due again that returns every so many months since `issued`.

    None where nothing returns. The day of issue itself is not one.
    """
    if not months or issued is None:
        return
    gone = (first.year - issued.year) * 12 + first.month - issued.month
    turn = max(1, gone // months)
    while (due := after_months(issued, turn * months)) <= last:
        if due >= first:
            yield due
        if due == date.max:
            return
        turn += 1


def after_months(begin: date, months: int) -> date:
    """A period ends on the day with the same number; where the month is too short, on its last day.

    § 188 BGB: 29 February and 5 years are 28 February.
    """
    year, month = divmod(begin.year * 12 + begin.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(begin.day, monthrange(year, month + 1)[1]))
