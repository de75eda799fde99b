"""What is signed: the words of a reference as canonical JSON. Version 1 is read for ever, so nothing here is renamed."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from network.employers.models import Employer
from network.profiles.models import Station
from references.canonical import canonical, digest, plain
from references.drafts import Draft
from references.ledger import stamp
from references.models import Reference

VERSION = 1
NOTE = "Not an Arbeitszeugnis (§ 109 GewO)."


@dataclass(frozen=True)
class Checked:
    """How the referee is known: "code" to the mailbox, "account" (signed in with it), "member" of the employer; and when."""

    how: str
    at: datetime
    own_domain: bool


def build(*, public_id: str, at: datetime, station: Station, draft: Draft, checked: Checked, level: int) -> bytes:
    """The bytes to sign. `station` comes with profile, employer and place, `draft` is complete."""
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
        "referee": {"name": draft.name, "role": draft.role, "relation": draft.relation},
        "checked": _checked(checked, employer),
        "level": level,
        "note": NOTE,
    }
    if draft.again:
        said["hire_again"] = True
    return canonical(said)


def bound_to(public_id: str, profile_id: int | None) -> str:
    """Ties the words to one profile without naming it, so that a row cannot be hung on another person."""
    return digest(f"{public_id}:{profile_id}".encode())


def said_in(reference: Reference) -> dict[str, Any]:
    """The words as stored. Empty after erasure."""
    words: dict[str, Any] = json.loads(reference.payload) if reference.payload else {}
    return words


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
