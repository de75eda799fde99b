"""Steps inside one station: add, change, remove. Each reads what stands there now, so that two tabs lose nothing."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.profiles import helping, kinds, months, rules_stations
from network.profiles.copies import refresh
from network.profiles.counting import said_of
from network.profiles.models import Station
from network.profiles.steps import Step, as_json, steps_of


@transaction.atomic
def add_step(*, by: User, station: Station, step: Step) -> None:
    """The same step twice is one. Raises ValidationError where it lies outside the station, or where there are too many."""
    now = _now(by, station)
    known, step = steps_of(now), _settled(step)
    if step in known:
        return
    rules_stations.check_room(known)
    rules_stations.check_step(step, said_of(now), today=timezone.localdate())
    _store(by, now, [*known, step])


@transaction.atomic
def change_step(*, by: User, station: Station, old: Step, step: Step) -> None:
    """A step that is gone meanwhile comes back as said now. Raises ValidationError like add_step()."""
    now = _now(by, station)
    step = _settled(step)
    others = [each for each in steps_of(now) if each not in (old, step)]
    rules_stations.check_room(others)
    rules_stations.check_step(step, said_of(now), today=timezone.localdate())
    _store(by, now, [*others, step])


@transaction.atomic
def remove_step(*, by: User, station: Station, step: Step) -> None:
    """Nothing happens where it is gone already."""
    now = _now(by, station)
    _store(by, now, [each for each in steps_of(now) if each != step])


def _now(by: User, station: Station) -> Station:
    """The station as it stands now, for this transaction alone. Raises PermissionDenied."""
    helping.require_writer(by, station.profile)
    now = Station.objects.select_for_update(of=("self",)).select_related("profile").get(pk=station.pk)
    if now.kind == kinds.FAMILY:
        raise PermissionDenied
    return now


def _settled(step: Step) -> Step:
    return step._replace(start=months.stand_in(step.start, about=step.about, today=timezone.localdate()))


def _store(by: User, station: Station, steps: Iterable[Step]) -> None:
    station.steps = as_json(steps)
    station.save(update_fields=["steps"])
    refresh(station.profile, unconfirmed=helping.typed(by, station.profile, f"station:{station.pk}"))
