"""Photos: adding, wording, ordering, turning, removing."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts import throttle
from network.samples import files, photo_actions, photo_forms, rules, shots, words
from network.samples.models import Photo, WorkSample
from network.samples.views import GONE, address, after_second_click, sample_of
from network.samples.views_consent import next_step
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
            form.add_error("file", words.FULL % {"count": rules.MOST_PHOTOS})
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
    groups = shots.groups(sample)
    count = sum(len(group.shots) for group in groups)
    response = pages.ask(
        request,
        form,
        title=_("Photos"),
        caption=sample.title,
        back=address("one", sample),
        template="samples/photos.html",
        sample=sample,
        groups=groups,
        why="" if rules.takes_photos(sample) else words.CARE,
        most=rules.MOST_PHOTOS,
        full=count >= rules.MOST_PHOTOS,
        further=next_step(sample),
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
    """Turn if such a button was pressed: "3" or "left-3". The number of turns so far makes a second click harmless."""
    side, _dash, turned = request.POST.get("turn", "").rpartition("-")
    if not turned.isdecimal():
        return redirect("samples:photos", photo.sample_id)
    throttle.require(request, TURNS, key=str(request.user.pk))
    quarters = photo_actions.LEFT if side == "left" else photo_actions.RIGHT
    photo_actions.turn(by=photo.sample.profile.user, photo=photo, turned=int(turned[:6]), quarters=quarters)
    return redirect("samples:photo", photo.sample_id, photo.pk)


def move(request: HttpRequest, pk: int, photo_id: uuid.UUID) -> HttpResponse:
    """Another place among the photos of its stage: sent by the buttons below a photo, and by dragging."""
    sample = sample_of(request, pk)
    found = get_object_or_404(sample.photos.select_related("sample__profile__user"), pk=photo_id)
    to = request.POST.get("to", "")
    if to.isdecimal():  # a number makes a second click harmless
        photo_actions.move(by=found.sample.profile.user, photo=found, to=int(to[:6]))
    return redirect(f"{address('photos', sample)}#photo-{found.pk}")


def _photo(
    request: HttpRequest, sample: WorkSample, found: Photo, form: photo_forms.PhotoForm, status: int = 200
) -> HttpResponse:
    response = pages.ask(
        request,
        form,
        title=_("Change this photo"),
        caption=sample.title,
        back=address("photos", sample),
        template="samples/photo.html",
        sample=sample,
        shot=shots.shot(found),
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
