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
        .select_related("employer__place", "employer__parent__place", "employer__parent_asked")
    )
    return get_object_or_404(mine, employer__public_id=public_id)
