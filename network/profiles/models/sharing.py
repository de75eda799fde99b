from datetime import datetime

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from network.employers.models import Employer
from network.places.models import Place
from network.profiles.models.profile import Profile
from network.profiles.querysets_sharing import LookQuerySet, ShareQuerySet


class Block(models.Model):
    """The worker hides from this employer and its whole family, parent and branches (law 4).

    A firm that is not registered yet is kept by name, and by place if the worker named one, and becomes an employer when
    one registers, see actions.meet_employer().
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="blocks")
    employer = models.ForeignKey(Employer, models.CASCADE, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)  # as typed
    key = models.CharField(max_length=120, blank=True, db_index=True)  # the name folded, without its legal form
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["employer", "profile"], name="block_once"),
            models.UniqueConstraint(
                "profile", "key", Coalesce("place", 0), condition=Q(employer=None), name="block_name_once"
            ),
            models.CheckConstraint(condition=Q(employer__isnull=False) | ~Q(key=""), name="block_employer_or_name"),
        ]

    def __str__(self) -> str:
        return f"{self.profile} {self.employer or self.name}"


class ShareLink(models.Model):
    """A secret address that shows named items of a page until a day. Works whatever the page's own visibility is."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="shares")
    token_hash = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=80)  # whom it is for; only the worker reads it
    items = models.JSONField(default=list)  # keys of Sight: ["station:7", "sample:3", "phone"]
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = ShareQuerySet.as_manager()
    hours: list[datetime] = []  # set by ShareQuerySet.with_hours()

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class ShareOpening(models.Model):
    """When a share link was opened, to the hour. Not by whom."""

    share = models.ForeignKey(ShareLink, models.CASCADE, related_name="openings")
    hour = models.DateTimeField()

    class Meta:
        ordering = ["-hour"]
        constraints = [models.UniqueConstraint(fields=["share", "hour"], name="opening_once_an_hour")]

    def __str__(self) -> str:
        return f"{self.share_id} {self.hour:%Y-%m-%d %H}"


class Look(models.Model):
    """A checked employer opened the page, or had it in a list, on this day. For the worker to read, for 90 days."""

    class Where(models.TextChoices):
        PAGE = "page"
        LIST = "list"

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="looks")
    employer = models.ForeignKey(Employer, models.CASCADE, related_name="+")
    where = models.CharField(max_length=5, choices=Where)
    day = models.DateField(db_index=True)

    objects = LookQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "employer", "where", "day"], name="look_once_a_day")]

    def __str__(self) -> str:
        return f"{self.profile_id} {self.employer_id} {self.where} {self.day}"
