"""Where the pictures lie: any Django storage. Uploads come to incoming/ for minutes, variants stay in photos/<id>/."""

import logging
import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from network.samples.models import Photo

log = logging.getLogger("handschlag.samples")
INCOMING, PHOTOS = "incoming", "photos"


class StorageDown(Exception):
    """The storage did not take or give the bytes (disk full, bucket away). Nothing half-written is left behind."""


def folder_of(photo_id: uuid.UUID) -> str:
    return f"{PHOTOS}/{photo_id}"


def variant(photo_id: uuid.UUID, width: int, turned: int = 0) -> str:
    """The name in the storage; a photo turned by hand gets new names, so that no cache shows the old one."""
    return f"{folder_of(photo_id)}/{width}{f'-{turned}' if turned else ''}.webp"


def variants_of(photo: Photo) -> list[str]:
    return [variant(photo.pk, width, photo.turned) for width in photo.widths]


def keep_upload(upload: File[bytes]) -> str:
    """Store an upload under a random name and return that. The name it came with is not used anywhere. Raises StorageDown."""
    name = f"{INCOMING}/{uuid.uuid4().hex}"
    upload.seek(0)
    _write(name, upload)
    return name


def keep_variants(photo: Photo, made: Mapping[int, bytes], turned: int) -> None:
    """All or none. Raises StorageDown."""
    names = [variant(photo.pk, width, turned) for width in made]
    try:
        for name, data in zip(names, made.values(), strict=True):
            _write(name, ContentFile(data))
    except StorageDown:
        remove(names)
        raise


def read(name: str) -> bytes:
    """Raises StorageDown, also when the file is gone."""
    try:
        with default_storage.open(name) as file:
            data: bytes = file.read()
    except Exception as error:
        raise StorageDown from error
    return data


def listed(folder: str, folders: bool = False) -> list[str]:
    """Full names of the files in a folder of the storage, or of its folders. Nothing where it does not exist."""
    try:
        inside, names = default_storage.listdir(folder)
    except FileNotFoundError:  # nothing was ever stored
        return []
    return [f"{folder}/{name}" for name in (inside if folders else names)]


def changed(name: str) -> datetime:
    return default_storage.get_modified_time(name)


def remove(names: Iterable[str]) -> None:
    """Delete, and never fail: what is left is unreachable, and sweep() comes back for it."""
    for name in names:
        try:
            default_storage.delete(name)
        except Exception:
            log.exception("file %s could not be deleted", name)


def remove_photo(photo: Photo) -> None:
    """The upload, the variants and on a file system the folder."""
    remove([*([photo.raw] if photo.raw else []), *variants_of(photo), folder_of(photo.pk)])


def _write(name: str, content: File[bytes]) -> None:
    """Exactly this name; a file left by an attempt that was cut off is replaced."""
    try:
        default_storage.delete(name)
        stored = default_storage.save(name, content)
        if stored != name:  # somebody else wrote the same picture in this moment
            default_storage.delete(stored)
    except Exception as error:
        remove([name])  # a full disk leaves an empty file behind
        raise StorageDown from error
