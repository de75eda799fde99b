"""The mails of the calendar, one person after the other. A mail that fails must not stop the others."""

import logging
from collections.abc import Callable, Iterable
from datetime import date, datetime

from network.profiles import actions, mailing

log = logging.getLogger("handschlag.mail")


def ask_yearly(now: datetime) -> int:
    """Who has not looked at a complete page for a year is asked once whether it is still right. Returns how many."""
    due = mailing.in_chunks(mailing.to_be_asked(now), "pk")
    return _each(due, lambda pk: actions.ask_if_right(pk=pk, now=now))


def remind(today: date) -> int:
    """Papers that run out in 90 or 30 days. Returns how many people got a mail."""
    due = mailing.in_chunks(mailing.running_out(today), "profile_id")
    return _each(due, lambda pk: actions.remind(pk=pk, today=today))


def _each(due: Iterable[int], send: Callable[[int], bool]) -> int:
    sent = 0
    for pk in due:
        try:
            sent += send(pk)
        except Exception as trouble:  # noqa: BLE001  whatever goes wrong for one person, tomorrow it is tried again
            log.error("the mail about page %d could not be sent: %s", pk, type(trouble).__name__)
    return sent
