from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from network.employers.models import Employer
from network.profiles.models import Audience, Profile, Station
from references.models.requests import ReferenceRequest
from references.querysets import ReferenceQuerySet, WithdrawalQuerySet
from references.writeonce import WriteOnce


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

    @property
    def key_of_item(self) -> str:
        """How Sight, share links and confirmations of stations call it."""
        return f"reference:{self.public_id}"


class Withdrawal(WriteOnce):
    """The referee or the employer does not stand by it any more. The reference itself stays as it was."""

    reference = models.OneToOneField(Reference, models.CASCADE, related_name="withdrawal")
    reason = models.CharField(max_length=300, blank=True)  # for the worker's eyes only
    at = models.DateTimeField(default=timezone.now)

    objects = WithdrawalQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.reference)
