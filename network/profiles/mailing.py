"""Whom the calendar writes to. The conditions of both mails stand here, and are asked again in the moment of sending."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts import placeholders
from network.profiles.copies import LATE
from network.profiles.models import Profile, Qualification, Reminder

YEAR = timedelta(days=365)
AHEAD = (90, 30)  # days before a paper runs out
AT_ONCE = 200  # pages read together


def to_be_asked(now: datetime) -> QuerySet[Profile]:
    """Complete pages that nobody has changed, checked or been asked about for a year, where the mail is wanted.

    While somebody helps at the desk, nobody is asked.
    """
    year_ago = now - YEAR
    said = Q(available_said=None) | Q(available_said__lt=year_ago.date())  # times of work move no changed_at
    untouched = Q(changed_at__lt=year_ago) & (Q(checked_at=None) | Q(checked_at__lt=year_ago)) & said
    unasked = Q(asked_at=None) | Q(asked_at__lt=year_ago)
    complete = ~Q(name="") & Q(occupation__isnull=False, place__isnull=False)
    return Profile.objects.filter(untouched & unasked & complete, yearly=True, helper=None)


def running_out(today: date) -> QuerySet[Qualification]:
    """Papers that run out in 90 or 30 days, where the mail is wanted and nothing was sent about this end yet.

    A night that was missed is made up for within a week. Later the moment is over: who adds a paper that runs out in 60
    days knows about it, and hears of it once more, 30 days before.
    """
    due = Q()
    for days in AHEAD:
        told = Reminder.objects.filter(qualification=OuterRef("pk"), due=OuterRef("valid_until"), days=days)
        due |= Q(~Exists(told), valid_until__in=_window(today, days))
    nobody = Q(profile__user__email__endswith=placeholders.DOMAIN)  # a page from the desk that nobody took over yet
    return Qualification.objects.filter(due, ~nobody, profile__reminders=True)


def days_ahead(until: date, today: date) -> int:
    """Which of the two moments it is."""
    return next(days for days in AHEAD if until in _window(today, days))


def _window(today: date, days: int) -> list[date]:
    return [today + timedelta(days=days - late) for late in range(LATE.days)]


def in_chunks(pks: QuerySet[Profile] | QuerySet[Qualification], name: str) -> Iterator[int]:
    """The values of one column, each once, read bit by bit: no cursor stays open while mails are sent."""
    after = 0
    while found := list(
        pks.filter(**{f"{name}__gt": after}).order_by(name).values_list(name, flat=True).distinct()[:AT_ONCE]
    ):
        yield from found
        after = found[-1]
