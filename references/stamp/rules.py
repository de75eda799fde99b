"""When a firm is asked, and about whom."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from network.employers.models import Employer
from network.employers.viewer import Viewer
from network.profiles import kinds
from network.profiles.models import Profile, Station
from network.profiles.querysets import StationQuerySet
from references.models import StampAnswer, StampRound

MONTHS = (5, 11)  # the middle of each half of the year: not in the holidays, not with the accounts
OPEN_FOR = timedelta(days=42)
KEPT = timedelta(days=3 * 365)


def half_of(day: date) -> str:
    """ "2026-H2"."""
    return f"{day.year}-H{1 if day.month <= 6 else 2}"


def is_time_to_ask(day: date) -> bool:
    """The whole month, so that missed nights are made up for."""
    return day.month in MONTHS


def next_time(day: date) -> date:
    """The first of the month in which a firm is asked next."""
    later = [date(year, month, 1) for year in (day.year, day.year + 1) for month in MONTHS]
    return next(each for each in later if each > day)


def ends_at(opened: datetime) -> datetime:
    """Midnight, so that the page can name a day."""
    last = timezone.localdate(opened) + OPEN_FOR
    return timezone.make_aware(datetime.combine(last, time.max.replace(microsecond=0)))


def can_stamp(station: Station) -> bool:
    """A registered firm can say it, and it is not over as the worker says."""
    going_on = station.end is None or station.end >= timezone.localdate().replace(day=1)
    return bool(station.employer_id) and station.kind in kinds.AT_A_FIRM and going_on


def is_hiding(profile: Profile, employer: Employer) -> bool:
    """The worker hides from this firm or its family (law 4): then she is on no list of it."""
    return not Profile.objects.not_blocking(_people_of(employer)).filter(pk=profile.pk).exists()


def listed(employer: Employer) -> StationQuerySet:
    """Stations of those who agreed and do not hide from the firm, as they stand today. By name."""
    month = timezone.localdate().replace(day=1)
    found = Station.objects.at(employer).filter(stamp_consent__isnull=False, kind__in=kinds.AT_A_FIRM)
    found = found.filter(Q(end=None) | Q(end__gte=month), start__lte=month)
    seen = Profile.objects.not_blocking(_people_of(employer))
    return found.filter(profile__in=seen).select_related("profile", "occupation").order_by("profile__name", "pk")


def open_round(employer: Employer) -> StampRound | None:
    return StampRound.objects.open().filter(employer=employer).first()


def is_open(round_: StampRound) -> bool:
    return round_.closes_at > timezone.now()


def stands(answer: StampAnswer) -> bool:
    """The worker has not said that it is not so."""
    return answer.contested_at is None


def first_month(station: Station, today: date) -> date:
    """From which month on a yes stands for the station. Of "about 2009" only years that nobody has to guess."""
    if not station.start_about:
        return station.start
    return min(date(station.start.year + 1, 1, 1), today.replace(day=1))


def _people_of(employer: Employer) -> Viewer:
    return Viewer(roots=frozenset([employer.root_id or employer.pk]))
