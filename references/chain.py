"""Walks the lines of the ledger and names the first that is not as it was written. Memory stays the same however long it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import DatabaseError

from references import ledger
from references.models import LedgerEntry, LedgerHead, Reference

PAGE = 5000
COLUMNS = ("seq", "at", "kind", "subject", "payload_hash", "previous", "hash")
UNREADABLE = (ValueError, TypeError, AttributeError, KeyError, OverflowError, DatabaseError)
Line = tuple[int, datetime, str, str, str, str, str]  # as COLUMNS


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


@dataclass(frozen=True)
class Head:
    """How far the chain goes: the number of its last line and that line's hash, which binds all before it."""

    seq: int
    hash: str


BEGINNING = Head(0, ledger.START)


def stored_head() -> Head:
    row = LedgerHead.objects.filter(pk=1).first()
    return Head(row.seq, row.hash) if row else BEGINNING


def walk(since: Head = BEGINNING) -> Iterator[Line]:
    """Each line after `since`, checked. Raises Found, also where `since` is not part of the chain: then history was written anew.

    What is appended while it runs is left for the next time.
    """
    _require_known(since)
    end = stored_head()
    seq, previous = since.seq, since.hash
    while page := _page(after=seq, end=end.seq):
        subjects = {line[3] for line in page}
        known = set(Reference.objects.filter(public_id__in=subjects).values_list("public_id", flat=True))
        for line in page:
            seq += 1
            _check(line, seq, previous)
            if line[3] not in known:
                raise Found(f"ledger line {seq}", f"there is no reference {line[3]}")
            previous = line[6]
        yield from page
    if (end.seq, end.hash) != (seq, previous):
        raise Found(f"ledger line {seq + 1}", f"the chain should end with line {end.seq} and ends with line {seq}")
    _require_no_more()


def _require_known(since: Head) -> None:
    if since == BEGINNING:
        return
    there = LedgerEntry.objects.filter(seq=since.seq).values_list("hash", flat=True).first()
    if there != since.hash:
        what = "is gone" if there is None else "has another hash than the head that was kept: history was written anew"
        raise Found(f"ledger line {since.seq}", what)


def _require_no_more() -> None:
    """One statement for both sides: lines that are appended at this moment bring their head along."""
    ends = LedgerHead.objects.filter(pk=1).values("seq")
    if LedgerHead.objects.exclude(pk=1).exists():
        raise Found("ledger head", "there is more than one")
    rest = LedgerEntry.objects.exclude(seq__lte=ends[:1]) if ends.exists() else LedgerEntry.objects.all()
    beyond = rest.order_by("seq").values_list("seq", flat=True).first()
    if beyond is not None:
        raise Found(f"ledger line {beyond}", "stands behind the end of the chain")


def _page(*, after: int, end: int) -> list[Line]:
    lines = LedgerEntry.objects.filter(seq__gt=after, seq__lte=end).order_by("seq")
    try:
        return list(lines.values_list(*COLUMNS)[:PAGE])
    except UNREADABLE:
        pass
    found: list[Any] = []
    for pk in list(lines.values_list("pk", flat=True)[:PAGE]):
        try:
            found += LedgerEntry.objects.filter(pk=pk).values_list(*COLUMNS)
        except UNREADABLE as problem:
            raise Found(f"ledger row {pk}", "cannot be read") from problem
    return found


def _check(line: Line, seq: int, previous: str) -> None:
    row = f"ledger line {seq}"
    if line[0] != seq:
        raise Found(row, f"missing, the next one there is {line[0]}")
    if line[6] != _readable_hash(line):
        raise Found(row, "changed, its hash does not fit")
    if line[5] != previous:
        raise Found(row, "does not follow the line before")


def _readable_hash(line: Line) -> str:
    try:
        return ledger.hash_of(*line[:6])
    except UNREADABLE:
        return "unreadable"
