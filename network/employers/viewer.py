"""Who is looking: the one question every access rule of profiles, photos and search asks first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from network.employers.models import Membership


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
    return viewer_with(user.pk, Membership.objects.current().filter(user_id=user.pk).select_related("employer"))


def viewer_with(user_id: int, memberships: Iterable[Membership]) -> Viewer:
    """The same where all current memberships, with their employers, have been read already."""
    members = list(memberships)
    checked = [m for m in members if m.employer.is_checked]
    recruits = any(m.is_recruiter for m in checked)
    return Viewer(
        user_id=user_id,
        roots=frozenset(m.employer.root_id or m.employer_id for m in members),
        checked=bool(checked),
        recruits=recruits,
        employers=frozenset(m.employer_id for m in checked),
        rests=not recruits and any(m.is_recruiter for m in members),
    )
