"""What this room hands up and down: an open task, the export, the eraser."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import Case, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.registry import Export, Task
from accounts.rows import plain
from accounts.waiting import ask, rows_for
from network.profiles.models import Profile
from network.profiles.registry import Item
from network.samples import files
from network.samples.models import Photo, WorkSample
from network.samples.presenters import when_and_where


def question(user: User) -> "QuerySet[Any, Any]":
    """Every sample, with a word for those that are shown."""
    shown = Case(When(shown=True, then=Value("shown")), default=Value(""))
    return ask("samples", WorkSample.objects.of(user), at="created_at", name="", words=shown)


def open_tasks(user: User) -> list[Task]:
    """One line, only for people with a page. Nothing is ever "still open": a sample is an offer and no duty."""
    if not hasattr(user, "profile"):
        return []
    shown = [bool(each.words) for each in rows_for(user, "samples")]
    hint = _("Show in photos and words what you can do")
    if shown:
        hint = ngettext(
            "%(all)d work sample, %(shown)d on your page", "%(all)d work samples, %(shown)d on your page", len(shown)
        )
        hint %= {"all": len(shown), "shown": sum(shown)}
    return [
        Task(
            group=_("What you can show"),
            title=_("Work samples"),
            url=reverse("samples:list"),
            hint=hint,
            state="done" if any(shown) else "",
            order=30,
        )
    ]


def items(profile: Profile) -> list[Item]:
    """What stands on the page, for "Who sees what". A case and a piece are called the same there."""
    shown = WorkSample.objects.shown_on(profile).select_related("station__place")
    return [Item(each.key, each.title, when_and_where(each), each.audience) for each in shown]


def export(user: User) -> Export:
    """Every sample with its words, and the largest variant of every photo. Files are opened one by one, when they are packed."""
    samples = list(WorkSample.objects.of(user).with_photos())
    ready = [photo for sample in samples for photo in sample.photos.all() if photo.state == Photo.State.READY]
    return Export(
        {"samples": [_row(sample) for sample in samples]}, [(_name(photo), _opener(photo)) for photo in ready]
    )


def _row(sample: WorkSample) -> dict[str, Any]:
    words = plain(sample, without={"profile", "once"})
    photos = [_photo(photo) for photo in sample.photos.all()]
    return {"id": sample.pk, **words, "station_id": sample.station_id, "photos": photos}


def _photo(photo: Photo) -> dict[str, Any]:
    return {"id": str(photo.pk), **plain(photo, without={"sample", "raw", "once"}), "file": _name(photo)}


def _name(photo: Photo) -> str:
    return f"samples/{photo.sample_id}/{photo.stage}-{photo.pk}.webp" if photo.state == Photo.State.READY else ""


def _opener(photo: Photo) -> Callable[[], Any]:
    return partial(default_storage.open, files.variant(photo.pk, photo.width, photo.turned))
