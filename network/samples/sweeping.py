"""What an attempt that was cut off leaves behind. Called once a day by `manage.py purge`."""

from datetime import datetime, timedelta

from django.utils import timezone

from network.samples import files, preparing
from network.samples.models import Photo

AGE = timedelta(days=1)


def sweep() -> int:
    """Delete uploads older than a day, give up photos that wait as long, delete pictures without a row. Returns how many."""
    before = timezone.now() - AGE
    return _uploads(before) + _waiting(before) + _orphans(before)


def _uploads(before: datetime) -> int:
    old = [name for name in files.listed(files.INCOMING) if files.changed(name) < before]
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
    lost = [folder for folder in files.listed(files.PHOTOS, folders=True) if folder.split("/")[1] not in known]
    gone = 0
    for folder in lost:
        names = files.listed(folder)
        if all(files.changed(name) < before for name in names):
            files.remove([*names, folder])
            gone += 1
    return gone
