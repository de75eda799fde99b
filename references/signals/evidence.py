"""What the predicates of finding.py read, gathered with a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from network.employers import naming
from network.employers.models import Employer
from network.profiles.models import Station
from references.models import Reference
from references.payload import said_in
from references.signals import likeness, whence
from references.signals.whence import Way, Whence

MOST = 200  # rows looked at, newest first
YEAR = timedelta(days=365)


@dataclass
class Evidence:
    """All that the predicates read."""

    reference: Reference
    said: dict[str, Any]
    whence: Whence
    alike_domain: str = ""  # of a checked employer, found while the mailbox was still known
    registered: date | None = None  # the day of the mailbox's domain, where somebody was asked for it
    others: list[tuple[Reference, dict[str, Any]]] = field(default_factory=list)
    alike_names: bool = False
    said_by: dict[int, set[int | None]] = field(default_factory=dict)


def gather(reference: Reference, alike_domain: str = "", registered: date | None = None) -> Evidence:
    from_where = whence.gather(reference.profile, _way(reference)) if reference.profile else Whence(Way())
    found = Evidence(reference, said_in(reference), from_where, alike_domain, registered, _others(reference))
    if reference.profile and reference.referee_user_id:
        found.said_by = _said_by(reference.profile.user_id, reference.referee_user_id)
    found.alike_names = _alike_names(reference)
    return found


def _way(reference: Reference) -> Way:
    request = reference.request
    if request is None:
        return Way()
    subjects = [f"request:{request.public_id}"]
    if hasattr(request, "invitation"):  # the firm began it, and its browser was noted then
        subjects.append(f"batch:{request.invitation.batch}")
    return Way(request.channel, request.created_at, reference.issued_at, subjects)


def _others(reference: Reference) -> list[tuple[Reference, dict[str, Any]]]:
    """Statements of a year about the same person, in the same name, or by the same hand. One query."""
    near = Q(profile=reference.profile)
    if reference.employer_id:
        near |= Q(employer=reference.employer_id)
    if reference.request and reference.request.mailbox_hash:
        near |= Q(request__mailbox_hash=reference.request.mailbox_hash)
    if reference.referee_user_id:
        near |= Q(referee_user=reference.referee_user_id)
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


def name_of(station: Station) -> str:
    """Of the firm, without its town."""
    return station.employer.name if station.employer else station.employer_name


def _alike_names(reference: Reference) -> bool:
    """One query: checked employers whose names begin alike, one after the other, in a fixed order."""
    if reference.station is None or (reference.employer and reference.employer.is_checked):
        return False
    name = name_of(reference.station)
    stem, first = naming.stem(name), naming.key(name)[:2]
    checked = Employer.objects.filter(checked_until__gte=timezone.localdate(), key__startswith=first).order_by("pk")
    keys = checked.values_list("key", flat=True).iterator()
    return any(likeness.alike(stem, naming.stem_of_key(each)) for each in keys)
