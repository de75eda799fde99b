"""What the calendar does to pages. Runs once a day with `manage.py purge`."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from network.employers.models import Employer
from network.profiles.actions import meet_employer
from network.profiles.copies import LATE, refresh_aged
from network.profiles.models import Look, ShareLink
from network.profiles.upkeep_mails import ask_yearly, remind

KEPT = timedelta(days=90)  # who looked, and share links that are over


def daily() -> int:
    """Copies for search that grew old, blocks by name whose firm has registered, notes that are over their time.

    Last the only two mails that the house sends by itself. Returns how many rows were touched and mails sent.
    """
    today = timezone.localdate()
    since = timezone.make_aware(datetime.combine(today - LATE, time.min))
    met = sum(meet_employer(employer=employer) for employer in Employer.objects.filter(created_at__gte=since))
    touched = refresh_aged(today) + met + _forget(today)
    return touched + ask_yearly(timezone.now()) + remind(today)


def _forget(today: date) -> int:
    """Who looked more than 90 days ago, and share links that ended that long ago."""
    over = timezone.now() - KEPT
    looks, _each = Look.objects.filter(day__lt=today - KEPT).delete()
    shares, _each = ShareLink.objects.filter(Q(expires_at__lt=over) | Q(ended_at__lt=over)).delete()
    return looks + shares
