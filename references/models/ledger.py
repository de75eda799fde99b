from django.db import models

from references.writeonce import WriteOnce, WriteOnceQuerySet


class LedgerEntry(WriteOnce):
    """One line of the append-only chain (law 6). Holds hashes, no words about anybody."""

    seq = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=30)  # one of ledger.KINDS
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


class SignedHead(WriteOnce):
    """Once a day the end of the chain is signed and shown to everybody: who rewrites history later is found out from outside."""

    day = models.DateField(unique=True)
    seq = models.PositiveBigIntegerField()
    payload = models.TextField()  # canonical JSON (RFC 8785), the signed bytes
    signature = models.CharField(max_length=100)  # base64url
    kid = models.CharField(max_length=40)

    objects = WriteOnceQuerySet.as_manager()

    class Meta:
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"{self.day} {self.seq}"
