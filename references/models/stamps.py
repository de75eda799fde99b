from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.employers.models import Employer
from network.profiles.models import Station
from references.querysets import StampAnswerQuerySet, StampRoundQuerySet


class StampConsent(models.Model):
    """A worker wants to be on the firm's list. The row is the consent: it goes when she says no, and with the station."""

    station = models.OneToOneField(Station, models.CASCADE, related_name="stamp_consent")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.station)


class StampStop(models.Model):
    """The firm does not want to be asked twice a year. The row is the wish."""

    employer = models.OneToOneField(Employer, models.CASCADE, related_name="stamp_stop")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.employer)


class StampRound(models.Model):
    """Twice a year one employer is asked once: are these people still with you? No answer is no news."""

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="stamp_rounds")
    half = models.CharField(max_length=7)  # "2026-H2"
    opened_at = models.DateTimeField(default=timezone.now)  # the mail left then
    closes_at = models.DateTimeField()

    objects = StampRoundQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["employer", "half"], name="stamp_round_once")]

    def __str__(self) -> str:
        return f"{self.employer} {self.half}"


class StampAnswer(models.Model):
    """What the firm said about one person on the list. "Skip" leaves no row."""

    class Said(models.TextChoices):
        YES = "yes", _("Still with us")
        GONE = "gone", _("No longer")

    round = models.ForeignKey(StampRound, models.CASCADE, related_name="answers")
    station = models.ForeignKey(Station, models.CASCADE, related_name="stamps")
    said = models.CharField(max_length=5, choices=Said)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    level = models.PositiveSmallIntegerField()  # provenance ladder, fixed that day
    at = models.DateTimeField(default=timezone.now)
    contested_at = models.DateTimeField(null=True)  # the worker says that this is not so

    objects = StampAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "station"], name="stamp_answer_once"),
            models.CheckConstraint(condition=Q(level__gte=3, level__lte=4), name="stamp_level"),
        ]

    def __str__(self) -> str:
        return f"{self.station} {self.said}"
