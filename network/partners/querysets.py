from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

if TYPE_CHECKING:
    from accounts.models import User
    from network.employers.models import Employer
    from network.partners.models import Key  # noqa: F401 mypy reads the string below


class KeyQuerySet(models.QuerySet["Key"]):
    def of(self, user: "User") -> "KeyQuerySet":
        """Those this person has made."""
        return self.filter(member__user=user).select_related("member__employer")

    def at(self, employer: "Employer") -> "KeyQuerySet":
        """Of the firm and of the old names that belong to it, whoever made them, with who that was."""
        here = Q(member__employer=employer) | Q(member__employer__merged_into=employer)
        return self.filter(here).select_related("member__employer")

    def living(self) -> "KeyQuerySet":
        """Neither ended nor too old, and whoever made it still administrates there."""
        here = self.filter(ended_at=None, expires_at__gt=timezone.now())
        return here.filter(member__until=None, member__is_admin=True)

    def working(self) -> "KeyQuerySet":
        """What opens the door now: the firm is checked, too."""
        return self.living().filter(
            member__employer__checked_until__gte=timezone.localdate(), member__employer__merged_into=None
        )

    def over(self, before: datetime) -> "KeyQuerySet":
        """Ended or too old since then."""
        return self.filter(Q(ended_at__lt=before) | Q(expires_at__lt=before) | Q(member__until__lt=before))

    def not_used_on(self, day: date) -> "KeyQuerySet":
        return self.filter(Q(last_used=None) | Q(last_used__lt=day))
