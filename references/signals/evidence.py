"""What the predicates of finding.py read, gathered with a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from network.employers import naming
from network.employers.models import Employer
from network.profiles.presenters import firm_of
from references.models import Reference, Trace
from references.payload import said_in
from references.signals import likeness
from references.signals.hashes import family_hash

MOST = 200  # rows looked at
YEAR = timedelta(days=365)


@dataclass
class Evidence:
    """All that the predicates read."""

    reference: Reference
    said: dict[str, Any]
    alike_domain: str = ""  # of a checked employer, found while the mailbox was still known
    by_worker: list[Trace] = field(default_factory=list)
    by_signer: list[Trace] = field(default_factory=list)
    own_families: set[str] = field(default_factory=set)
    others: list[tuple[Reference, dict[str, Any]]] = field(default_factory=list)
    alike_names: bool = False
    said_by: dict[int, set[int | None]] = field(default_factory=dict)


def gather(reference: Reference, alike_domain: str = "") -> Evidence:
    found = Evidence(reference, said_in(reference), alike_domain, others=_others(reference))
    for each in Trace.objects.filter(profile=reference.profile)[:MOST]:
        if each.side == "worker":
            found.by_worker.append(each)
        elif reference.request and each.subject == f"request:{reference.request.public_id}":
            found.by_signer.append(each)
    if reference.profile:
        user = reference.profile.user
        every = user.emailaddress_set.values_list("email", flat=True)  # type: ignore[attr-defined]
        found.own_families = {family_hash(each) for each in [user.email, *every] if each}
        if reference.referee_user_id:
            found.said_by = _said_by(user.pk, reference.referee_user_id)
    found.alike_names = _alike_names(reference)
    return found


def _others(reference: Reference) -> list[tuple[Reference, dict[str, Any]]]:
    """Statements of a year about the same person, in the same name, or by the same mailbox. One query."""
    near = Q(profile=reference.profile)
    if reference.employer_id:
        near |= Q(employer=reference.employer_id)
    if reference.request and reference.request.mailbox_hash:
        near |= Q(request__mailbox_hash=reference.request.mailbox_hash)
    rows = Reference.objects.valid().filter(near, issued_at__gte=reference.issued_at - YEAR).exclude(pk=reference.pk)
    return [(each, said_in(each)) for each in rows.select_related("request")[:MOST]]


def _said_by(worker: int, speaker: int) -> dict[int, set[int | None]]:
    """Who has spoken for the two, and for those who spoke for the second. Two queries, three steps deep."""
    said: dict[int, set[int | None]] = defaultdict(set)
    known: set[int | None] = {worker, speaker}
    for _step in range(2):
        rows = Reference.objects.valid().filter(profile__user__in=known - {None})
        for about, by in rows.values_list("profile__user", "referee_user")[:MOST]:
            if about is not None:
                said[about].add(by)
        known = set(said[speaker])
    return said


def _alike_names(reference: Reference) -> bool:
    """One query: checked employers whose names begin alike."""
    if reference.station is None or (reference.employer and reference.employer.is_checked):
        return False
    name = firm_of(reference.station)
    checked = Employer.objects.filter(checked_until__gte=timezone.localdate(), key__startswith=naming.key(name)[:2])
    return any(likeness.names_alike(name, each) for each in checked.values_list("name", flat=True)[:MOST])
