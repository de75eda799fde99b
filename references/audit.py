"""Walks the whole ledger and every reference, and names the first row that is not as it was written."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db import DatabaseError
from django.db.models import QuerySet

from network.profiles.models import Audience
from references import ledger
from references.canonical import digest
from references.models import LedgerEntry, LedgerHead, Reference
from references.payload import bound_to, name_digest
from references.signing import verify as signed_by

CHUNK = 500
UNREADABLE = (ValueError, TypeError, AttributeError, KeyError, OverflowError, DatabaseError)
Row = TypeVar("Row", LedgerEntry, Reference)


@dataclass(frozen=True)
class Problem:
    """`row` names the row for a human: "ledger line 12", "reference b7c9dfgh2k"."""

    row: str
    what: str

    def __str__(self) -> str:
        return f"{self.row}: {self.what}"


class Found(Exception):
    def __init__(self, row: str, what: str) -> None:
        self.problem = Problem(row, what)


def verify() -> Problem | None:
    """None when everything is as it was written; otherwise the first problem. Memory stays the same however long the ledger is."""
    try:
        _walk_ledger()
        _walk_references()
    except Found as found:
        return found.problem
    return None


def _walk_ledger() -> None:
    seq, previous = 0, ledger.START
    for lines in _chunks(LedgerEntry.objects.order_by("seq"), "ledger row"):
        known = set(
            Reference.objects.filter(public_id__in=[x.subject for x in lines]).values_list("public_id", flat=True)
        )
        for line in lines:
            seq += 1
            _check_line(line, seq, previous)
            if line.subject not in known:
                raise Found(f"ledger line {seq}", f"there is no reference {line.subject}")
            previous = line.hash
    head = LedgerHead.objects.filter(pk=1).first() or LedgerHead(seq=0, hash=ledger.START)
    if (head.seq, head.hash) != (seq, previous) or LedgerHead.objects.exclude(pk=1).exists():
        raise Found(f"ledger line {seq + 1}", f"the chain should end with line {head.seq} and ends with line {seq}")


def _check_line(line: LedgerEntry, seq: int, previous: str) -> None:
    row = f"ledger line {seq}"
    if line.seq != seq:
        raise Found(row, f"missing, the next one there is {line.seq}")
    if line.hash != _readable_hash(line):
        raise Found(row, "changed, its hash does not fit")
    if line.previous != previous:
        raise Found(row, "does not follow the line before")


def _readable_hash(line: LedgerEntry) -> str:
    try:
        return ledger.hash_of(line)
    except UNREADABLE:
        return "unreadable"


def _walk_references() -> None:
    everyone = Reference.objects.select_related("key", "withdrawal", "employer").order_by("pk")
    for references in _chunks(everyone, "reference row"):
        told: dict[str, list[LedgerEntry]] = defaultdict(list)
        for line in LedgerEntry.objects.filter(subject__in=[each.public_id for each in references]).order_by("seq"):
            told[line.subject].append(line)
        for reference in references:
            problem = _reference_problem(reference, told[reference.public_id])
            if problem:
                raise Found(f"reference {reference.public_id}", problem)


def _reference_problem(reference: Reference, lines: list[LedgerEntry]) -> str:
    """What is wrong, or nothing. `lines` are its ledger lines in order."""
    kinds = [line.kind for line in lines]
    if kinds.count("issued") != 1 or kinds[0] != "issued":
        return "has no ledger line that says it was issued"
    if any(line.payload_hash != reference.payload_hash for line in lines):
        return "its hash is not the one in the ledger"
    if bool(reference.payload) == ("erased" in kinds):
        return "its words are gone without a ledger line" if "erased" not in kinds else "was erased and has words again"
    if reference.payload and (wrong := payload_problem(reference)):
        return wrong
    if (
        reference.payload
        and ("name-erased" in kinds) == bool(reference.referee_name)
        and "name_digest" in reference.payload
    ):
        return "the referee's name went, or came, without a ledger line"
    return _release_problem(reference, lines) or _withdrawal_problem(reference, lines)


def payload_problem(reference: Reference) -> str:
    payload = reference.payload.encode()
    if digest(payload) != reference.payload_hash:
        return "its words do not fit its hash"
    if not signed_by(payload, reference.signature, reference.key):
        return "the signature is wrong"
    said = json.loads(payload)
    about = bound_to(reference.public_id, reference.profile_id) if reference.profile_id else said["worker"]["ref"]
    employer = reference.employer.public_id if reference.employer else said["employer"]["id"]
    signed = (said["id"], said["level"], said["worker"]["ref"], said["employer"]["id"])
    if signed != (reference.public_id, reference.level, about, employer):
        return "a column says something else than the signed words"
    if not _names_fit(reference, said["referee"]):
        return "the referee's name is not the signed one"
    if not isinstance(reference.issued_at, datetime) or said["issued_at"] != ledger.stamp(reference.issued_at):
        return "the time in the column is not the signed one"
    return ""


def _names_fit(reference: Reference, signed: dict[str, str]) -> bool:
    """In version 1 the name stands in the signed words; later a digest of it, and the name may be erased."""
    if "name" in signed:
        return not reference.referee_name
    name, salt = reference.referee_name, reference.referee_salt
    return name_digest(name, salt) == signed["name_digest"] if name else not salt


def _release_problem(reference: Reference, lines: list[LedgerEntry]) -> str:
    decided = [line for line in lines if line.kind in ("released", "hidden")]
    shown = bool(decided) and decided[-1].kind == "released" and bool(reference.payload)
    if reference.shown is not shown or reference.decided_at != (decided[-1].at if decided else None):
        return "shown or hidden without a ledger line"
    readers = [line.kind for line in lines if line.kind in ledger.READERS.values()]
    if ledger.READERS.get(reference.audience) != (readers[-1] if readers else ledger.READERS[Audience.ALL]):
        return "its readers are not those of the ledger"
    return ""


def _withdrawal_problem(reference: Reference, lines: list[LedgerEntry]) -> str:
    told = [line.at for line in lines if line.kind == "withdrawn"]
    withdrawal = getattr(reference, "withdrawal", None)
    return "" if told == ([withdrawal.at] if withdrawal else []) else "the withdrawal does not fit the ledger"


def _chunks(rows: "QuerySet[Row]", name: str) -> Iterator[list[Row]]:
    """The rows in order, some hundred at a time. A row that cannot even be read is found by reading its chunk one by one."""
    order = rows.query.order_by[0]
    after: dict[str, object] = {}
    while places := list(rows.filter(**after).values_list("pk", order)[:CHUNK]):
        pks, after = [pk for pk, _ in places], {f"{order}__gt": places[-1][1]}
        try:
            found = {row.pk: row for row in rows.filter(pk__in=pks)}
        except UNREADABLE:
            found = {pk: _read_alone(rows, pk, name) for pk in pks}
        yield [found[pk] for pk in pks]


def _read_alone(rows: "QuerySet[Row]", pk: int, name: str) -> Row:
    try:
        return rows.get(pk=pk)
    except UNREADABLE as problem:
        raise Found(f"{name} {pk}", "cannot be read") from problem
