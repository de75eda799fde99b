"""Do storage and database say the same? Reads every file, changes nothing. For `manage.py check_media`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.utils import timezone

from network.samples import containers, files
from network.samples.models import Photo

UNDER_WAY = timedelta(
    minutes=10
)  # files are written before their row and deleted after it: younger ones may be on their way


class Wrong(StrEnum):
    MISSING = "row without file"
    STRAY = "file without row"
    METADATA = "file with more than pixels"


@dataclass(frozen=True)
class Finding:
    wrong: Wrong
    name: str

    def __str__(self) -> str:
        return f"{self.wrong}: {self.name}"


def check(under_way: timedelta = UNDER_WAY) -> Iterator[Finding]:
    """Everything that does not fit. Files younger than `under_way` are never called stray."""
    before = timezone.now() - under_way
    for finding in _all():
        if finding.wrong != Wrong.STRAY or files.changed(finding.name) <= before:
            yield finding


def _all() -> Iterator[Finding]:
    folders = set(files.listed(files.PHOTOS, folders=True))
    uploads = set(files.listed(files.INCOMING))
    for photo in Photo.objects.order_by("pk").iterator(chunk_size=500):
        folder = files.folder_of(photo.pk)
        there = set(files.listed(folder)) if folder in folders else set()
        yield from _photo(photo, there | uploads)
        yield from _strays(there - set(_named(photo)))
        folders.discard(folder)
        uploads.discard(photo.raw)
    for folder in folders:
        yield from _strays(set(files.listed(folder)))
    yield from _strays(uploads)
    yield from _strays(set(files.listed(files.PHOTOS)))  # only folders belong there


def _named(photo: Photo) -> list[str]:
    """The files this row stands for."""
    return [*files.variants_of(photo), *([photo.raw] if photo.raw else [])]


def _photo(photo: Photo, there: set[str]) -> Iterator[Finding]:
    named = _named(photo)
    lost = [name for name in named if name not in there] or ([] if named else [files.folder_of(photo.pk)])
    if photo.state != Photo.State.FAILED and _still(photo):
        yield from (Finding(Wrong.MISSING, name) for name in lost)
    for name in files.variants_of(photo):
        if name in there and not containers.is_bare_webp(files.read(name)):
            yield Finding(Wrong.METADATA, name)


def _still(photo: Photo) -> bool:
    """Not prepared, turned or removed while this runs."""
    return Photo.objects.filter(pk=photo.pk, state=photo.state, turned=photo.turned).exists()


def _strays(names: set[str]) -> Iterator[Finding]:
    for name in sorted(names):
        yield Finding(Wrong.STRAY, name)
