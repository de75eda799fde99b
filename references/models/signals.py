from typing import ClassVar

from django.db import models
from django.utils import timezone

from network.profiles.models import Profile
from references.querysets import SignalQuerySet, TraceQuerySet


class Trace(models.Model):
    """From where a step was taken, as keyed hashes, 30 days at most: to find what a human at the desk should look at (law 15)."""

    WORKER: ClassVar = "worker"
    OTHER: ClassVar = "other"
    ASKED: ClassVar = "asked"
    SIGNED: ClassVar = "signed"

    subject = models.CharField(
        max_length=40, db_index=True
    )  # "request:<public id>", "voice:...", "witness:...", "batch:<invitations of a firm>", "digits:<worker>"
    # About whom; null: a firm invites, and whoever comes has no page yet.
    profile = models.ForeignKey(Profile, models.CASCADE, null=True, related_name="+")
    side = models.CharField(max_length=10)  # worker | other
    step = models.CharField(max_length=10)  # asked | signed
    device_hash = models.CharField(max_length=64, blank=True)  # of the secret of the browser's form cookie
    network_hash = models.CharField(max_length=64, blank=True)  # of the address, IPv6 by its /64
    family_hash = models.CharField(max_length=64, blank=True)  # of the mailbox without tag, or of a free mailbox's stem
    taken_for = models.CharField(max_length=120, blank=True)  # domain of a checked firm that the mailbox's looks like
    looked_at = models.DateTimeField(null=True)  # of a signature: when the house has looked for what is unusual
    at = models.DateTimeField(default=timezone.now)

    objects = TraceQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.subject} {self.step}"


class Signal(models.Model):
    """Something a human should look at. Never shown as a number, blocks nothing, and is usually harmless."""

    kind = models.CharField(max_length=20)
    subject = models.CharField(
        max_length=40, db_index=True
    )  # "reference:<public id>", "voice:<public id>", "witness:<public id>"
    facts = models.JSONField(default=dict)  # plain values for the sentence; no hashes
    found_at = models.DateTimeField(default=timezone.now)

    objects = SignalQuerySet.as_manager()

    class Meta:
        ordering = ["-found_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["kind", "subject"], name="signal_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
