"""Compares one reference with its signature and its lines of the ledger."""

import json
from datetime import datetime
from typing import NamedTuple

from network.profiles.models import Audience
from references import ledger
from references.canonical import digest
from references.models import Reference
from references.payload import bound_to, is_name_erased, name_digest, pointer
from references.signing import verify as signed_by


class Told(NamedTuple):
    """What a line of the ledger says about a reference."""

    kind: str
    at: datetime
    payload_hash: str


def reference_problem(reference: Reference, lines: list[Told]) -> str:
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
    if reference.payload and kinds.count("name-erased") != is_name_erased(reference):  # in version 1 it cannot go
        return "the referee's name went, or came, without a ledger line"
    return (
        _release_problem(reference, lines)
        or _withdrawal_problem(reference, lines)
        or _correction_problem(reference, lines)
    )


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


def _release_problem(reference: Reference, lines: list[Told]) -> str:
    decided = [line for line in lines if line.kind in ("released", "hidden")]
    shown = bool(decided) and decided[-1].kind == "released" and bool(reference.payload)
    if reference.shown is not shown or reference.decided_at != (decided[-1].at if decided else None):
        return "shown or hidden without a ledger line"
    readers = [line.kind for line in lines if line.kind in ledger.READERS.values()]
    if ledger.READERS.get(reference.audience) != (readers[-1] if readers else ledger.READERS[Audience.ALL]):
        return "its readers are not those of the ledger"
    return ""


def _withdrawal_problem(reference: Reference, lines: list[Told]) -> str:
    told = [line.at for line in lines if line.kind == "withdrawn"]
    withdrawal = getattr(reference, "withdrawal", None)
    return "" if told == ([withdrawal.at] if withdrawal else []) else "the withdrawal does not fit the ledger"


def _correction_problem(reference: Reference, lines: list[Told]) -> str:
    """The older one has a ledger line, the newer one names the older in its signed words, and a row ties both."""
    told = [line.at for line in lines if line.kind == "corrected"]
    correction = getattr(reference, "correction", None)
    if told != ([correction.at] if correction else []) or (correction and correction.new.issued_at != correction.at):
        return "the correction does not fit the ledger"
    older = getattr(reference, "corrects", None)
    signed = json.loads(reference.payload).get("corrects") if '"corrects"' in reference.payload else None
    if reference.payload and signed != (pointer(older.old) if older else None):
        return "it corrects something else than its signed words say"
    return ""
