"""Stations: add, change, remove."""

from datetime import date
from typing import NotRequired, TypedDict, Unpack

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from network.employers.models import Employer
from network.occupations.models import Occupation
from network.places.models import Place
from network.profiles import helping, kinds, months, rules, rules_stations
from network.profiles.copies import refresh
from network.profiles.counting import said_of
from network.profiles.models import Profile, Station
from network.profiles.naming import tidy
from network.profiles.steps import steps_of


class StationData(TypedDict):
    """What the worker says about one station. `employer` is the registered firm, or its name as typed; empty for family time.

    With `start_about` and `end_about` only the year of the date counts.
    """

    employer: Employer | str
    place: Place | None
    occupation: Occupation | None
    start: date
    end: date | None
    kind: NotRequired[str]
    start_about: NotRequired[bool]
    end_about: NotRequired[bool]


WHAT = ("kind", "employer_id", "employer_name", "place_id", "occupation_id", "start", "end", "start_about", "end_about")


@transaction.atomic
def add_station(*, by: User, profile: Profile, **data: Unpack[StationData]) -> Station:
    """The same said twice, by a double click or in two tabs, is one station.

    Raises ValidationError where the months cannot be true, or where there are too many stations.
    """
    helping.require_writer(by, profile)
    Profile.objects.select_for_update().get(pk=profile.pk)  # two clicks come one after the other
    station = Station(profile=profile)
    _fill(station, data)
    same = profile.stations.filter(**{name: getattr(station, name) for name in WHAT}).first()
    if same:
        return same
    if profile.stations.count() >= rules.MOST_STATIONS:
        raise ValidationError(
            _("A page can hold %(number)d stations. Remove one first.") % {"number": rules.MOST_STATIONS}
        )
    station.save()
    refresh(profile, unconfirmed=helping.typed(by, profile, f"station:{station.pk}"))
    return station


@transaction.atomic
def change_station(*, by: User, station: Station, **data: Unpack[StationData]) -> None:
    """Confirmations stay as they were said and count for the months that the station still covers.

    Kind, firm and occupation of a fixed station cannot change: somebody stands for them. Time for the family has no steps.
    Raises PermissionDenied, ValidationError.
    """
    helping.require_writer(by, station.profile)
    same_firm = data["employer"] in (station.employer, station.employer_name)
    same = same_firm and data["occupation"] == station.occupation and data.get("kind", station.kind) == station.kind
    if rules.is_fixed(station) and not same:
        raise PermissionDenied
    station.steps = Station.objects.select_for_update(of=("self",)).get(pk=station.pk).steps  # as another tab left them
    _fill(station, data)
    station.save()
    refresh(station.profile, unconfirmed=helping.typed(by, station.profile, f"station:{station.pk}"))


def _fill(station: Station, data: StationData) -> None:
    """Raises ValidationError."""
    firm, kind = data["employer"], data.get("kind", station.kind)
    rules_stations.check_parts(kind=kind, firm=firm, occupation=data["occupation"])
    station.kind = kind
    _fill_months(station, data)
    registered = firm if isinstance(firm, Employer) and kind in kinds.AT_A_FIRM else None
    rules.check_months(start=station.start, end=station.end, employer=registered, today=timezone.localdate())
    if kind == kinds.FAMILY:
        station.employer, station.employer_name, station.place, station.occupation = None, "", None, None
        station.steps = []
        return
    station.employer = registered
    station.employer_name = firm.name if isinstance(firm, Employer) else tidy(firm)
    station.place = registered.place if registered else data["place"]
    station.occupation = data["occupation"]
    rules_stations.check_steps(steps_of(station), said_of(station))


def _fill_months(station: Station, data: StationData) -> None:
    station.start_about, end = data.get("start_about", False), data["end"]
    station.end_about = end is not None and data.get("end_about", False)
    station.start, station.end = months.settle(
        data["start"],
        end,
        start_about=station.start_about,
        end_about=station.end_about,
        today=timezone.localdate(),
    )


@transaction.atomic
def remove_station(*, by: User, station: Station) -> None:
    """With its confirmations; signed references stay, without a station."""
    profile, key = station.profile, f"station:{station.pk}"
    helping.require_writer(by, profile)
    station.delete()
    refresh(profile, unconfirmed=helping.without(profile, key))
