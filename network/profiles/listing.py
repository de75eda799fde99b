"""People as lists show them: with those stations and confirmations that everybody who can find the page may read."""

from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import F, QuerySet

from network.occupations.models import Occupation
from network.places.models import Place
from network.profiles import rules
from network.profiles.counting import Vouch
from network.profiles.models import Profile, Station


@dataclass(frozen=True)
class Listed:
    """`stations` newest first; each carries its `vouches` and none of what stands behind its foreign keys."""

    profile: Profile
    stations: list[Station] = field(default_factory=list)


def people(ids: list[int]) -> dict[int, Listed]:
    """By id, in one statement. An item for fewer readers than the page leaves no trace, whoever asks: no number tells more."""
    found: dict[int, Listed] = {}
    stations: dict[int, Station] = {}
    for row in _everybody().filter(pk__in=ids):
        person, job, town, post, said = (row[part] for part in _PARTS)
        listed = found.get(person[0]) or found.setdefault(person[0], Listed(_built(person, job, town)))
        counted = rules.counted_audiences(listed.profile)
        if post[0] is None or post[_AUDIENCE] not in counted:
            continue
        station = stations.get(post[0])
        if station is None:
            station = stations[post[0]] = Station.from_db(DEFAULT_DB_ALIAS, STATION, post)
            station.vouches = []
            listed.stations.append(station)
        vouch = Vouch(*said)
        if vouch.level and vouch.audience in counted:
            station.vouches.append(vouch)
    return found


# What no list says. It is read for each station and each confirmation of many people.
UNLISTED = (
    *("name", "name_shown", "week", "available_said", "about", "phone", "phone_audience", "mail", "mail_audience"),
    *("visibility_chosen", "indexable", "created_at", "changed_at", "checked_at", "asked_at", "yearly", "reminders"),
    *("feed_hash", "helper", "unconfirmed", "moved_at"),
)
PROFILE = tuple(each.attname for each in Profile._meta.concrete_fields if each.name not in UNLISTED)
OCCUPATION = tuple(each.attname for each in Occupation._meta.concrete_fields)
PLACE = ("id", "postcode", "name", "lat", "lon")
STATION = (
    *("id", "profile_id", "employer_id", "employer_name", "place_id", "kind"),
    *("start", "end", "start_about", "end_about", "audience"),
)
_AUDIENCE = STATION.index("audience")
_COLUMNS = {
    "": PROFILE,
    "occupation__": OCCUPATION,
    "place__": PLACE,
    "stations__": STATION,
    "stations__confirmations__": Vouch._fields,
}
_ENDS = list(accumulate(map(len, _COLUMNS.values())))
_PARTS = [slice(end - len(names), end) for end, names in zip(_ENDS, _COLUMNS.values(), strict=True)]


@cache
def _everybody() -> "QuerySet[Profile, tuple[Any, ...]]":
    """Put together once: it is the same for every list, and only its filter differs."""
    return Profile.objects.order_by(
        F("stations__end").desc(nulls_first=True),
        "-stations__start",
        "-stations__pk",
        "stations__confirmations__on",
        "stations__confirmations__pk",
    ).values_list(*(path + name for path, names in _COLUMNS.items() for name in names))


def _built(person: tuple[Any, ...], job: tuple[Any, ...], town: tuple[Any, ...]) -> Profile:
    """Once for each person: a row is there for each of their confirmations."""
    profile = Profile.from_db(DEFAULT_DB_ALIAS, PROFILE, person)
    profile.occupation = Occupation.from_db(DEFAULT_DB_ALIAS, OCCUPATION, job) if job[0] else None
    profile.place = Place.from_db(DEFAULT_DB_ALIAS, PLACE, town) if town[0] else None
    return profile
