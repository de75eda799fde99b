from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from network.employers.models import Membership

if TYPE_CHECKING:
    from accounts.models import User
    from network.search.models import SavedSearch  # noqa: F401  the name in the base class

# A run that begins a little earlier than the last one still counts as the next day or week.
EVERY = {"daily": timedelta(hours=20), "weekly": timedelta(days=6, hours=20)}


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    def of(self, user: "User") -> "SavedSearchQuerySet":
        """The person's own that are not over."""
        return self.filter(user=user, ends_on__gt=timezone.localdate())

    def alive(self) -> "SavedSearchQuerySet":
        """Not over, of people who recruit for this firm today, which is checked today."""
        here = Membership.objects.current().filter(user=OuterRef("user"), employer=OuterRef("employer"))
        today = timezone.localdate()
        return self.filter(
            Exists(here.filter(is_recruiter=True)), ends_on__gt=today, employer__checked_until__gte=today
        )

    def due(self, now: datetime) -> "SavedSearchQuerySet":
        """Of these whose day or week is over."""
        when = Q()
        for rhythm, time in EVERY.items():
            when |= Q(rhythm=rhythm, last_run__lte=now - time)
        return self.alive().filter(when)

    def over(self) -> "SavedSearchQuerySet":
        """Over their time, or of people who recruit there no more."""
        here = Membership.objects.current().filter(user=OuterRef("user"), employer=OuterRef("employer"))
        return self.filter(Q(ends_on__lte=timezone.localdate()) | ~Exists(here.filter(is_recruiter=True)))
