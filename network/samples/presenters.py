"""Samples and photos the way templates show them. No queries: photos come prefetched."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.profiles.models import Profile
from network.profiles.sight import Sight
from network.samples import images, witnessing, words
from network.samples.models import Photo, WorkSample
from network.ui.templatetags.ui import month

_STAGES = {stage: place for place, stage in enumerate(Photo.Stage.values)}
# Two beside each other in the column of the page from 640 px on, one below the other on a phone.
SIZES = "(min-width: 60rem) 20rem, (min-width: 40rem) 45vw, 92vw"


@dataclass(frozen=True)
class Shot:
    """One photo. `src` is empty as long as it is being prepared, `says` tells why there is none."""

    pk: Any
    alt: str
    stage: str
    ready: bool
    src: str
    srcset: str
    width: int
    height: int
    turned: int
    says: str
    sizes: str = SIZES


@dataclass(frozen=True)
class Shown:
    """One sample with its answers as (question, answer)."""

    pk: int
    title: str
    case: bool
    facts: list[tuple[str, str]]
    shots: list[Shot]
    witnesses: list[witnessing.Stand]


def in_order(sample: WorkSample) -> list[Photo]:
    """Before, during, after; inside a stage as the worker ordered them."""
    return sorted(sample.photos.all(), key=lambda photo: (_STAGES[photo.stage], photo.position, photo.created_at))


def shot(photo: Photo) -> Shot:
    ready = photo.state == Photo.State.READY
    address = {width: _address(photo, width) for width in photo.widths} if ready else {}
    middle = min(address, key=lambda width: abs(width - 640)) if address else 0
    return Shot(
        pk=photo.pk,
        alt=photo.alt,
        stage=photo.get_stage_display(),
        ready=ready,
        src=address.get(middle, ""),
        srcset=", ".join(f"{url} {width}w" for width, url in sorted(address.items())),
        width=photo.width,
        height=photo.height,
        turned=photo.turned,
        says="" if ready else _says(photo),
    )


def _address(photo: Photo, width: int) -> str:
    """The number behind it changes when the photo is turned, so no browser shows the old one from its cache."""
    path = reverse("samples:file", args=[photo.pk, width])
    return f"{path}?v={photo.turned}" if photo.turned else path


def _says(photo: Photo) -> str:
    if photo.state == Photo.State.WAITING:
        return _("The photo is being prepared. It takes a few seconds.")
    if photo.problem in words.REFUSED:
        return str(words.REFUSED[images.Problem(photo.problem)])
    return _("We could not store this photo. Remove it and choose it again.")


def facts(sample: WorkSample) -> list[tuple[str, str]]:
    """What was answered, in the order it was asked; empty answers are left out."""
    case = sample.kind == WorkSample.Kind.CASE
    pairs = [
        (_("Situation") if case else pgettext("work sample", "Asked"), sample.asked),
        (pgettext("work sample", "Done"), sample.did),
        (_("Own share"), sample.share),
        (_("Result"), sample.result),
        (_("When and where"), when_and_where(sample)),
    ]
    return [(question, answer) for question, answer in pairs if answer]


def when_and_where(sample: WorkSample) -> str:
    station = sample.station
    where = station.place.name if station and station.place else ""
    return ", ".join(part for part in (month(sample.month), where) if part)


def section(profile: Profile, sight: Sight) -> dict[str, Any] | None:
    """For the public page: two statements, however many samples and photos."""
    samples = [
        Shown(
            pk=sample.pk,
            title=sample.title,
            case=sample.kind == WorkSample.Kind.CASE,
            facts=facts(sample),
            shots=[shot(photo) for photo in in_order(sample) if photo.state == Photo.State.READY],
            witnesses=witnessing.stands(sample),
        )
        for sample in WorkSample.objects.shown_on(profile).with_photos()
        if sight.sees(f"sample:{sample.pk}", sample.audience)
    ]
    return {"samples": samples} if samples else None
