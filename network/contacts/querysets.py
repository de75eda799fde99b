from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from accounts.models import User
    from network.contacts.models import Offer  # noqa: F401 mypy reads the string below


class OfferQuerySet(models.QuerySet["Offer"]):
    def to(self, user: "User") -> "OfferQuerySet":
        """Those this worker has received."""
        return self.filter(profile__user=user)

    def open(self) -> "OfferQuerySet":
        """Waiting for an answer, in time."""
        return self.filter(state="open", expires_at__gt=timezone.now())

    def overdue(self) -> "OfferQuerySet":
        return self.filter(state="open", expires_at__lte=timezone.now())

    def with_facts(self) -> "OfferQuerySet":
        """With everything a line or page says, in one statement."""
        return self.select_related("employer", "place", "profile")
