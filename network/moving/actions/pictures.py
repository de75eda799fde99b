"""Pictures out of the archive, after the answer, by the way every upload goes: looked at, made new, the original gone (law 12)."""

import logging
import uuid
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from accounts.background import task
from network.moving.models import Draft
from network.moving.reading.archives import Archive
from network.moving.reading.found import Unreadable
from network.samples import files, images, photo_actions
from network.samples.models import WorkSample

log = logging.getLogger("handschlag.moving")


@task()
def bring(draft_id: int) -> None:
    """May run twice or be cut off at any point: a picture that is there already is not added again."""
    draft = Draft.objects.filter(pk=draft_id).exclude(archive="").select_related("user").first()
    if draft:
        lost = _all(draft)
        _done(draft, lost)


def _all(draft: Draft) -> list[list[str]]:
    """(title, why) of pictures that could not be taken. Raises files.StorageDown; then the rest waits for another try."""
    lost = []
    samples = {each.pk: each for each in WorkSample.objects.of(draft.user).select_related("profile")}
    try:
        with default_storage.open(draft.archive) as file:
            box = Archive(file)
            for photo in draft.result["photos"]:
                sample = samples.get(photo["sample"])
                if sample and (why := _one(draft, box, sample, photo)):
                    lost.append([sample.title, why])
    except OSError as error:
        raise files.StorageDown from error
    return lost


def _one(draft: Draft, box: Archive, sample: WorkSample, photo: dict[str, Any]) -> str:
    """A code of words.LOST, "" where all is well."""
    try:
        data = box.read(photo["file"], images.MAX_BYTES)
        images.inspect(BytesIO(data))
        photo_actions.add(
            by=draft.user,
            sample=sample,
            upload=ContentFile(data),
            stage=photo["stage"],
            alt=photo["alt"] or sample.title,
            once=uuid.uuid5(sample.once, photo["file"]),
        )
    except (Unreadable, images.BadPicture, KeyError):
        return "no-picture"
    except photo_actions.TooManyPhotos:
        return "too-many-photos"
    return ""


@transaction.atomic
def _done(draft: Draft, lost: list[list[str]]) -> None:
    draft.result = {**draft.result, "lost": lost, "photos": []}
    name, draft.archive = draft.archive, ""
    draft.save(update_fields=["result", "archive"])
    transaction.on_commit(lambda: files.remove([name]))
