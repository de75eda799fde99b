"""From an upload to clean variants, after the answer, by `manage.py db_worker`. May run twice or be cut off at any point."""

from io import BytesIO

from django.db.models import QuerySet

from accounts.background import task
from network.samples import files, images
from network.samples.models import Photo

STORAGE = "storage"  # the problem that is ours and not the picture's


@task()
def prepare(photo_id: str) -> None:
    photo = Photo.objects.filter(pk=photo_id, state=Photo.State.WAITING).exclude(raw="").first()
    if photo:
        finish(photo)


def finish(photo: Photo) -> None:
    """Make the variants of a waiting photo. Whatever happens, the upload is gone afterwards (law 12)."""
    try:
        made = images.variants(BytesIO(files.read(photo.raw)))
        files.keep_variants(photo, made, photo.turned)
    except images.BadPicture as bad:
        fail(photo, bad.problem.value)
    except files.StorageDown:
        fail(photo, STORAGE)
        raise
    except Exception:
        fail(photo, images.Problem.NOT_A_PICTURE.value)
        raise
    else:
        settle(photo, made, Photo.objects.filter(state=Photo.State.WAITING), state=Photo.State.READY, raw="")
    finally:
        files.remove([photo.raw])


def settle(photo: Photo, made: dict[int, bytes], still: QuerySet[Photo], **fields: object) -> bool:
    """Write what the new files are, if the row is still as it was. Where the worker removed it meanwhile, the files go too."""
    width, height = images.size_of(made[max(made)])
    changed = still.filter(pk=photo.pk).update(width=width, height=height, widths=sorted(made), **fields)
    if not changed and not Photo.objects.filter(pk=photo.pk).exists():
        files.remove([files.variant(photo.pk, each, int(str(fields.get("turned", photo.turned)))) for each in made])
    return bool(changed)


def fail(photo: Photo, problem: str) -> None:
    Photo.objects.filter(pk=photo.pk, state=Photo.State.WAITING).update(
        state=Photo.State.FAILED, problem=problem, raw=""
    )
