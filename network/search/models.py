from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ids import public_id
from network.employers.models import Employer
from network.occupations.models import Field
from network.places.models import Place
from network.profiles.models import Profile
from network.search.saved.querysets import SavedSearchQuerySet
from network.search.shortlist.querysets import ShortlistedQuerySet


class Shortlisted(models.Model):
    """An employer has this person on its list, with a note of its people. The worker reads both (law 3).

    By whom is not stored: the list is one of the firm, and whoever recruits there answers for it.
    """

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="shortlist")
    profile = models.ForeignKey(Profile, models.CASCADE, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    added_on = models.DateField()
    ends_on = models.DateField(db_index=True)  # not on the list any more from this day on

    objects = ShortlistedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["employer", "profile"], name="shortlisted_once"),
            models.CheckConstraint(condition=models.Q(ends_on__gt=models.F("added_on")), name="shortlisted_ends_later"),
        ]

    def __str__(self) -> str:
        return f"{self.employer_id} {self.profile_id}"


class SavedSearch(models.Model):
    """A recruiter wants a mail when somebody new fits. `query` is the address; what stands beside it is read from it, for the nightly run."""

    class Rhythm(models.TextChoices):
        DAILY = "daily", _("Every day")
        WEEKLY = "weekly", _("Every week")

    public_id = models.CharField(max_length=10, unique=True, default=public_id)
    employer = models.ForeignKey(Employer, models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    rhythm = models.CharField(max_length=10, choices=Rhythm)
    query = models.CharField(max_length=1000)
    words = models.CharField(max_length=600)  # what it asks, as said to whom it belongs
    place = models.ForeignKey(Place, models.CASCADE, related_name="+")
    radius = models.PositiveSmallIntegerField()
    field = models.ForeignKey(Field, models.CASCADE, null=True, related_name="+")
    groups = models.JSONField(default=list)  # of occupations; empty where there is a field
    conditions = models.JSONField(default=list)  # [["shift", "night"]]
    created_at = models.DateTimeField(default=timezone.now)
    last_run = models.DateTimeField(default=timezone.now)  # until when it knows who has changed
    ends_on = models.DateField(db_index=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "employer", "query"], name="saved_search_once"),
            models.CheckConstraint(
                condition=models.Q(field=None) ^ models.Q(groups=[]), name="saved_search_field_or_groups"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    def is_over(self, today: date) -> bool:
        return self.ends_on <= today
