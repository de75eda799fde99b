"""All writes to photos. Files are written before the row that names them and deleted after it is gone, so no row lies."""

import uuid
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.profiles.rules import require_owner
from network.samples import files, images, preparing, rules
from network.samples.models import Photo, WorkSample

Answers = dict[str, str]  # people, place, firm, readable
ANSWERS = ("people", "place", "firm", "readable")
LEFT, RIGHT = 3, 1  # quarters clockwise


class TooManyPhotos(Exception):
    """The sample is full."""


def add(*, by: User, sample: WorkSample, upload: File[bytes], stage: str, alt: str, once: uuid.UUID) -> Photo:
    """Take an inspected upload and have it prepared. The same page sent twice gives the same photo.

    The file is stored outside the transaction, so nobody waits for a lock meanwhile. Raises files.StorageDown, TooManyPhotos;
    then neither row nor file is left.
    """
    require_owner(by, sample.profile)
    if already := sample.photos.filter(once=once).first():
        return already
    raw = files.keep_upload(upload)
    try:
        photo = _add_row(sample, raw, stage, alt, once)
    except BaseException:
        files.remove([raw])
        raise
    if photo.raw != raw:  # the same page, sent twice in the same moment
        files.remove([raw])
    return photo


@transaction.atomic
def _add_row(sample: WorkSample, raw: str, stage: str, alt: str, once: uuid.UUID) -> Photo:
    locked = WorkSample.objects.select_for_update().get(pk=sample.pk)
    photos = list(locked.photos.all())
    for photo in photos:
        if photo.once == once:
            return photo
    if len(photos) >= rules.MOST_PHOTOS:
        raise TooManyPhotos
    photo = Photo.objects.create(
        sample=locked, raw=raw, stage=stage, alt=alt, once=once, position=_end_of(photos, stage)
    )
    transaction.on_commit(lambda: preparing.prepare.enqueue(str(photo.pk)))
    return photo


def _end_of(photos: list[Photo], stage: str) -> int:
    return max((photo.position + 1 for photo in photos if photo.stage == stage), default=0)


@transaction.atomic
def describe(*, by: User, photo: Photo, stage: str, alt: str) -> None:
    """Other words or another stage; a photo that changes its stage goes to the end of it."""
    require_owner(by, photo.sample.profile)
    if stage != photo.stage:
        photo.position = _end_of(list(photo.sample.photos.all()), stage)
    photo.stage, photo.alt = stage, alt
    photo.save(update_fields=["stage", "alt", "position"])


@transaction.atomic
def move(*, by: User, photo: Photo, to: int) -> None:
    """Put it at place `to` (from 0) among the photos of its stage. Asked twice, it stands at the same place."""
    require_owner(by, photo.sample.profile)
    WorkSample.objects.select_for_update().get(pk=photo.sample_id)
    row = [each for each in photo.sample.photos.filter(stage=photo.stage) if each.pk != photo.pk]
    row.insert(max(0, to), photo)
    for position, each in enumerate(row):
        Photo.objects.filter(pk=each.pk).update(position=position)


def turn(*, by: User, photo: Photo, turned: int, quarters: int = RIGHT) -> bool:
    """Clockwise, if it has been turned `turned` times so far: a second click on the same button does nothing.

    New files first, then the row, then the old files go. Returns True if this call turned it. Raises files.StorageDown.
    """
    require_owner(by, photo.sample.profile)
    if photo.state != Photo.State.READY or photo.turned != turned:
        return False
    old = files.variants_of(photo)
    made = images.turned(files.read(files.variant(photo.pk, photo.width, photo.turned)), quarters)
    files.keep_variants(photo, made, turned + 1)
    with transaction.atomic():
        still = Photo.objects.filter(state=Photo.State.READY, turned=turned)
        won = preparing.settle(photo, made, still, turned=turned + 1)
        if won:
            transaction.on_commit(lambda: files.remove(old))
    return won


@transaction.atomic
def agree(*, by: User, photo: Photo, answers: Answers) -> None:
    """The worker looked at it and answered: from now on it is shown with its sample. Turned or moved it keeps this.

    Raises PermissionDenied for people in care and health.
    """
    require_owner(by, photo.sample.profile)
    if not rules.may_agree(photo.sample, answers["people"]):
        raise PermissionDenied
    Photo.objects.filter(pk=photo.pk, state=Photo.State.READY).update(
        agreed_at=timezone.now(), **{name: answers[name] for name in ANSWERS}
    )


@transaction.atomic
def agree_too(*, by: User, source: Photo, photos: Iterable[Photo]) -> None:
    """The answers of one photo are true for these as well."""
    for photo in photos:
        agree(by=by, photo=photo, answers={name: getattr(source, name) for name in ANSWERS})


@transaction.atomic
def take_back(*, by: User, photo: Photo) -> None:
    """Somebody no longer agrees: hidden at once, and the answers are gone."""
    require_owner(by, photo.sample.profile)
    Photo.objects.filter(pk=photo.pk).update(agreed_at=None, **dict.fromkeys(ANSWERS, ""))


@transaction.atomic
def remove(*, by: User, photo: Photo) -> None:
    """Row and files."""
    require_owner(by, photo.sample.profile)
    last = Photo.objects.select_for_update().filter(pk=photo.pk).first()
    if last:
        Photo.objects.filter(pk=last.pk).delete()
        transaction.on_commit(lambda: files.remove_photo(last))
