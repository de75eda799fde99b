from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ids import public_id
from network.employers.models import Employer
from network.occupations.models import Field, Occupation, QualificationKind
from network.places.models import Near, Place
from network.profiles.counting import Vouch
from network.profiles.querysets import Paper, ProfileQuerySet, QualificationQuerySet, StationQuerySet


class Profile(models.Model):
    """A worker's page. The lower half are copies for search, written by actions.refresh() alone."""

    class Visibility(models.TextChoices):
        OFF = "off", _("Nobody")
        LINK = "link", _("People who have my link")
        EMPLOYERS = "employers", _("Checked employers")
        EVERYONE = "everyone", _("Everyone")

    class Goal(models.TextChoices):
        OPEN = "open", _("I am open for offers")
        KEEP = "keep", _("I only want to keep my references")
        SIDE = "side", _("I am looking for a side job")
        TRAINING = "training", _("I am looking for an apprenticeship")

    class NameShown(models.TextChoices):
        INITIAL = "initial", _("First name and initial")
        FULL = "full", _("Full name")

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile")
    handle = models.CharField(max_length=10, unique=True, default=public_id)
    name = models.CharField(max_length=80, blank=True)
    name_shown = models.CharField(max_length=10, choices=NameShown, default=NameShown.INITIAL)
    occupation = models.ForeignKey(Occupation, models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+", db_index=False)
    radius_km = models.PositiveSmallIntegerField(default=25)
    montage = models.BooleanField(default=False)
    goal = models.CharField(max_length=10, choices=Goal, blank=True)
    available_from = models.DateField(null=True, blank=True)
    about = models.CharField(max_length=300, blank=True)
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.OFF)
    visibility_chosen = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    # Copies for search
    field = models.ForeignKey(Field, models.PROTECT, null=True, related_name="+", db_index=False)
    group = models.CharField(max_length=60, blank=True)  # Occupation.group
    searchable = models.BooleanField(default=False)  # complete, and visible to checked employers or everyone
    public = models.BooleanField(default=False)  # visible to everyone
    open = models.BooleanField(default=False)  # wants offers; shown to members of checked employers only (law 3)
    shifts = models.BigIntegerField(default=0)
    quals = models.BigIntegerField(default=0)
    refs = models.PositiveSmallIntegerField(default=0)  # released references, not withdrawn
    vouched_months = models.PositiveSmallIntegerField(default=0)
    declared_months = models.PositiveSmallIntegerField(default=0)  # said by the worker alone
    vouched_by = models.PositiveSmallIntegerField(default=0)  # employers that confirmed
    last_confirmed = models.DateField(null=True)

    near = models.ForeignObject(Near, models.DO_NOTHING, from_fields=["place"], to_fields=["place"], related_name="+")
    objects = ProfileQuerySet.as_manager()
    papers: list[Paper]  # set by ProfileQuerySet.with_papers()
    newest_firm: str  # set by ProfileQuerySet.of(), empty where there is no station

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(radius_km__gte=5, radius_km__lte=100), name="profile_radius"),
            models.CheckConstraint(
                condition=Q(searchable=False) | Q(visibility__in=["employers", "everyone"]), name="profile_searchable"
            ),
            models.CheckConstraint(condition=Q(public=False) | Q(visibility="everyone"), name="profile_public"),
        ]
        indexes = [
            models.Index(
                name=f"search_{first[0]}",
                condition=Q(searchable=True),
                fields=[
                    *first,
                    "radius_km",
                    "searchable",
                    "public",
                    "open",
                    "shifts",
                    "refs",
                    "quals",
                    "last_confirmed",
                    "id",
                ],
            )
            for first in (["group", "place"], ["field", "place", "group"])
        ]

    def __str__(self) -> str:
        return self.handle


class Station(models.Model):
    """One job at one employer, from month to month. Months are stored as their first day."""

    class Kind(models.TextChoices):
        JOB = "job", _("Job")
        TRAINING = "training", _("Apprenticeship")

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="stations")
    employer = models.ForeignKey(Employer, models.SET_NULL, null=True, blank=True, related_name="+")
    employer_name = models.CharField(max_length=120)
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+")
    occupation = models.ForeignKey(Occupation, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.JOB)
    start = models.DateField()
    end = models.DateField(null=True, blank=True)  # null: still there
    created_at = models.DateTimeField(default=timezone.now)

    objects = StationQuerySet.as_manager()
    vouches: list[Vouch]  # set by StationQuerySet.with_vouches()

    class Meta:
        ordering = ["-start", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(end=None) | Q(end__gte=F("start")), name="station_end_after_start")
        ]

    def __str__(self) -> str:
        return f"{self.employer_name} {self.start:%m.%Y}"


class Confirmation(models.Model):
    """Months of a station that somebody stands for. Owned here, written by the rooms above: a released reference, later a team stamp."""

    station = models.ForeignKey(Station, models.CASCADE, related_name="confirmations")
    source = models.CharField(max_length=40, unique=True)  # "reference:<public id>"
    level = models.PositiveSmallIntegerField()  # provenance ladder 1..5
    first = models.DateField()
    last = models.DateField()
    on = models.DateField()  # the day it was said

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="confirmation_order"),
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=5), name="confirmation_level"),
        ]

    def __str__(self) -> str:
        return self.source


class Qualification(models.Model):
    profile = models.ForeignKey(Profile, models.CASCADE, related_name="qualifications")
    kind = models.ForeignKey(QualificationKind, models.PROTECT, related_name="+")
    issuer = models.CharField(max_length=120, blank=True)
    issued = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    objects = QualificationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "kind"], name="qualification_once")]

    def __str__(self) -> str:
        return str(self.kind)


class Block(models.Model):
    """The worker hides from this employer and its whole family, parent and branches (law 4).

    A firm that is not registered yet is kept by name and becomes an employer when one registers, see actions.meet_employer().
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="blocks")
    employer = models.ForeignKey(Employer, models.CASCADE, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)  # as typed
    key = models.CharField(max_length=120, blank=True, db_index=True)  # the name folded, without its legal form
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["employer", "profile"], name="block_once"),
            models.UniqueConstraint(fields=["profile", "key"], condition=Q(employer=None), name="block_name_once"),
            models.CheckConstraint(condition=Q(employer__isnull=False) | ~Q(key=""), name="block_employer_or_name"),
        ]

    def __str__(self) -> str:
        return f"{self.profile} {self.employer or self.name}"
