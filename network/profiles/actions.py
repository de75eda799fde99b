"""Everything that changes a worker's page: answers, stations, visibility, blocks."""

from datetime import date
from typing import TypedDict, Unpack

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from network.employers import naming
from network.employers.models import Employer
from network.occupations.models import Occupation, QualificationKind
from network.occupations.validity import valid_until
from network.places.models import Place
from network.profiles import rules
from network.profiles.confirmations import confirm_station, drop_confirmation
from network.profiles.copies import refresh
from network.profiles.models import Block, Profile, Qualification, Station
from network.profiles.naming import tidy

__all__ = ["confirm_station", "drop_confirmation", "refresh"]  # for rooms above: one door


class StationData(TypedDict):
    """What the worker says about one job. `employer` is the registered firm, or its name as typed."""

    employer: Employer | str
    place: Place | None
    occupation: Occupation
    start: date
    end: date | None


@transaction.atomic
def start(*, by: User) -> Profile:
    """The person's page, made if there is none. It begins hidden (law 3)."""
    profile, _made = Profile.objects.get_or_create(user=by)
    return profile


def _save(by: User, profile: Profile, **answers: object) -> None:
    rules.require_owner(by, profile)
    refresh(profile, changed_at=timezone.now(), **answers)


@transaction.atomic
def save_name(*, by: User, profile: Profile, name: str, name_shown: str) -> None:
    _save(by, profile, name=tidy(name), name_shown=name_shown)


@transaction.atomic
def save_occupation(*, by: User, profile: Profile, occupation: Occupation) -> None:
    _save(by, profile, occupation=occupation)


@transaction.atomic
def save_place(*, by: User, profile: Profile, place: Place, radius_km: int, montage: bool) -> None:
    _save(by, profile, place=place, radius_km=radius_km, montage=montage)


@transaction.atomic
def save_goal(*, by: User, profile: Profile, goal: str, available_from: date | None = None) -> None:
    """A start date makes sense only for who wants offers."""
    wanted = available_from if goal in rules.WANTS_OFFERS else None
    _save(by, profile, goal=goal, available_from=wanted)


@transaction.atomic
def save_about(*, by: User, profile: Profile, about: str) -> None:
    _save(by, profile, about=about)


@transaction.atomic
def choose_visibility(*, by: User, profile: Profile, visibility: str) -> None:
    _save(by, profile, visibility=visibility, visibility_chosen=True)


@transaction.atomic
def add_station(*, by: User, profile: Profile, **data: Unpack[StationData]) -> Station:
    """Raises ValidationError where the months cannot be true, or where there are too many stations."""
    rules.require_owner(by, profile)
    if profile.stations.count() >= rules.MOST_STATIONS:
        raise ValidationError(
            _("A page can hold %(number)d stations. Remove one first.") % {"number": rules.MOST_STATIONS}
        )
    station = Station(profile=profile)
    _write(station, data)
    return station


@transaction.atomic
def change_station(*, by: User, station: Station, **data: Unpack[StationData]) -> None:
    """Confirmations stay as they were said and count for the months that the station still covers.

    Firm and occupation of a fixed station cannot change: somebody stands for them. Raises PermissionDenied, ValidationError.
    """
    rules.require_owner(by, station.profile)
    same_firm = data["employer"] in (station.employer, station.employer_name)
    if rules.is_fixed(station) and not (same_firm and data["occupation"] == station.occupation):
        raise PermissionDenied
    _write(station, data)


def _write(station: Station, data: StationData) -> None:
    firm = data["employer"]
    registered = None if isinstance(firm, str) else firm
    rules.check_months(start=data["start"], end=data["end"], employer=registered, today=timezone.localdate())
    station.employer = registered
    station.employer_name = tidy(firm) if isinstance(firm, str) else firm.name
    station.place = registered.place if registered else data["place"]
    station.occupation, station.start, station.end = data["occupation"], data["start"], data["end"]
    station.save()
    refresh(station.profile)


@transaction.atomic
def remove_station(*, by: User, station: Station) -> None:
    """With its confirmations; signed references stay, without a station."""
    rules.require_owner(by, station.profile)
    station.delete()
    refresh(station.profile)


@transaction.atomic
def add_qualification(
    *, by: User, profile: Profile, kind: QualificationKind, issued: date | None = None, issuer: str = ""
) -> Qualification:
    """One of each kind: adding it again renews it."""
    rules.require_owner(by, profile)
    values = {"issued": issued, "issuer": tidy(issuer), "valid_until": valid_until(kind, issued) if issued else None}
    qualification, _made = Qualification.objects.update_or_create(profile=profile, kind=kind, defaults=values)
    refresh(profile)
    return qualification


@transaction.atomic
def remove_qualification(*, by: User, qualification: Qualification) -> None:
    rules.require_owner(by, qualification.profile)
    qualification.delete()
    refresh(qualification.profile)


@transaction.atomic
def block(*, by: User, profile: Profile, employer: Employer | str) -> Block:
    """Hide from a firm and its family. One that is not registered yet is kept by name."""
    rules.require_owner(by, profile)
    if isinstance(employer, Employer):
        blocked, _made = Block.objects.get_or_create(profile=profile, employer=employer)
    else:
        key, name = naming.stem(employer), naming.tidy(employer)
        blocked, _made = Block.objects.get_or_create(profile=profile, employer=None, key=key, defaults={"name": name})
    return blocked


@transaction.atomic
def unblock(*, by: User, block: Block) -> None:
    rules.require_owner(by, block.profile)
    block.delete()


@transaction.atomic
def meet_employer(*, employer: Employer) -> int:
    """A firm has registered, or has a new name: whoever hides from that name hides from the firm now. Returns how many."""
    waiting = Block.objects.filter(key=naming.stem(employer.name)).exclude(key="")
    already = waiting.filter(employer=employer).values_list("profile_id", flat=True)
    new = {block.profile_id: block for block in waiting.exclude(profile_id__in=list(already))}
    blocks = [Block(profile_id=pk, employer=employer, name=old.name, key=old.key) for pk, old in new.items()]
    return len(Block.objects.bulk_create(blocks))
