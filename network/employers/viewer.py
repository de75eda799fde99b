"""Who is looking: the one question every access rule of profiles, photos and search asks first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from accounts.models import User
from network.employers.models import Membership, check_holds


@dataclass(frozen=True)
class Viewer:
    """`roots` are the families of employers the person belongs to now; `checked` is true if one of these employers is checked.

    `employers` are the checked ones themselves: in their name the person looks at pages (Look).
    """

    user_id: int | None = None
    roots: frozenset[int] = frozenset()
    checked: bool = False
    recruits: bool = False  # recruiter of a checked employer: may send offers
    employers: frozenset[int] = frozenset()
    rests: bool = False  # recruiter, but of no employer that is checked now: sees what everybody sees, and is told so


STRANGER = Viewer()


def viewer_of(user: User | AnonymousUser) -> Viewer:
    """One query for a signed-in person, none for a stranger."""
    if not user.is_authenticated:
        return STRANGER
    return _viewer(user.pk, _members().filter(user_id=user.pk))


@cache
def _members() -> "QuerySet[Membership, Any]":
    """Put together once: nearly every page asks it."""
    read = ("employer_id", "employer__root_id", "employer__checked_until", "is_recruiter")
    return Membership.objects.current().values_list(*read)


def viewer_with(user_id: int, memberships: Iterable[Membership]) -> Viewer:
    """The same where all current memberships, with their employers, have been read already."""
    return _viewer(
        user_id,
        (
            (each.employer_id, each.employer.root_id, each.employer.checked_until, each.is_recruiter)
            for each in memberships
        ),
    )


def _viewer(user_id: int, members: Iterable[tuple[int, int | None, date | None, bool]]) -> Viewer:
    """`members`: id, family and last day of the check of each employer, and whether the person recruits there."""
    roots, checked, recruiting = set(), set(), set()
    for employer, root, until, recruiter in members:
        roots.add(root or employer)
        if check_holds(until):
            checked.add(employer)
        if recruiter:
            recruiting.add(employer)
    recruits = bool(checked & recruiting)
    return Viewer(
        user_id=user_id,
        roots=frozenset(roots),
        checked=bool(checked),
        recruits=recruits,
        employers=frozenset(checked),
        rests=bool(recruiting) and not recruits,
    )
