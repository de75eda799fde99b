"""What the calendar does to pages. Runs once a day with `manage.py purge`."""

from datetime import datetime, time

from django.utils import timezone

from network.employers.models import Employer
from network.profiles.actions import meet_employer
from network.profiles.copies import LATE, refresh_aged


def daily() -> int:
    """Copies for search that grew old, and blocks by name whose firm has registered. Returns how many were touched."""
    today = timezone.localdate()
    since = timezone.make_aware(datetime.combine(today - LATE, time.min))
    met = sum(meet_employer(employer=employer) for employer in Employer.objects.filter(created_at__gte=since))
    return refresh_aged(today) + met
