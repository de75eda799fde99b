from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ids import public_id
from network.employers.querysets import EmployerQuerySet, InvitationQuerySet, MembershipQuerySet
from network.places.models import Place


class Employer(models.Model):
    """A firm, a ward's provider, a shop. `root` is the top of its family: itself, or the parent's root."""

    public_id = models.CharField(max_length=10, unique=True, default=public_id)
    name = models.CharField(max_length=120)
    key = models.CharField(max_length=120, db_index=True)  # the name folded for finding
    place = models.ForeignKey(Place, models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="branches")
    root = models.ForeignKey("self", models.PROTECT, null=True, related_name="family")
    parent_asked = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="branches_asking"
    )  # says it is a branch
    # Where it is gone: an old name, kept for what was signed in it. Its parent is this firm too, so that it hides with it (law 4).
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="old_names")
    merge_asked = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="merges_asked"
    )  # wants to belong to it
    merge_words = models.CharField(max_length=300, blank=True)  # what has happened, for the other firm and the desk
    merge_agreed_at = models.DateTimeField(null=True, db_index=True)  # waits for the desk since then
    domain = models.CharField(max_length=120, blank=True)  # of its website and mail: "brandt-elektro.de"
    founded_year = models.PositiveSmallIntegerField(null=True, blank=True)
    works_council = models.BooleanField(null=True)
    facts_only = models.BooleanField(default=False)
    checked_until = models.DateField(null=True)  # copy of the newest valid proof, kept by actions
    queued_at = models.DateTimeField(null=True, db_index=True)  # waits for the desk since then
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects = EmployerQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into=None)
                | Q(parent__isnull=False, parent=F("merged_into"), parent_asked=None, merge_asked=None, queued_at=None),
                name="employer_merged_asks_nothing",
            ),
            models.CheckConstraint(
                condition=Q(merge_asked__isnull=False) | Q(merge_agreed_at=None), name="employer_merge_agreed_is_asked"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def heir(self) -> "Employer":
        """Who answers for it today: itself, or the firm that it belongs to now."""
        return self.merged_into or self

    @property
    def is_checked(self) -> bool:
        return check_holds(self.checked_until)


def check_holds(until: date | None) -> bool:
    """Whether an employer that was checked until that day still is."""
    return until is not None and until >= timezone.localdate()


class Membership(models.Model):
    employer = models.ForeignKey(Employer, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    is_admin = models.BooleanField(default=False)
    is_referee = models.BooleanField(default=False)
    is_recruiter = models.BooleanField(default=False)
    name = models.CharField(max_length=80)  # how the firm's people call them: "Monika Brandt"
    position = models.CharField(max_length=80, blank=True)  # "Meisterin"
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["employer", "user"], condition=Q(until=None), name="membership_once"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="membership_until_after_since"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.employer}"


class Invitation(models.Model):
    """A mail to somebody who shall speak, search or administrate for the employer. Spent by POST, once."""

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="invitations")
    email = models.EmailField()
    is_admin = models.BooleanField(default=False)
    is_referee = models.BooleanField(default=False)
    is_recruiter = models.BooleanField(default=False)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)  # came too late and asked for a new link

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(accepted_at=None) | Q(revoked_at=None), name="invitation_one_end"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="invitation_expires_later"),
        ]

    def __str__(self) -> str:
        return f"{self.email}, {self.employer}"


class EmployerProof(models.Model):
    """How somebody made sure that an employer is who it says, or why not. Rows are only added."""

    class Kind(models.TextChoices):
        DOMAIN_MAIL = "domain-mail", _("code to a mailbox at its own domain")
        REGISTER = "register", _("register or trade card seen")
        CALL_BACK = "call-back", _("called back on a number found independently")
        VISIT = "visit", _("visited")
        REFUSED = "refused", _("not confirmed")
        CORRECTED = "corrected", _("facts corrected")
        ENDED = "ended", _("nobody speaks for it any more")
        MERGED = "merged", _("belongs to another firm now")
        TOOK_OVER = "took-over", _("another firm belongs to it now")
        NOT_MERGED = "not-merged", _("merging not confirmed")

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="proofs")
    kind = models.CharField(max_length=20, choices=Kind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )  # null: nobody, a code did it
    reason = models.CharField(max_length=500, blank=True)  # both sides read it (law 15)
    at = models.DateTimeField(default=timezone.now)
    valid_until = models.DateField(null=True)
    domain = models.CharField(max_length=120, blank=True)  # where the confirmed mailbox is
    before = models.CharField(max_length=400, blank=True)  # the facts before a correction; of a merger the other firm

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.employer}"
