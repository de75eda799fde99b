"""Whose page is being edited: one's own, or while helping at the desk the page of the person one helps. Nowhere else is this decided."""

from django.http import Http404, HttpRequest

from accounts.models import User
from network.profiles import helping, registry
from network.profiles.models import Profile

HELPED = "helped_page"  # in the session: the page that its person helps with


def is_helping(request: HttpRequest) -> bool:
    return HELPED in getattr(request, "session", {})


def helped_page(request: HttpRequest) -> Profile | None:
    """The page this session helps with, asked once per request. None when the help is over: taken over, thrown away, too old, no longer of the desk."""
    if not hasattr(request, "_helped_page"):
        request._helped_page = _ask(request)  # type: ignore[attr-defined]
    found: Profile | None = request._helped_page  # type: ignore[attr-defined]
    return found


def _ask(request: HttpRequest) -> Profile | None:
    user = request.user
    if not is_helping(request) or not isinstance(user, User) or not any(may(user) for may in registry.may_help):
        return None
    return Profile.objects.helped_by(user, request.session[HELPED], since=helping.oldest())


def page_of(request: HttpRequest) -> Profile | None:
    """The page to edit, if there is one. Raises Http404 when the help is over, so that nothing ends up on the helper's own page."""
    if not is_helping(request):
        return Profile.objects.of(request.user)  # type: ignore[arg-type]  # behind LoginRequiredMiddleware
    profile = helped_page(request)
    if profile is None:
        raise Http404
    return profile
