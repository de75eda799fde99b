"""The append-only, hash-chained record of everything that happened to references (law 6). Idea: Certificate Transparency."""

import re
from datetime import UTC, datetime

from django.db import transaction
from django.utils.timezone import now

from references.canonical import canonical, digest
from references.models import LedgerEntry, LedgerHead

# Who reads a released reference from now on: decided by the worker, so it is a line like releasing and hiding.
READERS = {"all": "for-all", "employers": "for-employers", "nobody": "for-nobody"}
KINDS = frozenset(
    {"issued", "released", "hidden", "withdrawn", "corrected", "name-erased", "erased", *READERS.values()}
)
START = "0" * 64
_is_simple = re.compile(r"[\w:-]*", re.ASCII).fullmatch


def append(*, kind: str, subject: str, payload_hash: str, at: datetime | None = None) -> LedgerEntry:
    """One more line, inside the caller's transaction: line and event are stored together or not at all.

    The head row is locked until the commit; a lock on the last line would not do, there is none at the beginning.
    Raises ValueError for an unknown kind, TransactionManagementError outside a transaction.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is no kind of ledger line")
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a ledger line needs the transaction of what it records")
    LedgerHead.objects.get_or_create(pk=1, defaults={"seq": 0, "hash": START})
    head = LedgerHead.objects.select_for_update().get(pk=1)
    line = LedgerEntry(
        seq=head.seq + 1, at=at or now(), kind=kind, subject=subject, payload_hash=payload_hash, previous=head.hash
    )
    line.hash = hash_of(line.seq, line.at, line.kind, line.subject, line.payload_hash, line.previous)
    line.save()
    head.seq, head.hash = line.seq, line.hash
    head.save(update_fields=["seq", "hash"])
    return line


def hash_of(seq: int, at: datetime, kind: str, subject: str, payload_hash: str, previous: str) -> str:
    """SHA-256 over all columns but the key of the table, the hash before included, as canonical JSON (RFC 8785)."""
    if (
        _is_simple(f"{kind}{subject}{payload_hash}{previous}") and type(seq) is int
    ):  # nothing to escape: a million in seconds
        line = (
            f'{{"at":"{stamp(at)}","kind":"{kind}","payload_hash":"{payload_hash}","previous":"{previous}"'
            f',"seq":{seq},"subject":"{subject}"}}'
        )
        return digest(line.encode())
    fields = {
        "seq": seq,
        "at": stamp(at),
        "kind": kind,
        "subject": subject,
        "payload_hash": payload_hash,
        "previous": previous,
    }
    return digest(canonical(fields))


def stamp(moment: datetime) -> str:
    """One spelling for a moment: UTC with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
