"""People as lists show them: with those stations and confirmations that everybody who can find the page may read."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import F, QuerySet

from network.occupations.lookup import occupations_by_id
from network.places.lookup import places_by_id
from network.profiles import rules
from network.profiles.counting import Counted, Vouch
from network.profiles.models import Profile


@dataclass(slots=True)
class Post:
    """A station as lists count it: a page of people has some hundred, and a model takes ten times as long to make."""

    audience: str
    kind: str
    employer_id: int | None
    employer_name: str
    place_id: int | None
    start: date
    end: date | None
    start_about: bool
    end_about: bool
    vouches: list[Vouch] = field(default_factory=list)


@dataclass(frozen=True)
class Listed:
    """`stations` newest first, each with its `vouches`."""

    profile: Profile
    stations: list[Counted] = field(default_factory=list)


def people(ids: Iterable[int], *more: str) -> dict[int, Listed]:
    """By id, in one statement. An item for fewer readers than the page leaves no trace, whoever asks: no number tells more.

    `more`: columns of the profile beyond those that every list says, see COMPARED.
    """
    columns, everybody = _everybody(more)
    rows = list(everybody.filter(pk__in=ids))
    post, said = (slice(len(columns) + begin, len(columns) + end) for begin, end in _PARTS)
    known = frozenset(columns)  # Django looks each column of the model up in it
    job, town = columns.index("occupation_id"), columns.index("place_id")
    jobs = occupations_by_id(row[job] for row in rows if row[job])
    towns = places_by_id(row[town] for row in rows if row[town])
    found: dict[int, Listed] = {}
    counted: dict[int, tuple[str, ...]] = {}
    posts: dict[int, Post] = {}
    for row in rows:
        pk = row[0]
        if pk not in found:  # a row is there for each of their confirmations
            profile = Profile.from_db(DEFAULT_DB_ALIAS, known, row[: len(columns)])
            profile.occupation, profile.place = jobs.get(row[job]), towns.get(row[town])
            found[pk], counted[pk] = Listed(profile), rules.counted_audiences(profile)
        at, *facts = row[post]
        if at is None or facts[0] not in counted[pk]:
            continue
        if at not in posts:
            posts[at] = Post(*facts)
            found[pk].stations.append(posts[at])
        vouch = Vouch(*row[said])
        if vouch.level and vouch.audience in counted[pk]:
            posts[at].vouches.append(vouch)
    return found


# Read for each confirmation of many people, so nothing is here that no list says.
CARD = frozenset(
    {
        *("id", "user_id", "handle", "occupation_id", "place_id", "visibility", "searchable", "open"),
        *("goal", "resting_until", "available_from", "notice", "vouched_months", "declared_months", "vouched_by"),
    }
)
COMPARED = ("montage", "hours", "shifts", "licences", "languages", "quals", "refs", "checked_refs")
_JOINED = {
    "stations__": ("id", *(each.name for each in fields(Post) if each.name != "vouches")),
    "stations__confirmations__": Vouch._fields,
}
_ENDS = [0, *accumulate(map(len, _JOINED.values()))]
_PARTS = list(pairwise(_ENDS))


@cache
def _everybody(more: tuple[str, ...]) -> tuple[tuple[str, ...], "QuerySet[Profile, tuple[Any, ...]]"]:
    """The columns of a profile and the statement, put together once: it is the same for every list, and only its filter differs."""
    columns = tuple(each.attname for each in Profile._meta.concrete_fields if each.attname in CARD.union(more))
    joined = (path + name for path, names in _JOINED.items() for name in names)
    return columns, Profile.objects.order_by(
        F("stations__end").desc(nulls_first=True),
        "-stations__start",
        "-stations__pk",
        "stations__confirmations__on",
        "stations__confirmations__pk",
    ).values_list(*columns, *joined)
