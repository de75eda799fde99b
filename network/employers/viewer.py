"""Who is looking: the one question every access rule of profiles, photos and search asks first."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from network.employers.models import Membership


@dataclass(frozen=True)
class Viewer:
    """`roots` are the families of employers the person belongs to now; `checked` is true if one of these employers is checked."""

    user_id: int | None = None
    roots: frozenset[int] = frozenset()
    checked: bool = False
    recruits: bool = False  # recruiter of a checked employer: may send offers


STRANGER = Viewer()


def viewer_of(user: User | AnonymousUser) -> Viewer:
    """One query for a signed-in person, none for a stranger."""
    if not user.is_authenticated:
        return STRANGER
    members = list(Membership.objects.current().filter(user_id=user.pk).select_related("employer"))
    checked = [m for m in members if m.employer.is_checked]
    return Viewer(
        user_id=user.pk,
        roots=frozenset(m.employer.root_id or m.employer_id for m in members),
        checked=bool(checked),
        recruits=any(m.is_recruiter for m in checked),
    )
