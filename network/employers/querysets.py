from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone

if TYPE_CHECKING:
    from network.employers.models import Employer, Invitation, Membership  # noqa: F401  names in the generics


class EmployerQuerySet(models.QuerySet["Employer"]):
    def checked(self) -> "EmployerQuerySet":
        return self.filter(checked_until__gte=timezone.localdate())

    def standing(self) -> "EmployerQuerySet":
        """Without old names of others."""
        return self.filter(merged_into=None)

    def merging(self) -> "EmployerQuerySet":
        """Both sides want it, or nobody speaks for the other; the desk decides. Oldest first."""
        return self.filter(merge_agreed_at__isnull=False).order_by("merge_agreed_at", "pk")

    def waiting(self) -> "EmployerQuerySet":
        """What the desk has to look at, oldest first."""
        return self.filter(queued_at__isnull=False).order_by("queued_at", "pk")


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> "MembershipQuerySet":
        return self.filter(until=None)

    def at(self, employer: "Employer") -> "MembershipQuerySet":
        """Of the firm itself; of an old name: of the firm that answers for it now."""
        return self.filter(employer=employer.merged_into_id or employer.pk)

    def admins(self) -> "MembershipQuerySet":
        return self.current().filter(is_admin=True)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def unanswered(self) -> "InvitationQuerySet":
        """Neither accepted nor taken back; in time or too late."""
        return self.filter(accepted_at=None, revoked_at=None)

    def over(self, before: datetime) -> "InvitationQuerySet":
        """Answered, taken back or too late since then: nobody needs the address any more."""
        return self.filter(Q(accepted_at__lt=before) | Q(revoked_at__lt=before) | Q(expires_at__lt=before))

    def open(self) -> "InvitationQuerySet":
        return self.unanswered().filter(expires_at__gt=timezone.now())
