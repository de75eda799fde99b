from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.employers.models import Employer
from network.profiles.models import Audience, Profile, Station
from references.models.asking import Secret
from references.models.requests import ReferenceRequest
from references.querysets import ReferenceQuerySet, WithdrawalQuerySet
from references.writeonce import WriteOnce, WriteOnceQuerySet


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
    # The signed words hold only the salted digest of this name, so that it can be erased and the signature still holds.
    referee_name = models.CharField(max_length=80, blank=True)
    referee_salt = models.CharField(max_length=32, blank=True)
    level = models.PositiveSmallIntegerField()
    issued_at = models.DateTimeField()
    referee_user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    manage_hash = models.CharField(max_length=64, unique=True)  # the referee's link to withdraw
    begun_by_firm = models.BooleanField(default=False)  # its people learn of it when they may read it, not before
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

    @property
    def key_of_item(self) -> str:
        """How Sight, share links and confirmations of stations call it."""
        return f"reference:{self.public_id}"


class Withdrawal(WriteOnce):
    """Nobody stands by it any more. The reference itself stays as it was."""

    class Who(models.TextChoices):
        REFEREE = "referee", _("Whoever said it")
        EMPLOYER = "employer", _("The employer")
        DESK = "desk", _("The desk")

    reference = models.OneToOneField(Reference, models.CASCADE, related_name="withdrawal")
    who = models.CharField(max_length=10, choices=Who, default=Who.REFEREE)
    reason = models.CharField(max_length=1000, blank=True)  # for the worker's eyes only; of the desk for both sides
    at = models.DateTimeField(default=timezone.now)

    objects = WithdrawalQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.reference)


class Correction(WriteOnce):
    """Said again, and right this time: `new` stands in the place of `old`. Both stay as they were signed."""

    old = models.OneToOneField(Reference, models.CASCADE, related_name="correction")
    new = models.OneToOneField(Reference, models.CASCADE, related_name="corrects")
    at = models.DateTimeField(default=timezone.now)

    objects = WriteOnceQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.old} -> {self.new}"


class Objection(models.Model):
    """The firm says that nobody there made this statement. The desk decides; until then the page says that it is looked into."""

    reference = models.OneToOneField(Reference, models.CASCADE, related_name="objection")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True)  # the desk has decided

    def __str__(self) -> str:
        return str(self.reference)


class ManageLink(Secret):
    """A fresh link to all that was said from one mailbox, for who asked for it there. Good for a day."""

    mailbox_hash = models.CharField(max_length=64)  # keyed, as in the requests
