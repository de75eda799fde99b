"""Photos: adding, wording, ordering, turning, removing, and the address that serves them."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts import throttle
from network.employers.viewer import viewer_of
from network.profiles.models import Profile
from network.samples import files, photo_actions, photo_forms, presenters, rules, words
from network.samples.models import Photo, WorkSample
from network.samples.views import GONE, address, after_second_click, sample_of
from network.ui import pages

UPLOADS = throttle.Limit("photo_upload", "120/h")
TURNS = throttle.Limit("photo_turn", "240/h")


def photos(request: HttpRequest, pk: int) -> HttpResponse:
    """The photos of one sample, and the form for the next one."""
    sample = sample_of(request, pk)
    form = photo_forms.UploadForm(request.POST or None, request.FILES or None, initial={"once": uuid.uuid4()})
    if request.method == "POST" and not rules.takes_photos(sample):
        form.add_error(None, words.CARE)
    if request.method == "POST" and form.is_valid():
        throttle.require(request, UPLOADS, key=str(request.user.pk))
        try:
            return _add(request, sample, form)
        except files.StorageDown:
            form.add_error("file", words.STORAGE)
            return _photos(request, sample, form, status=503)
        except photo_actions.TooManyPhotos:
            form.add_error("file", _("There are 6 photos already. Remove one before you add another."))
    return _photos(request, sample, form)


def _add(request: HttpRequest, sample: WorkSample, form: photo_forms.UploadForm) -> HttpResponse:
    said = form.cleaned_data
    photo_actions.add(
        by=sample.profile.user,
        sample=sample,
        upload=said["file"],
        stage=said["stage"],
        alt=said["alt"],
        once=form.once_or_new(),
    )
    return redirect("samples:photos", sample.pk)


def _photos(request: HttpRequest, sample: WorkSample, form: photo_forms.UploadForm, status: int = 200) -> HttpResponse:
    shots = [presenters.shot(photo) for photo in presenters.in_order(sample)]
    response = pages.ask(
        request,
        form,
        title=_("Photos"),
        caption=sample.title,
        back=address("one", sample),
        template="samples/photos.html",
        sample=sample,
        shots=shots,
        why="" if rules.takes_photos(sample) else words.CARE,
        full=len(shots) >= rules.MOST_PHOTOS,
        further=address("one" if sample.consent_at else "consent", sample),
    )
    response.status_code = status
    if status == 503:
        response["Retry-After"] = "120"
    return response


def photo(request: HttpRequest, pk: int, photo_id: uuid.UUID) -> HttpResponse:
    """Words, place and turn of one photo. Every button of the page saves the words too, so nothing typed is lost."""
    sample = sample_of(request, pk)
    found = get_object_or_404(sample.photos.select_related("sample__profile__user"), pk=photo_id)
    form = photo_forms.PhotoForm(request.POST or None, initial={"stage": found.stage, "alt": found.alt})
    if form.is_valid():
        photo_actions.describe(by=found.sample.profile.user, photo=found, **form.cleaned_data)
        try:
            return _act(request, found)
        except files.StorageDown:
            form.add_error(None, _("We could not turn the photo just now. Try again in a few minutes."))
            return _photo(request, sample, found, form, status=503)
    return _photo(request, sample, found, form)


def _act(request: HttpRequest, photo: Photo) -> HttpResponse:
    """Turn or move if that button was pressed. The numbers in the buttons make a second click harmless."""
    by, turned, to = photo.sample.profile.user, request.POST.get("turn", ""), request.POST.get("to", "")
    if turned.isdecimal():
        throttle.require(request, TURNS, key=str(request.user.pk))
        photo_actions.turn(by=by, photo=photo, turned=int(turned[:6]))
    elif to.isdecimal():
        photo_actions.move(by=by, photo=photo, to=int(to[:6]))
    else:
        return redirect("samples:photos", photo.sample_id)
    return redirect("samples:photo", photo.sample_id, photo.pk)


def _photo(
    request: HttpRequest, sample: WorkSample, found: Photo, form: photo_forms.PhotoForm, status: int = 200
) -> HttpResponse:
    row = [each.pk for each in presenters.in_order(sample) if each.stage == found.stage]
    place = row.index(found.pk) if found.pk in row else 0
    response = pages.ask(
        request,
        form,
        title=_("Change this photo"),
        caption=sample.title,
        back=address("photos", sample),
        template="samples/photo.html",
        sample=sample,
        shot=presenters.shot(found),
        earlier=place - 1 if place else None,
        later=place + 1 if place + 1 < len(row) else None,
    )
    response.status_code = status
    return response


def remove(request: HttpRequest, pk: int, photo_id: uuid.UUID) -> HttpResponse:
    sample = sample_of(request, pk)
    found = sample.photos.select_related("sample__profile__user").filter(pk=photo_id).first()
    if found is None:
        return after_second_click(request, f"photo {photo_id}", address("photos", sample))
    if request.method == "POST":
        photo_actions.remove(by=found.sample.profile.user, photo=found)
        request.session[GONE] = f"photo {photo_id}"
        return redirect("samples:photos", pk)
    return pages.confirm(
        request,
        title=_("Remove this photo?"),
        text=found.alt,
        button=_("Remove"),
        back=reverse("samples:photo", args=[pk, photo_id]),
    )


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
    return answer


def _seen_by(request: HttpRequest, photo_id: uuid.UUID) -> Photo | None:
    ready = Photo.objects.filter(pk=photo_id, state=Photo.State.READY).select_related("sample__profile")
    found = ready.first()
    if found is None or found.sample.profile.user_id == request.user.pk:
        return found
    page = Profile.objects.openable_by(viewer_of(request.user)).filter(pk=found.sample.profile_id)
    return found if found.sample.shown and page.exists() else None


def _open(photo: Photo, width: int) -> HttpResponseBase:
    try:
        opened: Any = default_storage.open(files.variant(photo.pk, width, photo.turned))
    except FileNotFoundError as error:  # removed in this moment
        raise Http404 from error
    return FileResponse(opened, content_type="image/webp", filename=f"handschlag-{width}.webp")
