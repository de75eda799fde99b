"""Stations: add, change, remove."""

from datetime import date
from typing import TypedDict, Unpack

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from network.employers.models import Employer
from network.occupations.models import Occupation
from network.places.models import Place
from network.profiles import helping, rules
from network.profiles.copies import refresh
from network.profiles.models import Profile, Station
from network.profiles.naming import tidy


class StationData(TypedDict):
    """What the worker says about one job. `employer` is the registered firm, or its name as typed."""

    employer: Employer | str
    place: Place | None
    occupation: Occupation
    start: date
    end: date | None


@transaction.atomic
def add_station(*, by: User, profile: Profile, **data: Unpack[StationData]) -> Station:
    """Raises ValidationError where the months cannot be true, or where there are too many stations."""
    helping.require_writer(by, profile)
    if profile.stations.count() >= rules.MOST_STATIONS:
        raise ValidationError(
            _("A page can hold %(number)d stations. Remove one first.") % {"number": rules.MOST_STATIONS}
        )
    station = Station(profile=profile)
    _write(by, station, data)
    return station


@transaction.atomic
def change_station(*, by: User, station: Station, **data: Unpack[StationData]) -> None:
    """Confirmations stay as they were said and count for the months that the station still covers.

    Firm and occupation of a fixed station cannot change: somebody stands for them. Raises PermissionDenied, ValidationError.
    """
    helping.require_writer(by, station.profile)
    same_firm = data["employer"] in (station.employer, station.employer_name)
    if rules.is_fixed(station) and not (same_firm and data["occupation"] == station.occupation):
        raise PermissionDenied
    _write(by, station, data)


def _write(by: User, station: Station, data: StationData) -> None:
    firm = data["employer"]
    registered = None if isinstance(firm, str) else firm
    rules.check_months(start=data["start"], end=data["end"], employer=registered, today=timezone.localdate())
    station.employer = registered
    station.employer_name = tidy(firm) if isinstance(firm, str) else firm.name
    station.place = registered.place if registered else data["place"]
    station.occupation, station.start, station.end = data["occupation"], data["start"], data["end"]
    station.save()
    refresh(station.profile, unconfirmed=helping.typed(by, station.profile, f"station:{station.pk}"))


@transaction.atomic
def remove_station(*, by: User, station: Station) -> None:
    """With its confirmations; signed references stay, without a station."""
    profile, key = station.profile, f"station:{station.pk}"
    helping.require_writer(by, profile)
    station.delete()
    refresh(profile, unconfirmed=helping.without(profile, key))
