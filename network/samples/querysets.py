from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Count, Q

from accounts.models import User
from network.profiles import joined
from network.profiles.models import Profile

if TYPE_CHECKING:
    from network.samples.models import WorkSample


class WorkSampleQuerySet(models.QuerySet["WorkSample"]):
    def of(self, user: User | AnonymousUser) -> "WorkSampleQuerySet":
        """One's own; nobody else's sample can be reached through this."""
        return self.filter(profile__user_id=user.pk or 0)

    def with_photos(self) -> "WorkSampleQuerySet":
        """Two statements for any number of samples."""
        return self.select_related("station__place", "station__occupation__field").prefetch_related("photos")

    def with_photos_joined(self) -> "list[WorkSample]":
        """The same in one statement, in the same order: a page has 8 for everything."""
        model = apps.get_model("samples", "Photo")
        rows = self.select_related("station__place", "station__occupation__field").annotate(
            **joined.columns(model, "photos")
        )
        samples: dict[int, WorkSample] = {}
        photos: dict[int, list[Any]] = defaultdict(list)
        for row in rows.order_by("-month", "-pk", "photos__position", "photos__created_at"):
            samples.setdefault(row.pk, row)
            if photo := joined.built(model, "photos", row):
                photos[row.pk].append(photo)
        for pk, sample in samples.items():
            joined.keep(sample, "photos", photos[pk])
        return list(samples.values())

    def counting_photos(self) -> "WorkSampleQuerySet":
        """Annotates photo_count, without those that could not be read."""
        return self.annotate(photo_count=Count("photos", filter=~Q(photos__state="failed")))

    def shown_on(self, profile: Profile) -> "WorkSampleQuerySet":
        """What stands on the page of this profile. Who may open the page is asked before."""
        return self.filter(profile=profile, shown=True)
