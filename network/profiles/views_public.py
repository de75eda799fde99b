"""The page others see."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.mail import link
from network.employers.viewer import Viewer, viewer_of
from network.profiles import presenters, registry
from network.profiles.models import Profile


@login_not_required
@never_cache  # what is hidden is hidden at once (law 3)
@require_safe
def page(request: HttpRequest, handle: str) -> HttpResponse:
    """For whom the worker chose; everybody else sees what stands where no page is (laws 3 and 4)."""
    viewer = viewer_of(request.user)
    profile = Profile.objects.openable_by(viewer).filter(handle=handle).with_papers()
    if profile is None:
        raise Http404
    stations = profile.stations.with_vouches()
    context = {
        "profile": profile,
        "page": presenters.page(profile, stations, viewer, timezone.localdate()),
        "owner": viewer.user_id == profile.user_id,
        "address": link(request.path),
        "acts": [act for acts in registry.acts for act in acts(profile, viewer)],
        "sections": _sections(request, profile, viewer),
    }
    response = render(request, "profiles/page.html", context)
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response


def _sections(request: HttpRequest, profile: Profile, viewer: Viewer) -> list[SafeString]:
    """What upper rooms show here, rendered by their own templates."""
    shown = []
    for section in sorted(registry.sections, key=lambda each: each.order):
        loaded = section.load(profile, viewer)
        if loaded is not None:
            context = {**loaded, "profile": profile, "viewer": viewer, "owner": viewer.user_id == profile.user_id}
            shown.append(render_to_string(section.template, context, request))
    return shown
