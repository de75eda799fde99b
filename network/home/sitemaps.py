"""The sitemap: what the house says about itself, and the pages of people who let search engines show them, and notices.

No day of change stands in it: it would tell that somebody has just answered something (law 3).
"""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps import Sitemap, views
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from network.contacts.models import Notice
from network.employers.viewer import STRANGER, Viewer, viewer_of
from network.profiles.models import Profile
from network.profiles.querysets import ProfileQuerySet

ADDRESSES = 10_000  # in one file; the standard allows 50,000
AN_HOUR = 3600


class _Here(Sitemap[Any]):
    limit = ADDRESSES
    protocol, _slashes, host = settings.PUBLIC_URL.partition("://")

    def get_domain(self, site: Any = None) -> str:
        """The public address of the house, whatever the request called it."""
        return self.host


class House(_Here):
    def items(self) -> list[str]:
        told = ("easy", "contact", "facts_only", "accessibility", "privacy", "imprint")
        return ["home:start", "contacts:notices", *(f"home:{name}" for name in told)]

    def location(self, item: str) -> str:
        return reverse(item)


class People(_Here):
    """For a firm that somebody has blocked it is the map without that person (law 4)."""

    def __init__(self, viewer: Viewer = STRANGER) -> None:
        self.viewer = viewer

    @cached_property
    def _found(self) -> ProfileQuerySet:
        return Profile.objects.indexable_by(self.viewer)

    def items(self) -> Any:
        return self._found.only("handle").order_by("pk")

    def location(self, item: Profile) -> str:
        return reverse("profiles:page", args=[item.handle])


class Notices(_Here):
    """What hangs now."""

    def items(self) -> Any:
        return Notice.objects.running().only("public_id").order_by("pk")

    def location(self, item: Notice) -> str:
        return reverse("contacts:notice", args=[item.public_id])


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Which files there are: one for the house, one for notices, one for each ten thousand people."""
    return _kept(request, views.index(request, _maps(request), sitemap_url_name="home:sitemap_of"))


@login_not_required
@require_safe
def sitemap(request: HttpRequest, section: str) -> HttpResponse:
    """One file. Raises Http404 for one that is not there."""
    return _kept(request, views.sitemap(request, _maps(request), section))


def _maps(request: HttpRequest) -> dict[str, Any]:
    return {"house": House(), "notices": Notices(), "people": People(viewer_of(request.user))}


def _kept(request: HttpRequest, response: Any) -> HttpResponse:
    """An hour for everybody who is not signed in; a hidden page leaves the file later and answers 404 at once."""
    answer: HttpResponse = response.render()
    if not request.user.is_authenticated:
        patch_cache_control(answer, public=True, max_age=AN_HOUR)
    return answer
