from django.db import models
from django.db.models import Q

from network.employers.models import Employer
from network.occupations.models import Occupation, QualificationKind
from network.profiles.models.audience import Audience
from network.profiles.models.profile import Profile
from network.profiles.models.stations import Station
from network.profiles.querysets_papers import QualificationQuerySet


class Qualification(models.Model):
    """One paper, as the worker says it; `seen_...`: who has held the original in hand. No copy of it is ever stored."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="qualifications")
    kind = models.ForeignKey(QualificationKind, models.PROTECT, related_name="+")
    issuer = models.CharField(max_length=120, blank=True)
    number = models.CharField(max_length=60, blank=True)
    issued = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    until_typed = models.BooleanField(default=False)  # the worker's own date instead of the rule's
    station = models.ForeignKey(Station, models.SET_NULL, null=True, blank=True, related_name="+")  # where it counts
    # Recognition of a foreign paper: what as, and {"applied": "2024-03", ...}, keys of recognition.STEPS in their order
    recognised_as = models.ForeignKey(Occupation, models.PROTECT, null=True, blank=True, related_name="+")
    recognition = models.JSONField(default=dict, blank=True)
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.ALL)
    # Seen by
    seen_by = models.CharField(max_length=120, blank=True)  # name of the employer or of the desk, as it was that day
    seen_employer = models.ForeignKey(Employer, models.SET_NULL, null=True, blank=True, related_name="+")
    seen_on = models.DateField(null=True, blank=True)
    seen_level = models.PositiveSmallIntegerField(default=0)  # of the provenance ladder, fixed that day

    objects = QualificationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["profile", "kind"], name="qualification_once"),
            models.CheckConstraint(
                condition=Q(seen_by="", seen_on=None, seen_level=0)
                | (~Q(seen_by="") & Q(seen_on__isnull=False, seen_level__gte=1, seen_level__lte=5)),
                name="qualification_seen_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.kind)


class Reminder(models.Model):
    """A mail about one end of one paper has been sent: never the same one twice."""

    qualification = models.ForeignKey(Qualification, models.CASCADE, related_name="reminders")
    due = models.DateField()
    days = models.PositiveSmallIntegerField()  # 90 or 30 before
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["qualification", "due", "days"], name="reminder_once")]

    def __str__(self) -> str:
        return f"{self.qualification_id} {self.due} {self.days}"
