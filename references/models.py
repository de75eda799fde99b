from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ids import public_id
from network.employers.models import Employer
from network.profiles.models import Audience, Profile, Station
from references.querysets import ReferenceQuerySet, RequestQuerySet, WithdrawalQuerySet
from references.writeonce import WriteOnce, WriteOnceQuerySet


class ReferenceRequest(models.Model):
    """A worker asks a superior about one station. The mailbox is kept while the request is open, 30 days at most."""

    class State(models.TextChoices):
        OPEN = "open", _("Sent")
        ANSWERED = "answered", _("Answered")
        DECLINED = "declined", _("Cannot confirm")
        OBJECTED = "objected", _("Does not want to be asked")
        CANCELLED = "cancelled", _("Taken back")
        BOUNCED = "bounced", _("Mail did not arrive")
        EXPIRED = "expired", _("No answer")

    public_id = models.CharField(max_length=10, unique=True, default=public_id)
    profile = models.ForeignKey(Profile, models.CASCADE, related_name="reference_requests")
    station = models.ForeignKey(Station, models.CASCADE, related_name="reference_requests")
    referee_name = models.CharField(max_length=80, blank=True)  # emptied when nobody answered, or the referee is erased
    referee_email = models.EmailField(blank=True)  # emptied when closed
    mailbox_hash = models.CharField(max_length=64, db_index=True)  # keyed, for the stop list and the daily limit
    message = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=10, default="de")  # of the mails to the referee
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    draft = models.JSONField(default=dict)  # what the referee has answered so far, gone when closed
    confirmed_at = models.DateTimeField(null=True)  # the code to the mailbox was right

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None)
                | Q(~Q(state="open"), closed_at__isnull=False, referee_email="", draft={}),
                name="request_closed_keeps_nothing",
            ),
            models.UniqueConstraint(
                fields=["station", "mailbox_hash"], condition=Q(state="open"), name="request_one_open"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class RequestLink(models.Model):
    """The secret of one mail. A reminder brings a new one and the first still works; both end with the request."""

    request = models.ForeignKey(ReferenceRequest, models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.request)


class StopList(models.Model):
    """Mailboxes that do not want to be asked again. Keyed hashes only."""

    mailbox_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.mailbox_hash[:8]


class SigningKey(models.Model):
    """An Ed25519 key of an employer, or of the house for those that are not registered. Private half sealed, see keys.py."""

    kid = models.CharField(max_length=40, unique=True)
    employer = models.ForeignKey(Employer, models.PROTECT, null=True, related_name="+")
    public_key = models.CharField(max_length=64)  # base64url, 32 bytes
    sealed = models.CharField(max_length=200, blank=True)  # emptied on retirement
    created_at = models.DateTimeField(default=timezone.now)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(Coalesce(F("employer"), 0), condition=Q(retired_at=None), name="key_one_active"),
            models.CheckConstraint(
                condition=Q(~Q(sealed=""), retired_at=None) | Q(retired_at__isnull=False, sealed=""),
                name="key_retired_without_secret",
            ),
        ]

    def __str__(self) -> str:
        return self.kid


class Reference(WriteOnce):
    """What somebody said and signed (law 6). Only the release changes, and erasure leaves an empty shell."""

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
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.ALL)  # who reads it, once it is shown

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=5), name="reference_level"),
            models.CheckConstraint(
                condition=Q(shown=False) | Q(decided_at__isnull=False), name="reference_shown_by_decision"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class Withdrawal(WriteOnce):
    """The referee or the employer does not stand by it any more. The reference itself stays as it was."""

    reference = models.OneToOneField(Reference, models.CASCADE, related_name="withdrawal")
    reason = models.CharField(max_length=300, blank=True)  # for the worker's eyes only
    at = models.DateTimeField(default=timezone.now)

    objects = WithdrawalQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.reference)


class LedgerEntry(WriteOnce):
    """One line of the append-only chain (law 6). Holds hashes, no words about anybody."""

    seq = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=30)  # issued | released | hidden | withdrawn | erased
    subject = models.CharField(max_length=40, db_index=True)  # public id of the reference
    payload_hash = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    objects = WriteOnceQuerySet.as_manager()

    class Meta:
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.kind}"


class LedgerHead(models.Model):
    """The one row that whoever appends locks, so that the chain never forks. Also tells when the last lines are gone."""

    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.seq} {self.hash[:8]}"
