"""All writes to samples. Those to photos are in photo_actions.py."""

import uuid
from datetime import date
from functools import partial

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.profiles.actions import change_rows
from network.profiles.models import Profile, Station
from network.profiles.rules import require_owner
from network.samples import files, rules
from network.samples.models import Photo, WorkSample

Texts = dict[str, str]  # title, asked, did, share, result


@transaction.atomic
def start(*, by: User, profile: Profile, kind: str, once: uuid.UUID, texts: Texts) -> WorkSample:
    """A new sample, hidden. The same page sent twice gives the same sample."""
    require_owner(by, profile)
    sample, _created = WorkSample.objects.get_or_create(profile=profile, once=once, defaults={"kind": kind, **texts})
    return sample


@transaction.atomic
def describe(*, by: User, sample: WorkSample, texts: Texts) -> None:
    """New words. In a case the words are all there is, so it is hidden until the worker has checked them again."""
    require_owner(by, sample.profile)
    changed = any(getattr(sample, name) != text for name, text in texts.items())
    for name, text in texts.items():
        setattr(sample, name, text)
    sample.save(update_fields=list(texts))
    if changed and sample.kind == WorkSample.Kind.CASE:
        ask_again(sample)


@transaction.atomic
def place_in_time(*, by: User, sample: WorkSample, month: date | None, station: Station | None) -> None:
    """At a station of care and health people in photos are no longer fine: those are asked about again."""
    require_owner(by, sample.profile)
    sample.month, sample.station = month, station
    sample.save(update_fields=["month", "station"])
    if not rules.may_show_people(sample):
        sample.photos.filter(people=Photo.People.AGREED).update(agreed_at=None, people="")


@transaction.atomic
def consent(*, by: User, sample: WorkSample) -> None:
    """The worker says: nobody recognisable, customer and firm agree. From now on it is shown."""
    require_owner(by, sample.profile)
    sample.consent_at, sample.shown = timezone.now(), True
    sample.save(update_fields=["consent_at", "shown"])


@transaction.atomic
def show_to(*, by: User, profile: Profile, audiences: dict[str, str]) -> None:
    """Who reads which sample, by the key of the item. Raises PermissionDenied for samples of others."""
    require_owner(by, profile)
    change_rows(profile.samples.all(), "sample", audiences)


@transaction.atomic
def show(*, by: User, sample: WorkSample, shown: bool) -> None:
    """Show or hide. Without consent it stays hidden."""
    require_owner(by, sample.profile)
    sample.shown = shown and sample.consent_at is not None
    sample.save(update_fields=["shown"])


@transaction.atomic
def remove(*, by: User, sample: WorkSample) -> None:
    """The sample, its photos and their files."""
    require_owner(by, sample.profile)
    _erase([sample])


@transaction.atomic
def erase_all(user: User) -> None:
    """For the closing of an account: every sample and every file. The files go only if the closing goes through."""
    _erase(list(WorkSample.objects.of(user)))


def ask_again(sample: WorkSample) -> None:
    """What was agreed to has changed: hidden until the worker agrees again."""
    sample.consent_at, sample.shown = None, False
    sample.save(update_fields=["consent_at", "shown"])


def _erase(samples: list[WorkSample]) -> None:
    photos = [photo for sample in samples for photo in sample.photos.select_for_update()]
    for sample in samples:
        sample.delete()
    for photo in photos:
        transaction.on_commit(partial(files.remove_photo, photo))
