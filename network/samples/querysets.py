from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Count, Q

from accounts.models import User
from network.profiles.models import Profile

if TYPE_CHECKING:
    from network.samples.models import WorkSample  # noqa: F401  named in a string below


class WorkSampleQuerySet(models.QuerySet["WorkSample"]):
    def of(self, user: User | AnonymousUser) -> "WorkSampleQuerySet":
        """One's own; nobody else's sample can be reached through this."""
        return self.filter(profile__user_id=user.pk or 0)

    def with_photos(self) -> "WorkSampleQuerySet":
        """Two statements for any number of samples."""
        return self.select_related("station__place", "station__occupation__field").prefetch_related("photos")

    def counting_photos(self) -> "WorkSampleQuerySet":
        """Annotates photo_count, without those that could not be read."""
        return self.annotate(photo_count=Count("photos", filter=~Q(photos__state="failed")))

    def shown_on(self, profile: Profile) -> "WorkSampleQuerySet":
        """What stands on the page of this profile. Who may open the page is asked before."""
        return self.filter(profile=profile, shown=True)
