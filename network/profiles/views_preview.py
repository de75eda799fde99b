"""The own page with the eyes of others."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from network.employers.models import Employer
from network.employers.viewer import STRANGER, Viewer
from network.profiles import firms
from network.profiles.models import Profile
from network.profiles.sight import Sight
from network.profiles.views import WorkerRequest, with_profile
from network.profiles.views_public import show

RECRUITER = Viewer(checked=True, recruits=True)
BAR = "profiles/preview_bar.html"


@with_profile
def preview(request: WorkerRequest, profile: Profile, reader: str) -> HttpResponse:
    """As a stranger or as a recruiter of a checked employer that is not blocked."""
    viewers = {"stranger": STRANGER, "recruiter": RECRUITER}
    if reader not in viewers:
        raise Http404
    return _through(request, profile, viewers[reader], reader)


@with_profile
def preview_boss(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """Which boss? Firms of the own stations, and blocked ones."""
    context = {"firms": firms.of(profile), "back": reverse("profiles:mine")}
    return render(request, "profiles/preview_boss.html", context)


@with_profile
def preview_firm(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    firm = get_object_or_404(firms.of(profile), public_id=public_id)
    viewer = Viewer(roots=frozenset([firm.root_id or firm.pk]), checked=firm.is_checked, recruits=firm.is_checked)
    return _through(request, profile, viewer, "boss", firm=firm)


def _through(
    request: WorkerRequest, profile: Profile, viewer: Viewer, reader: str, firm: Employer | None = None
) -> HttpResponse:
    """The real page, asked for as this reader asks, or what stands where no page is."""
    context: dict[str, Any] = {"bar": BAR, "reader": reader, "firm": firm, "title": _("Preview")}
    seen = Profile.objects.filter(pk=profile.pk).openable_by(viewer).with_papers()
    if seen is None:
        return render(request, "profiles/preview_nothing.html", context)
    return show(request, seen, Sight(viewer), **context)
