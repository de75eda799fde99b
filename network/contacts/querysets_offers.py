from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from network.employers.models import Membership

if TYPE_CHECKING:
    from accounts.models import User
    from network.contacts.models import Offer  # noqa: F401 mypy reads the string below
    from network.employers.models import Employer


class OfferQuerySet(models.QuerySet["Offer"]):
    def to(self, user: "User") -> "OfferQuerySet":
        """Those this worker has received."""
        return self.filter(profile__user=user)

    def of(self, employer: "Employer") -> "OfferQuerySet":
        """In the name of this firm, or in a name that belongs to it now."""
        return self.filter(Q(employer=employer) | Q(employer__merged_into=employer))

    def read_by(self, user_id: int, employer: "Employer") -> "OfferQuerySet":
        """Those of an old name only for who was there when they were sent: a worker's yes went to those people."""
        there = Membership.objects.filter(
            user=user_id, employer=OuterRef("employer"), until__gte=OuterRef("created_at")
        )
        return self.of(employer).filter(Q(employer=employer) | Exists(there))

    def open(self) -> "OfferQuerySet":
        """Waiting for an answer, in time."""
        return self.filter(state="open", expires_at__gt=timezone.now())

    def overdue(self) -> "OfferQuerySet":
        return self.filter(state="open", expires_at__lte=timezone.now())

    def with_facts(self) -> "OfferQuerySet":
        """With everything a line or page says, in one statement."""
        return self.select_related("employer__merged_into", "place", "profile")
