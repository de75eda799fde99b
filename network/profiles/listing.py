"""People as lists show them: with those stations and confirmations that everybody who can find the page may read."""

from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter

from django.db.models import F, QuerySet

from network.profiles import joined, rules
from network.profiles.counting import Vouch
from network.profiles.models import Profile, Station


@dataclass(frozen=True)
class Listed:
    """`stations` newest first; each carries its `vouches` and none of what stands behind its foreign keys."""

    profile: Profile
    stations: list[Station] = field(default_factory=list)


def people(ids: list[int]) -> dict[int, Listed]:
    """By id, in one statement. An item for fewer readers than the page leaves no trace, whoever asks: no number tells more."""
    rows = _everybody().filter(pk__in=ids)
    found: dict[int, Listed] = {}
    stations: dict[int, Station] = {}
    for row in rows:
        listed = found.setdefault(row.pk, Listed(row))
        counted = rules.counted_audiences(row)
        station = joined.built(Station, "stations", row, STATION)
        if station is None or station.audience not in counted:
            continue
        if station.pk not in stations:
            station.vouches = []
            stations[station.pk] = station
            listed.stations.append(station)
        vouch = Vouch(*_vouch(row))
        if vouch.level and vouch.audience in counted:
            stations[station.pk].vouches.append(vouch)
    return found


# What no list says. A list reads wide rows of many people, and each column of them is built for each person.
UNLISTED = (
    *("week", "available_said", "about", "phone", "phone_audience", "mail", "mail_audience", "visibility_chosen"),
    *("indexable", "changed_at", "checked_at", "asked_at", "yearly", "reminders", "feed_hash", "helper", "moved_at"),
    *("place__state", "place__key"),
)
STATION = (
    "id",
    "profile_id",
    "employer_id",
    "employer_name",
    "place_id",
    "kind",
    "start",
    "end",
    "start_about",
    "end_about",
    "audience",
)
_vouch = attrgetter(*(f"vouch_{name}" for name in Vouch._fields))


@cache
def _everybody() -> "QuerySet[Profile]":
    """Put together once: it is the same for every list, and only its filter differs."""
    vouches = {f"vouch_{name}": F(f"stations__confirmations__{name}") for name in Vouch._fields}
    return (
        Profile.objects.select_related("occupation", "place")
        .defer(*UNLISTED)
        .annotate(**joined.columns(Station, "stations", STATION), **vouches)
        .order_by(
            F("stations__end").desc(nulls_first=True),
            "-stations__start",
            "-stations__pk",
            "stations__confirmations__on",
            "stations__confirmations__pk",
        )
    )
