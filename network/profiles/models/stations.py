from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.employers.models import Employer
from network.occupations.models import Occupation
from network.places.models import Place
from network.profiles.counting import Vouch
from network.profiles.models.audience import Audience
from network.profiles.models.profile import Profile
from network.profiles.querysets import NEWEST_FIRST, StationQuerySet


class Station(models.Model):
    """A time of work, of learning or for the family, from month to month. Months are stored as their first day."""

    class Kind(models.TextChoices):
        JOB = "job", _("Job")
        TRAINING = "training", _("Apprenticeship")
        SELF = "self", _("Self-employed")
        RETRAINING = "retraining", _("Retraining")
        FAMILY = "family", _("Time for the family, or to care for somebody")

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="stations")
    employer = models.ForeignKey(Employer, models.SET_NULL, null=True, blank=True, related_name="+")
    employer_name = models.CharField(max_length=120, blank=True)  # firm, own firm or school; empty for family time
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+")
    occupation = models.ForeignKey(Occupation, models.PROTECT, null=True, related_name="+")  # null: family time
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.JOB)
    start = models.DateField()
    end = models.DateField(null=True, blank=True)  # null: still there
    start_about = models.BooleanField(default=False)  # only the year is known: July stands for it
    end_about = models.BooleanField(default=False)  # only the year is known: June stands for it
    # [{"role": "foreman", "title": "", "start": "2015-04", "about": false}], oldest first; roles are roles.ROLES
    steps = models.JSONField(default=list, blank=True)
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.ALL)
    created_at = models.DateTimeField(default=timezone.now)

    objects = StationQuerySet.as_manager()
    vouches: list[Vouch]  # set by StationQuerySet.with_vouches()

    class Meta:
        ordering = [*NEWEST_FIRST]
        constraints = [
            models.CheckConstraint(condition=Q(end=None) | Q(end__gte=F("start")), name="station_end_after_start"),
            models.CheckConstraint(
                condition=(Q(kind="family") & Q(employer=None, employer_name="", occupation=None))
                | (~Q(kind="family") & ~Q(employer_name="") & Q(occupation__isnull=False)),
                name="station_firm_unless_family",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.employer_name or self.get_kind_display()} {self.start:%m.%Y}"


class Confirmation(models.Model):
    """Months of a station that somebody stands for. Owned here, written by the rooms above: a released reference, later a team stamp."""

    station = models.ForeignKey(Station, models.CASCADE, related_name="confirmations")
    source = models.CharField(max_length=40, unique=True)  # "reference:<public id>"
    level = models.PositiveSmallIntegerField()  # provenance ladder 1..5
    first = models.DateField()
    last = models.DateField()
    on = models.DateField()  # the day it was said
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.ALL)  # as what stands behind it

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="confirmation_order"),
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=5), name="confirmation_level"),
        ]

    def __str__(self) -> str:
        return self.source
