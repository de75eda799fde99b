from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ids import public_id
from network.employers.models import Employer
from network.profiles.models import Profile, Station


class ReferenceRequest(models.Model):
    """A worker asks a superior about one station. Name and mailbox of the superior are kept 30 days at most without an answer."""

    class State(models.TextChoices):
        OPEN = "open", _("Sent")
        ANSWERED = "answered", _("Answered")
        DECLINED = "declined", _("Cannot confirm")
        OBJECTED = "objected", _("Does not want to be asked")
        CANCELLED = "cancelled", _("Taken back")
        BOUNCED = "bounced", _("Mail did not arrive")

    public_id = models.CharField(max_length=10, unique=True, default=public_id)
    profile = models.ForeignKey(Profile, models.CASCADE, related_name="reference_requests")
    station = models.ForeignKey(Station, models.CASCADE, related_name="reference_requests")
    referee_name = models.CharField(max_length=80)
    referee_email = models.EmailField(blank=True)  # emptied when closed
    mailbox_hash = models.CharField(max_length=64)  # keyed, for the stop list and the daily limit
    message = models.CharField(max_length=200, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    draft = models.JSONField(default=dict)  # what the referee has answered so far, gone when closed
    confirmed_at = models.DateTimeField(null=True)  # the code to the mailbox was right

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(state="open") | Q(referee_email=""), name="request_closed_without_mail")]

    def __str__(self) -> str:
        return self.public_id


class StopList(models.Model):
    """Mailboxes that do not want to be asked again. Keyed hashes only."""

    mailbox_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.mailbox_hash[:8]


class SigningKey(models.Model):
    """An Ed25519 key of an employer, or of the house for employers that are not registered. Private half sealed with AES-256-GCM."""

    kid = models.CharField(max_length=40, unique=True)
    employer = models.ForeignKey(Employer, models.PROTECT, null=True, related_name="+")
    public_key = models.CharField(max_length=64)  # base64url, 32 bytes
    sealed = models.CharField(max_length=200, blank=True)  # emptied on retirement
    created_at = models.DateTimeField(default=timezone.now)
    retired_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.kid


class Reference(models.Model):
    """What somebody said and signed. Written once (law 6): only the release changes, and erasure leaves an empty shell."""

    public_id = models.CharField(max_length=10, unique=True)
    request = models.OneToOneField(ReferenceRequest, models.SET_NULL, null=True, related_name="reference")
    profile = models.ForeignKey(Profile, models.SET_NULL, null=True, related_name="references")
    station = models.ForeignKey(Station, models.SET_NULL, null=True, related_name="references")
    employer = models.ForeignKey(Employer, models.SET_NULL, null=True, related_name="references")
    payload = models.TextField(blank=True)  # canonical JSON (RFC 8785), the signed bytes; empty after erasure
    payload_hash = models.CharField(max_length=64)
    signature = models.CharField(max_length=100)  # base64url
    key = models.ForeignKey(SigningKey, models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()
    issued_at = models.DateTimeField()
    referee_user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    manage_hash = models.CharField(max_length=64, unique=True)  # the referee's link to withdraw
    # release
    shown = models.BooleanField(default=False)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=5), name="reference_level"),
            models.CheckConstraint(condition=Q(shown=False) | Q(decided_at__isnull=False), name="reference_shown_by_decision"),
        ]

    def __str__(self) -> str:
        return self.public_id


class Withdrawal(models.Model):
    reference = models.OneToOneField(Reference, models.CASCADE, related_name="withdrawal")
    reason = models.CharField(max_length=300, blank=True)  # for the worker's eyes only
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.reference)


class LedgerEntry(models.Model):
    """One line of the append-only chain (law 6). Holds hashes, no words about anybody."""

    seq = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=30)  # issued | released | hidden | withdrawn | erased
    subject = models.CharField(max_length=40)
    payload_hash = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.kind}"
