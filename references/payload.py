"""What is signed: the words of a reference as canonical JSON. Each version is read for ever, so nothing here is renamed.

Version 2 holds the referee's name as a salted digest, like the disclosures of SD-JWT (RFC 9901): name and salt stand beside the
signed words. Who leaves takes both away; role, sentences and signature stay, and nobody can guess the name from the digest.
"""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from network.employers.models import Employer
from network.profiles.models import Station
from references.canonical import canonical, digest, plain
from references.drafts import Draft
from references.ledger import stamp
from references.models import Reference

VERSION = 2
NOTE = "Not an Arbeitszeugnis (§ 109 GewO)."


@dataclass(frozen=True)
class Checked:
    """How the referee is known, one of ladder.WAYS, and since when."""

    how: str
    at: datetime
    own_domain: bool


def build(
    *,
    public_id: str,
    at: datetime,
    station: Station,
    draft: Draft,
    checked: Checked,
    level: int,
    salt: str,
    corrects: Reference | None = None,
) -> bytes:
    """The bytes to sign. `station` comes with profile, employer and place, `draft` is complete, `salt` is new_salt()."""
    employer = station.employer
    said: dict[str, Any] = {
        "version": VERSION,
        "id": public_id,
        "issued_at": stamp(at),
        "worker": {"name": plain(station.profile.name), "ref": bound_to(public_id, station.profile_id)},
        "employer": _employer(station),
        "station": {"kind": station.kind, "first": draft.first, "last": draft.last},
        "occupation": draft.occupation_words(),
        "statements": draft.statements,
        "text": draft.text,
        "referee": {
            "name_digest": name_digest(plain(draft.name), salt),
            "role": draft.role,
            "relation": draft.relation,
        },
        "checked": _checked(checked, employer),
        "level": level,
        "note": NOTE,
    }
    if draft.again:
        said["hire_again"] = True
    if employer and employer.facts_only:
        said |= {"tasks": draft.tasks, "training": draft.training}
    if corrects:
        said["corrects"] = pointer(corrects)
    return canonical(said)


def pointer(older: Reference) -> dict[str, str]:
    """What the signed words of a correction say about the ones they replace: which, and exactly which words."""
    return {"id": older.public_id, "hash": older.payload_hash}


def bound_to(public_id: str, profile_id: int | None) -> str:
    """Ties the words to one profile without naming it, so that a row cannot be hung on another person."""
    return digest(f"{public_id}:{profile_id}".encode())


def new_salt() -> str:
    """128 bits, as RFC 9901 asks for."""
    return secrets.token_hex(16)


def name_digest(name: str, salt: str) -> str:
    """What the signed words hold in the place of the referee's name."""
    return digest(canonical([salt, name]))


def said_in(reference: Reference) -> dict[str, Any]:
    """The words as stored, with the referee's name; once that is erased, the role stands in its place. Empty after erasure of all."""
    words: dict[str, Any] = json.loads(reference.payload) if reference.payload else {}
    if words and "name" not in words["referee"]:
        words["referee"]["name"] = reference.referee_name or words["referee"]["role"]
    return words


def can_lose_name(reference: Reference) -> bool:
    """The name stands beside the signed words. In version 1 it is one of them."""
    return '"name_digest"' in reference.payload


def is_name_erased(reference: Reference) -> bool:
    """The referee has taken the name away; the signature holds without it."""
    return can_lose_name(reference) and not reference.referee_name


def _employer(station: Station) -> dict[str, Any]:
    place = station.place.name if station.place else ""
    if station.employer is None:
        return {"id": None, "name": plain(station.employer_name), "place": plain(place)}
    return {
        "id": station.employer.public_id,
        "name": plain(station.employer.name),
        "place": plain(station.employer.place.name),
    }


def _checked(checked: Checked, employer: Employer | None) -> dict[str, Any]:
    until = employer.checked_until if employer and employer.is_checked else None
    return {
        "how": checked.how,
        "at": stamp(checked.at),
        "own_domain": checked.own_domain,
        "employer_until": until.isoformat() if until else None,
    }
