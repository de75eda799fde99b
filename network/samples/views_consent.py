"""Before others see it: four questions about each photo, then once more about the words."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from network.samples import actions, photo_actions, shots
from network.samples.forms_consent import ConsentForm, PhotoConsentForm, SameForm, said
from network.samples.models import Photo, WorkSample
from network.samples.views import address, sample_of, seen
from network.ui import pages


def next_step(sample: WorkSample, after: uuid.UUID | None = None) -> str:
    """The next photo that was not asked about, `after` this one; then the words; then all is done."""
    order = [photo for photo in shots.in_order(sample) if photo.state != Photo.State.FAILED]
    place = next((at for at, photo in enumerate(order) if photo.pk == after), -1)
    for photo in order[place + 1 :]:
        if photo.agreed_at is None:
            return _at("agree", photo)
    return address("one" if sample.consent_at else "consent", sample)


def _at(name: str, photo: Photo) -> str:
    return reverse(f"samples:{name}", args=[photo.sample_id, photo.pk])


def _photo_of(sample: WorkSample, photo_id: uuid.UUID) -> Photo:
    found = sample.photos.select_related("sample__profile__user", "sample__profile__occupation__field")
    return get_object_or_404(found.select_related("sample__station__occupation__field"), pk=photo_id)


def agree(request: HttpRequest, pk: int, photo_id: uuid.UUID) -> HttpResponse:
    """Four questions beside the photo. Whoever answers them later goes on, and the photo stays hidden."""
    sample = sample_of(request, pk)
    found = _photo_of(sample, photo_id)
    kept = {name: getattr(found, name) for name in photo_actions.ANSWERS}
    form = PhotoConsentForm(pages.posted(request), sample=sample, initial=kept)
    if request.method == "POST" and "hide" in request.POST:
        photo_actions.take_back(by=found.sample.profile.user, photo=found)
        return redirect(address("photos", sample))
    if found.state == Photo.State.READY and form.is_valid():
        photo_actions.agree(by=found.sample.profile.user, photo=found, answers=form.cleaned_data)
        return redirect(_at("same", found) if "same" in request.POST else next_step(sample, found.pk))
    return pages.ask(
        request,
        form,
        title=_("May others see this photo?"),
        caption=_caption(sample, found),
        back=address("photos", sample),
        template="samples/agree.html",
        sample=sample,
        shot=shots.shot(found),
        later=next_step(sample, found.pk),
        others=len(_others(sample, found)),
    )


def _caption(sample: WorkSample, found: Photo) -> str:
    order = [photo.pk for photo in shots.in_order(sample)]
    number = order.index(found.pk) + 1 if found.pk in order else 1
    return _("%(title)s, photo %(number)d of %(all)d") % {
        "title": sample.title,
        "number": number,
        "all": max(len(order), number),
    }


def _others(sample: WorkSample, found: Photo) -> list[Photo]:
    """What can be looked at and has no answers yet."""
    waiting = [photo for photo in shots.in_order(sample) if photo.agreed_at is None and photo.pk != found.pk]
    return [photo for photo in waiting if photo.state == Photo.State.READY]


def same(request: HttpRequest, pk: int, photo_id: uuid.UUID) -> HttpResponse:
    """The same answers for other photos, each shown and ticked for itself."""
    sample = sample_of(request, pk)
    found = _photo_of(sample, photo_id)
    others = _others(sample, found)
    if found.agreed_at is None or not others:
        return redirect(next_step(sample))
    form = SameForm(pages.posted(request), photos=others)
    if form.is_valid():
        photo_actions.agree_too(by=found.sample.profile.user, source=found, photos=form.chosen())
        return redirect(next_step(sample_of(request, pk)))
    return pages.ask(
        request,
        form,
        title=_("Is the same true for these photos?"),
        caption=sample.title,
        back=_at("agree", found),
        button=_("Save"),
        template="samples/same.html",
        answers=said(found),
        boxes=list(zip([shots.shot(photo) for photo in others], form["photos"], strict=True)),
        later=next_step(sample),
    )


def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """The last step: nothing is shown before the worker has read it once more."""
    sample = sample_of(request, pk)
    form = ConsentForm(pages.posted(request), sample=sample)
    if form.is_valid():
        actions.consent(by=sample.profile.user, sample=sample)
        messages.success(request, _("This is on your page now. Who can open your page is up to you."))
        return redirect("samples:one", pk)
    return pages.ask(
        request,
        form,
        title=_("Check once more before others see it"),
        back=address("one", sample),
        button=_("Show on my page"),
        template="samples/consent.html",
        **seen(sample),
    )
