from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.desk.querysets import CaseQuerySet, QuestionQuerySet, SetUpQuerySet
from network.employers.models import Employer
from network.profiles.models import Profile


class DeskMember(models.Model):
    """A contact person of the operator: checks employers, decides on reports."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="desk")
    name = models.CharField(max_length=80)
    since = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name


class SetUp(models.Model):
    """The desk's note that a page was begun together with a worker: who of the desk, when, how it ended. No word about the worker.

    `profile` stands only while the page is set up. The worker's phone holds the secret of `grant_hash`.
    """

    class Ending(models.TextChoices):
        TAKEN = "taken", _("Taken over")
        THROWN = "thrown", _("Thrown away")
        EXPIRED = "expired", _("Not taken over in time")

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="set_ups")
    profile = models.OneToOneField(Profile, models.SET_NULL, null=True, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    shown_at = models.DateTimeField(null=True)  # digits, the last time
    grant_hash = models.CharField(max_length=64, blank=True, db_index=True)
    granted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=10, choices=Ending, blank=True)

    objects = SetUpQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ending="") | (Q(ended_at__isnull=False, profile=None) & ~Q(ending="")),
                name="setup_ended_whole",
            ),
            models.CheckConstraint(
                condition=Q(grant_hash="", granted_at=None) | (~Q(grant_hash="") & Q(granted_at__isnull=False)),
                name="setup_grant_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class Case(models.Model):
    """Something that a human looks at and decides with a reason that the sides read (law 15)."""

    class Kind(models.TextChoices):
        CONTEST = "contest", _("A worker contests it")
        OBJECTION = "objection", _("The firm says that nobody there said this")
        SIGNALS = "signals", _("Something looks unusual")
        GUESSED = "guessed", _("Somebody tried many codes")
        PRESSED = "pressed", _("Whoever said it was pressed to")
        FORCED = "forced", _("The worker was pressed")
        REPORTED = "reported", _("A worker reports it")

    TOLD_BY_WORKER = (Kind.FORCED, Kind.REPORTED)
    PRIVATE = (
        Kind.PRESSED,
        *TOLD_BY_WORKER,
    )  # between whoever tells it and the desk: no other side learns that there is a case

    class Outcome(models.TextChoices):
        STAYS = "stays", _("It stays")
        ENDED = "ended", _("It is ended")

    kind = models.CharField(max_length=10, choices=Kind)
    subject = models.CharField(max_length=40)  # "reference:<public id>", "voice:<public id>", see registry.subjects
    profile = models.ForeignKey(Profile, models.CASCADE, null=True, related_name="cases")  # about whom
    employer = models.ForeignKey(Employer, models.CASCADE, null=True, related_name="cases")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    words = models.CharField(max_length=500, blank=True)  # of who opened it
    opened_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    reason = models.CharField(max_length=1000, blank=True)  # both sides read it
    contests = models.OneToOneField("self", models.SET_NULL, null=True, related_name="contested")  # an earlier decision

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["opened_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None, outcome="", reason="")
                | (Q(decided_at__isnull=False) & ~Q(outcome="") & ~Q(reason="")),
                name="case_decided_with_reason",
            ),
            models.UniqueConstraint(fields=["kind", "subject"], condition=Q(decided_at=None), name="case_one_open"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"

    @property
    def is_private(self) -> bool:
        return self.kind in self.PRIVATE


class CaseQuestion(models.Model):
    """The desk asks one side of a case, which answers once."""

    class Who(models.TextChoices):
        WORKER = "worker", pgettext_lazy("side of a case", "The worker")
        REFEREE = "referee", pgettext_lazy("side of a case", "Whoever said it")
        FIRM = "firm", pgettext_lazy("side of a case", "The firm")

    case = models.ForeignKey(Case, models.CASCADE, related_name="questions")
    who = models.CharField(max_length=10, choices=Who)
    words = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)  # of the mail to somebody without account
    answer = models.CharField(max_length=300, blank=True)  # emptied when who answered closes the account
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=False) | Q(answer=""), name="case_question_answered_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.who}"
