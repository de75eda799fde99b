"""The page for other programs."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.employers.viewer import viewer_of
from network.moving.packing.resume import resume
from network.profiles.actions import note_looks
from network.profiles.models import Look, Profile
from network.profiles.sight import sight_of


@login_not_required
@never_cache  # what is hidden is hidden at once (law 3)
@require_safe
def as_resume(request: HttpRequest, handle: str) -> JsonResponse:
    """JSON Resume of what this reader may see; for everybody else there is nothing (laws 3 and 4)."""
    viewer = viewer_of(request.user)
    seen = Profile.objects.openable_by(viewer).with_looks(viewer, timezone.localdate())
    profile = seen.filter(handle=handle).with_papers()
    if profile is None:
        raise Http404
    if request.method == "GET" and profile.looks_today < len(
        viewer.employers
    ):  # the same page in another form: the worker reads who looked (docs/decisions/0023)
        note_looks(by=viewer, profiles=[profile], where=Look.Where.PAGE)
    said = resume(profile, profile.stations.with_vouches(), sight_of(profile, viewer))
    answer = JsonResponse(said, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["X-Robots-Tag"] = "noindex, noarchive"
    return answer
