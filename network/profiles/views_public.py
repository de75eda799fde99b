"""The page others see."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.mail import link
from network.employers.viewer import viewer_of
from network.profiles import actions, presenters, registry
from network.profiles.models import Look, Profile
from network.profiles.sight import Sight, sight_of

HIDDEN = "noindex, noarchive"


@login_not_required
@never_cache  # what is hidden is hidden at once (law 3)
@require_safe
def page(request: HttpRequest, handle: str) -> HttpResponse:
    """For whom the worker chose; everybody else sees what stands where no page is (laws 3 and 4)."""
    viewer = viewer_of(request.user)
    seen = Profile.objects.openable_by(viewer).with_looks(viewer, timezone.localdate())
    profile = seen.filter(handle=handle).with_papers()
    if profile is None:
        raise Http404
    if request.method == "GET" and profile.looks_today < len(viewer.employers):  # once a day is enough
        actions.note_looks(by=viewer, profiles=[profile], where=Look.Where.PAGE)
    return show(request, profile, sight_of(profile, viewer), indexable=profile.indexable)


def show(
    request: HttpRequest, profile: Profile, sight: Sight, *, indexable: bool = False, **context: Any
) -> HttpResponse:
    """The page as this reader sees it. `profile` from with_papers(); that it may be opened has been asked.

    `indexable`: search engines may keep it. context: `bar`, the template of what stands above the page, and what it needs.
    """
    stations = profile.stations.with_vouches()
    acts = [] if sight.items is not None else [act for acts in registry.acts for act in acts(profile, sight)]
    shown = {
        "profile": profile,
        "page": presenters.page(profile, stations, sight, timezone.localdate()),
        "owner": sight.owner,
        "address": link(reverse("profiles:page", args=[profile.handle])),
        "acts": acts,
        "sections": _sections(request, profile, sight),
        "indexable": indexable,
    }
    response = render(request, "profiles/page.html", {**shown, **context})
    if not indexable:
        response["X-Robots-Tag"] = HIDDEN
    return response


def _sections(request: HttpRequest, profile: Profile, sight: Sight) -> list[SafeString]:
    """What upper rooms show here, rendered by their own templates."""
    shown = []
    for section in sorted(registry.sections, key=lambda each: each.order):
        loaded = section.load(profile, sight)
        if loaded is not None:
            context = {**loaded, "profile": profile, "sight": sight, "owner": sight.owner}
            shown.append(render_to_string(section.template, context, request))
    return shown
