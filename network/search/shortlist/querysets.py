from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

from network.employers.viewer import Viewer
from network.profiles.models import Profile

if TYPE_CHECKING:
    from accounts.models import User
    from network.employers.models import Employer
    from network.search.models import Shortlisted  # noqa: F401  the name in the base class


class ShortlistedQuerySet(models.QuerySet["Shortlisted"]):
    def of(self, employer: "Employer") -> "ShortlistedQuerySet":
        """On this firm's list today, whoever may see them."""
        return self.filter(employer=employer, ends_on__gt=timezone.localdate())

    def shown_to(self, viewer: Viewer, employer: "Employer") -> "ShortlistedQuerySet":
        """Those of the firm's list whom this member can find now: who hides is gone, with the note, without a trace (laws 3 and 4)."""
        return self.of(employer).filter(profile__in=Profile.objects.findable_by(viewer).values("pk"))

    def newest_first(self) -> "ShortlistedQuerySet":
        return self.order_by("-added_on", "-pk")

    def about(self, user: "User") -> "ShortlistedQuerySet":
        """All that is stored about this worker, also what only waits to be deleted."""
        return self.filter(profile__user=user).select_related("employer__place").newest_first()

    def over(self) -> "ShortlistedQuerySet":
        return self.filter(ends_on__lte=timezone.localdate())
