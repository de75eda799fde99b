"""What an attempt that was cut off leaves behind. Called once a day by `manage.py purge`."""

from datetime import datetime, timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from network.samples import files, preparing
from network.samples.models import Photo

AGE = timedelta(days=1)


def sweep() -> int:
    """Delete uploads older than a day, give up photos that wait as long, delete pictures without a row. Returns how many."""
    before = timezone.now() - AGE
    return _uploads(before) + _waiting(before) + _orphans(before)


def _uploads(before: datetime) -> int:
    old = [name for name in _listed(files.INCOMING) if _changed(name) < before]
    files.remove(old)
    return len(old)


def _waiting(before: datetime) -> int:
    """The worker sees "could not be read" and can try again; the alt text is not lost."""
    waiting = list(Photo.objects.filter(state=Photo.State.WAITING, created_at__lt=before))
    for photo in waiting:
        preparing.fail(photo, preparing.STORAGE)
    files.remove([photo.raw for photo in waiting if photo.raw])
    return len(waiting)


def _orphans(before: datetime) -> int:
    """Variants whose row is gone: the deletion of a file failed, or the database was set back to an older day."""
    known = {str(pk) for pk in Photo.objects.values_list("pk", flat=True)}
    lost = [folder for folder in _listed(files.PHOTOS, folders=True) if folder.split("/")[1] not in known]
    gone = 0
    for folder in lost:
        names = _listed(folder)
        if all(_changed(name) < before for name in names):
            files.remove([*names, folder])
            gone += 1
    return gone


def _listed(folder: str, folders: bool = False) -> list[str]:
    try:
        inside, names = default_storage.listdir(folder)
    except FileNotFoundError:  # nothing was ever stored
        return []
    return [f"{folder}/{name}" for name in (inside if folders else names)]


def _changed(name: str) -> datetime:
    return default_storage.get_modified_time(name)
