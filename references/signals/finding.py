"""What is unusual about one reference (domain.md, e). Each is a named predicate over what was gathered with a fixed number of queries."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from network.ui.text import fold
from references.models import Reference
from references.signals import likeness, whence
from references.signals.evidence import Evidence, gather

DAY, YEAR = timedelta(days=1), timedelta(days=365)
MANY_FOR_ONE, MANY_BY_ONE = 5, 12  # within a day
ONE_ONLY = ("geschaeftsfuehr", "inhaber", "betriebsleit", "pflegedienstleit", "einrichtungsleit", "heimleit")


def same_text(found: Evidence) -> bool:
    """Boss pressed or paid: the same situation stands in another statement."""
    text = found.said["text"]
    return any(likeness.twins(text, said["text"]) for _other, said in found.others)


def closed_ring(found: Evidence) -> bool:
    """Rings A -> B -> C -> A without a word from outside. Two who confirm each other are said openly instead."""
    worker, speaker = found.reference.profile, found.reference.referee_user_id
    return bool(worker and speaker and likeness.closed_ring(worker.user_id, speaker, found.said_by))


def role_of_two(found: Evidence) -> bool:
    """Impersonated employer: a role that a firm has once, and another mailbox has signed with it within a year."""
    role, request = _single(found.said), found.reference.request
    if not role or request is None or not request.mailbox_hash or not found.reference.employer_id:
        return False
    signed_so = [
        each.request.mailbox_hash
        for each, said in found.others
        if each.request and each.employer_id == found.reference.employer_id and _single(said) == role
    ]
    return any(mailbox and mailbox != request.mailbox_hash for mailbox in signed_so)


def burst(found: Evidence) -> bool:
    """Sock puppets, or an account taken over: many within a day for one person, or by one mailbox or account."""
    reference, request = found.reference, found.reference.request
    today = [each for each, _said in found.others if abs(reference.issued_at - each.issued_at) < DAY]
    mailbox, account = request.mailbox_hash if request else "", reference.referee_user_id
    by_one = [
        each
        for each in today
        if (account and each.referee_user_id == account)
        or (mailbox and each.request and each.request.mailbox_hash == mailbox)
    ]
    for_one = [each for each in today if each.profile_id == reference.profile_id]
    return len(for_one) + 1 >= MANY_FOR_ONE or len(by_one) + 1 >= MANY_BY_ONE


def young_firm(found: Evidence) -> bool:
    """Invented firm: registered here only after somebody was asked in its name."""
    employer, request = found.reference.employer, found.reference.request
    return bool(employer and request and employer.created_at > request.created_at)


def before_founded(found: Evidence) -> bool:
    """Forged: the time begins before the firm did, by what the firm says itself."""
    employer, first = found.reference.employer, found.said["station"]["first"]
    return bool(employer and employer.founded_year and first and int(first[:4]) < employer.founded_year)


def young_domain(found: Evidence) -> bool:
    """Invented firm: its domain is not a year old, and the time it speaks for was over a year before that domain."""
    if found.registered is None:
        return False
    firm, first = found.reference.employer, found.said["station"]["first"]
    begun = [date(int(first[:4]), int(first[5:7]), 1)] if first else []
    begun += [date(firm.founded_year, 1, 1)] if firm and firm.founded_year else []
    signed = timezone.localdate(found.reference.issued_at)
    return signed - found.registered < YEAR and any(found.registered - each > YEAR for each in begun)


def level_differs(found: Evidence) -> bool:
    """Upgraded title: another valid word about the same firm and time, or the worker's own page, says another level of KldB 2010."""
    mine, reference = found.said["occupation"]["level"], found.reference
    own = reference.station.occupation if reference.station else None
    levels = {own.level} if own else set()
    for other, said in found.others:
        same = other.profile_id == reference.profile_id and said["employer"] == found.said["employer"]
        if same and likeness.overlap(found.said["station"], said["station"]):
            levels.add(said["occupation"]["level"])
    return bool(levels - {mine})


def alike_domain(found: Evidence) -> bool:
    """Impersonated employer: the mailbox is at a domain that is easily taken for that of a checked one."""
    return bool(found.alike_domain)


def alike_name(found: Evidence) -> bool:
    """Impersonated employer: the firm is not checked, and its name is easily taken for that of one that is."""
    return found.alike_names


KINDS: dict[str, Callable[[Evidence], bool]] = {
    "same-text": same_text,
    "closed-ring": closed_ring,
    "role-of-two": role_of_two,
    "burst": burst,
    "young-firm": young_firm,
    "before-founded": before_founded,
    "young-domain": young_domain,
    "level-differs": level_differs,
    "alike-domain": alike_domain,
    "alike-name": alike_name,
}


def find(reference: Reference, alike_domain: str = "", registered: date | None = None) -> list[str]:
    """Kinds of what is unusual. `reference` comes with profile, user, employer, station and request, and with its words."""
    found = gather(reference, alike_domain, registered)
    return [*whence.find(found.whence), *(kind for kind, holds in KINDS.items() if holds(found))]


def _single(said: dict[str, Any]) -> str:
    role = fold(said["referee"]["role"])
    return next((each for each in ONE_ONLY if role.startswith(each)), "")
