"""Photos the way templates show them. No queries: they come prefetched with their sample."""

from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from network.profiles import passes
from network.samples import images, rules, words
from network.samples.models import Photo, WorkSample

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
    agreed: bool
    src: str
    srcset: str
    width: int
    height: int
    turned: int
    says: str
    sizes: str = SIZES


@dataclass(frozen=True)
class Gallery:
    """What others see: the first photo before and the first after as a pair, the others below it."""

    pair: tuple[Shot, ...] = ()
    shots: list[Shot] = field(default_factory=list)


@dataclass(frozen=True)
class Placed:
    """A photo among those of its stage, and where its buttons move it."""

    shot: Shot
    place: int
    earlier: int | None
    later: int | None


@dataclass(frozen=True)
class Group:
    stage: str
    shots: list[Placed]


@dataclass(frozen=True)
class Hidden:
    """How many photos nobody else sees yet, and where the questions about the first of them are."""

    count: int
    url: str


def in_order(sample: WorkSample) -> list[Photo]:
    """Before, during, after; inside a stage as the worker ordered them."""
    return sorted(sample.photos.all(), key=lambda photo: (_STAGES[photo.stage], photo.position, photo.created_at))


def gallery(sample: WorkSample, passed: str = "") -> Gallery:
    """`passed`: what opens the photos for who holds a share link, see network/profiles/passes.py."""
    ready = [photo for photo in in_order(sample) if photo.state == Photo.State.READY]
    shown = [photo for photo in ready if rules.is_for_others(sample, photo)]
    first = {stage: next((photo for photo in shown if photo.stage == stage), None) for stage in _STAGES}
    before, after = first[Photo.Stage.BEFORE], first[Photo.Stage.AFTER]
    if before and after:
        rest = [shot(photo, passed) for photo in shown if photo not in (before, after)]
        return Gallery((shot(before, passed), shot(after, passed)), rest)
    return Gallery(shots=[shot(photo, passed) for photo in shown])


def everything(sample: WorkSample) -> Gallery:
    """For the worker alone: also what was not asked about yet."""
    return Gallery(shots=[shot(photo) for photo in in_order(sample) if photo.state == Photo.State.READY])


def hidden(sample: WorkSample) -> Hidden | None:
    """None when every photo that could be read was asked about."""
    readable = [photo for photo in in_order(sample) if photo.state != Photo.State.FAILED]
    left = [photo for photo in readable if not rules.is_for_others(sample, photo)]
    return Hidden(len(left), reverse("samples:agree", args=[sample.pk, left[0].pk])) if left else None


def groups(sample: WorkSample) -> list[Group]:
    """All photos by stage, stages without photos left out."""
    order = in_order(sample)
    by_stage = [(stage, [photo for photo in order if photo.stage == stage]) for stage in Photo.Stage]
    return [Group(str(stage.label), _placed(sample, row)) for stage, row in by_stage if row]


def _placed(sample: WorkSample, row: list[Photo]) -> list[Placed]:
    last = len(row) - 1
    shots = [replace(shot(photo), agreed=rules.is_for_others(sample, photo)) for photo in row]
    return [Placed(each, at, at - 1 if at else None, at + 1 if at < last else None) for at, each in enumerate(shots)]


def shot(photo: Photo, passed: str = "") -> Shot:
    ready = photo.state == Photo.State.READY
    address = {width: _address(photo, width, passed) for width in photo.widths} if ready else {}
    middle = min(address, key=lambda width: abs(width - 640)) if address else 0
    return Shot(
        pk=photo.pk,
        alt=photo.alt,
        stage=photo.get_stage_display(),
        ready=ready,
        agreed=photo.agreed_at is not None,
        src=address.get(middle, ""),
        srcset=", ".join(f"{url} {width}w" for width, url in sorted(address.items())),
        width=photo.width,
        height=photo.height,
        turned=photo.turned,
        says="" if ready else _says(photo),
    )


def _address(photo: Photo, width: int, passed: str) -> str:
    """The number behind it changes when the photo is turned, so no browser shows the old one from its cache."""
    path = reverse("samples:file", args=[photo.pk, width])
    more = {name: value for name, value in (("v", photo.turned), (passes.NAME, passed)) if value}
    return f"{path}?{urlencode(more)}" if more else path


def _says(photo: Photo) -> str:
    if photo.state == Photo.State.WAITING:
        return _("The photo is being prepared. It takes a few seconds.")
    if photo.problem in words.REFUSED:
        return str(words.REFUSED[images.Problem(photo.problem)])
    return _("We could not store this photo. Remove it and choose it again.")
