"""The address that serves a photo."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from network.employers.viewer import viewer_of
from network.profiles import passes, readers
from network.profiles.models import Audience, Profile
from network.samples import files, rules
from network.samples.models import Photo


@login_not_required
@require_safe
def file(request: HttpRequest, photo_id: uuid.UUID, width: int) -> HttpResponseBase:
    """One variant, for whoever may see the sample (law 4 holds for photos). Everybody else gets 404."""
    found = _seen_by(request, photo_id)
    if found is None or width not in found.widths:
        raise Http404
    answer = get_conditional_response(request, etag=f'"{found.pk}-{found.turned}-{width}"') or _open(found, width)
    answer["ETag"] = f'"{found.pk}-{found.turned}-{width}"'
    answer["Cache-Control"] = "private, no-cache"  # asks again each time: what is hidden is hidden at once (law 3)
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["X-Content-Type-Options"] = "nosniff"
    if not (found.sample.profile.indexable and found.sample.audience == Audience.ALL):
        answer["X-Robots-Tag"] = "noindex, noarchive"
    return answer


def _seen_by(request: HttpRequest, photo_id: uuid.UUID) -> Photo | None:
    """For who may read the sample on the page, or holds a pass of a share link that names it."""
    ready = Photo.objects.filter(pk=photo_id, state=Photo.State.READY)
    found = ready.select_related("sample__profile__occupation__field", "sample__station__occupation__field").first()
    if found is None or found.sample.profile.user_id == request.user.pk:
        return found
    sample, viewer = found.sample, viewer_of(request.user)
    if not (sample.shown and rules.is_for_others(sample, found)):
        return None
    page = Profile.objects.openable_by(viewer).filter(pk=sample.profile_id)
    if readers.reads(viewer, sample.profile, sample.key, sample.audience) and page.exists():
        return found
    passed = request.GET.get(passes.NAME, "")
    return found if readers.holds_pass(viewer, sample.profile, sample.key, passed) else None


def _open(photo: Photo, width: int) -> HttpResponseBase:
    try:
        opened: Any = default_storage.open(files.variant(photo.pk, width, photo.turned))
    except FileNotFoundError as error:  # removed in this moment
        raise Http404 from error
    return FileResponse(opened, content_type="image/webp", filename=f"handschlag-{width}.webp")
