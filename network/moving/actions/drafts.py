"""What was read and waits for a choice: keep, throw away, let it run out."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import IO, cast

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.moving.matching import settle
from network.moving.models import Draft
from network.moving.reading import archives, parcels
from network.samples import files

KEPT = timedelta(days=1)


def keep(*, by: User, uploads: Sequence[UploadedFile[bytes]]) -> Draft:
    """Read what was sent and keep it for the choice. Nothing is on the page yet; an older draft gives way.

    Raises Unreadable, and files.StorageDown where the pictures could not be kept; then nothing has changed.
    """
    found = parcels.read([(upload.name or "", cast(IO[bytes], upload.file)) for upload in uploads])
    plain = settle(found)
    archive = ""
    if any(item["data"].get("photos") for item in plain["items"]):
        archive = files.keep_upload(_archive(uploads))
    try:
        return _store(by, found.source, plain, archive)
    except BaseException:
        files.remove([archive] if archive else [])
        raise


def _archive(uploads: Sequence[UploadedFile[bytes]]) -> UploadedFile[bytes]:
    return next(upload for upload in uploads if archives.is_zip(cast(IO[bytes], upload.file)))


@transaction.atomic
def _store(by: User, source: str, plain: dict[str, object], archive: str) -> Draft:
    User.objects.select_for_update().get(pk=by.pk)  # two tabs, one after the other
    throw_away(by=by)
    return Draft.objects.create(user=by, source=source, found=plain, archive=archive)


@transaction.atomic
def throw_away(*, by: User) -> None:
    """Also what was taken already: then only the note of it goes."""
    _remove(list(Draft.objects.filter(user=by)))


def forget(user: User) -> None:
    """For the closing of an account."""
    throw_away(by=user)


@transaction.atomic
def purge() -> int:
    """Drafts of yesterday, with their files. Returns how many."""
    old = list(Draft.objects.filter(created_at__lt=timezone.now() - KEPT))
    _remove(old)
    return len(old)


def _remove(drafts: list[Draft]) -> None:
    for draft in drafts:
        draft.delete()
        if draft.archive:
            transaction.on_commit(partial(files.remove, [draft.archive]))
