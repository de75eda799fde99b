"""How views reach an employer: through the membership of who asks. Everybody else gets 404."""

from typing import cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts.models import User
from network.employers.models import Membership


def person(request: HttpRequest) -> User:
    """LoginRequiredMiddleware has seen to it that this is somebody."""
    return cast(User, request.user)


def membership(request: HttpRequest, public_id: str) -> Membership:
    """A current membership, with employer, place and parent. Raises Http404."""
    mine = person(request).memberships.current().select_related("employer__place", "employer__parent__place")
    return get_object_or_404(mine, employer__public_id=public_id)


def administration(request: HttpRequest, public_id: str) -> Membership:
    """The same for admins."""
    mine = (
        person(request)
        .memberships.admins()
        .select_related("employer__place", "employer__parent__place", "employer__parent_asked", "employer__merge_asked")
    )
    return get_object_or_404(mine, employer__public_id=public_id)


def moved_to(request: HttpRequest, public_id: str) -> str | None:
    """The firm that an old name belongs to now, for a member of it who follows an old address."""
    mine = person(request).memberships.current().filter(employer__old_names__public_id=public_id)
    return mine.values_list("employer__public_id", flat=True).first()
