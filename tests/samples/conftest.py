"""Anna's sample, its photos, and what lies in the storage."""

import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.models import User
from network.samples import photo_actions, preparing
from network.samples.models import Photo, WorkSample
from tests.samples import make_images as make

TEXTS = {
    "title": "Neuer Verteiler in einem Haus von 1963",
    "asked": "Mehr Strom für 6 Wohnungen, das Licht soll an bleiben.",
    "did": "Verteiler getauscht, 34 Stromkreise gemessen.",
    "share": "Planung und Umbau allein.",
    "watched": "Dass abends jede Wohnung Licht hat.",
    "result": "",
}
AGREED = {"people": "nobody", "place": "agreed", "firm": "agreed", "readable": "nothing"}


def upload(data: bytes | None = None, name: str = "IMG_4711.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, make.jpeg() if data is None else data, content_type="image/jpeg")


def stored() -> dict[str, bytes]:
    """Every file in the storage by its path."""
    root = Path(settings.STORAGES["default"]["OPTIONS"]["location"])
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def make_sample(user: User, shown: bool = True, **fields: object) -> WorkSample:
    values = {"kind": "piece", "consent_at": timezone.now() if shown else None, "shown": shown, **TEXTS, **fields}
    return WorkSample.objects.create(profile=user.profile, **values)


def make_photo(sample: WorkSample, **fields: object) -> Photo:
    """A ready photo, prepared as in real life and agreed to; `state="waiting"` leaves the upload lying, `agreed=False` asks nothing."""
    agreed = fields.pop("agreed", True)
    waiting = fields.pop("state", "") == "waiting"
    data = fields.pop("data", None)
    said = {"stage": "after", "alt": "Neuer Verteiler, drei Reihen.", "once": uuid.uuid4(), **fields}
    photo = photo_actions.add(by=sample.profile.user, sample=sample, upload=upload(data), **said)  # type: ignore[arg-type]
    photo.refresh_from_db()
    if not waiting and photo.state == Photo.State.WAITING:  # where commits run at once, it is ready already
        preparing.finish(photo)
        photo.refresh_from_db()
    if agreed and photo.state == Photo.State.READY:
        photo_actions.agree(by=sample.profile.user, photo=photo, answers=AGREED)
        photo.refresh_from_db()
    return photo


@pytest.fixture
def sample(anna: User) -> WorkSample:
    return make_sample(anna)


@pytest.fixture
def photo(sample: WorkSample) -> Photo:
    return make_photo(sample)


@pytest.fixture
def committed(django_capture_on_commit_callbacks) -> Callable:
    """`with committed():` runs what is due after commit: the task in the background, the deletion of files."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
