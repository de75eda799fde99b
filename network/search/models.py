from django.db import models

from network.employers.models import Employer
from network.profiles.models import Profile
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
