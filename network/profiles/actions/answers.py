"""Answers of the worker's questions."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.occupations.models import Occupation
from network.places.models import Place
from network.profiles import helping, rules
from network.profiles.copies import refresh
from network.profiles.models import Profile
from network.profiles.naming import tidy


@transaction.atomic
def start(*, by: User) -> Profile:
    """The person's page, made if there is none. It begins hidden (law 3)."""
    profile, _made = Profile.objects.get_or_create(user=by)
    return profile


def save(by: User, profile: Profile, *, typed: str = "", dated: bool = True, **answers: object) -> None:
    """For the actions of this room: the answers, and the copies that follow from them. `dated` as in refresh().

    `typed` is the key of a question that a helper at the desk may answer too; without it only the worker may.
    """
    if typed:
        answers["unconfirmed"] = helping.typed(by, profile, typed)
    else:
        rules.require_owner(by, profile)
    refresh(profile, dated=dated, **answers)


@transaction.atomic
def save_name(*, by: User, profile: Profile, name: str, name_shown: str) -> None:
    save(by, profile, typed="name", name=tidy(name), name_shown=name_shown)


@transaction.atomic
def save_occupation(*, by: User, profile: Profile, occupation: Occupation) -> None:
    save(by, profile, typed="occupation", occupation=occupation)


@transaction.atomic
def save_place(*, by: User, profile: Profile, place: Place, radius_km: int, montage: bool) -> None:
    save(by, profile, typed="place", place=place, radius_km=radius_km, montage=montage)


@transaction.atomic
def save_goal(
    *, by: User, profile: Profile, goal: str, available_from: date | None = None, resting_until: date | None = None
) -> None:
    """A start date makes sense only for who wants offers now, a day to rest until only for who wants them later.

    Raises ValidationError where that day is missing, or not one that can be waited for.
    """
    today = timezone.localdate()
    wanted = available_from if goal in rules.WANTS_OFFERS else None
    until = resting_until if goal == Profile.Goal.LATER else None
    if goal == Profile.Goal.LATER:
        rules.check_rest(until, today=today)
    said: dict[str, Any] = {"available_said": today} if wanted != profile.available_from else {}
    save(by, profile, dated=False, goal=goal, available_from=wanted, resting_until=until, **said)


@transaction.atomic
def save_about(*, by: User, profile: Profile, about: str) -> None:
    save(by, profile, typed="about", about=about)


@transaction.atomic
def choose_visibility(*, by: User, profile: Profile, visibility: str) -> None:
    """Raises ValidationError while something is not confirmed that was typed at the desk.

    Who takes the page back from everyone takes it back from search engines too.
    """
    rules.require_owner(by, profile)
    if visibility != Profile.Visibility.OFF:
        helping.require_confirmed(profile)
    hidden: dict[str, Any] = {} if visibility == Profile.Visibility.EVERYONE else {"indexable": False}
    save(by, profile, visibility=visibility, visibility_chosen=True, **hidden)
