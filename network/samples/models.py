import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.profiles.models import Audience, Profile, Station
from network.samples.querysets import WorkSampleQuerySet


class WorkSample(models.Model):
    """A piece with photos, or in care a case without a person (law 12)."""

    class Kind(models.TextChoices):
        PIECE = "piece", _("Work sample")
        CASE = "case", _("Case")

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="samples")
    kind = models.CharField(max_length=10, choices=Kind)
    station = models.ForeignKey(Station, models.SET_NULL, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=80)
    month = models.DateField(null=True, blank=True)
    asked = models.CharField(max_length=400, blank=True)
    did = models.CharField(max_length=400, blank=True)
    share = models.CharField(max_length=200, blank=True)
    watched = models.CharField(max_length=400, blank=True)  # what it came down to, what the worker watched out for
    result = models.CharField(max_length=400, blank=True)
    consent_at = models.DateTimeField(null=True)  # the worker checked the words; each photo has its own consent
    shown = models.BooleanField(default=False)
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.ALL)  # who reads it, once it is shown
    witnesses = models.JSONField(default=list, blank=True)  # copies of who stands for it, see witnessing.py
    once = models.UUIDField(default=uuid.uuid4)  # names the page it was typed on: sent twice, it is stored once
    created_at = models.DateTimeField(default=timezone.now)

    objects = WorkSampleQuerySet.as_manager()

    class Meta:
        ordering = ["-month", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["profile", "once"], name="sample_once"),
            models.CheckConstraint(
                condition=Q(shown=False) | Q(consent_at__isnull=False), name="sample_shown_with_consent"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def key(self) -> str:
        """How Sight and share links call it."""
        return f"sample:{self.pk}"


class Photo(models.Model):
    """One picture. The upload itself is never kept: `raw` is empty as soon as the variants exist, and also when that fails."""

    class Stage(models.TextChoices):
        BEFORE = "before", _("Before")
        DURING = "during", _("During")
        AFTER = "after", _("After")

    class State(models.TextChoices):
        WAITING = "waiting", _("Being prepared")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Could not be read")

    class People(models.TextChoices):
        NOBODY = "nobody", _("Nobody")
        AGREED = "agreed", _("Yes, and they agree")

    class Place(models.TextChoices):
        NO = "no", _("No")
        AGREED = "agreed", _("Yes, and the customer agrees")

    class Firm(models.TextChoices):
        AGREED = "agreed", _("Yes")
        OWN = "own", _("It is my own firm, or my own time")

    class Readable(models.TextChoices):
        NOTHING = "nothing", _("No, nothing")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    sample = models.ForeignKey(WorkSample, models.CASCADE, related_name="photos")
    stage = models.CharField(max_length=10, choices=Stage)
    alt = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    problem = models.CharField(max_length=20, blank=True)  # why it failed, a value of images.Problem or "storage"
    raw = models.CharField(max_length=100, blank=True)  # storage name of the upload until it is re-encoded, then empty
    width = models.PositiveSmallIntegerField(default=0)  # of the largest variant
    height = models.PositiveSmallIntegerField(default=0)
    widths = models.JSONField(default=list)  # variants that exist, e.g. [320, 640, 1280]
    turned = models.PositiveSmallIntegerField(default=0)  # how often it was turned by hand; each time has its own files
    position = models.PositiveSmallIntegerField(default=0)  # among the photos of the same stage
    people = models.CharField(max_length=10, choices=People, blank=True)  # can people be seen? (§ 22 KUG)
    place = models.CharField(max_length=10, choices=Place, blank=True)  # is it a customer's place?
    firm = models.CharField(max_length=10, choices=Firm, blank=True)  # did the firm agree?
    readable = models.CharField(max_length=10, choices=Readable, blank=True)  # house numbers, plates, plans
    agreed_at = models.DateTimeField(null=True)  # all four answered while looking at it: from now on others see it
    once = models.UUIDField(default=uuid.uuid4)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["position", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(raw="", width__gt=0), name="photo_ready_without_raw"
            ),
            models.CheckConstraint(
                condition=Q(agreed_at=None)
                | Q(
                    people__in=["nobody", "agreed"],
                    place__in=["no", "agreed"],
                    firm__in=["agreed", "own"],
                    readable="nothing",
                ),
                name="photo_agreed_with_every_answer",
            ),
            models.UniqueConstraint(fields=["sample", "once"], name="photo_once"),
        ]

    def __str__(self) -> str:
        return str(self.id)
