"""Patterns of working lives, made once through the same doors as real ones and then repeated.

A pattern is a profile with stations, confirmations and proofs, stored, refreshed by copies.refresh() and taken back again. So the
copies that search reads are those which the rules give, and no rule is written twice.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from accounts.models import User
from network.occupations.models import Occupation, QualificationKind
from network.occupations.validity import after_months, valid_until
from network.places.models import Place
from network.profiles import copies
from network.profiles.models import Confirmation, Profile, Qualification, Station
from network.search.populating import words

COPIED = ("quals", "refs", "checked_refs", "vouched_months", "declared_months", "vouched_by", "last_confirmed")
LONGEST = 20  # years
ISSUED_WITHIN = 9 * 12  # months: some papers have run out

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Life:
    """What is stored, in the order of the columns, without what differs from one person to the next."""

    copies: Row  # of COPIED
    stations: list[Row]
    confirmations: list[tuple[int, Row]]  # with the number of the station
    papers: list[Row]


def lives(number: int, rng: Random, occupation: Occupation, place: Place) -> list[Life]:
    """So many patterns for the field of this occupation. Nothing stays in the database."""
    known = [*words.EVERYBODY, *words.PAPERS.get(occupation.field.slug, ())]
    kinds = list(QualificationKind.objects.filter(slug__in=known, current=True).order_by("bit"))
    today = timezone.localdate()
    with transaction.atomic():
        profiles = _profiles(number, occupation, place)
        stations = [each for profile in profiles for each in _stations(profile, rng, today)]
        Station.objects.bulk_create(stations)
        said = [_confirmation(rng, each, today) for each in stations if rng.random() < 0.6]
        Confirmation.objects.bulk_create(said)
        papers = [each for profile in profiles for each in _papers(profile, rng, kinds, today)]
        Qualification.objects.bulk_create(papers)
        for profile in profiles:
            copies.refresh(profile)
        made = [_life(profile, stations, said, papers) for profile in profiles]
        transaction.set_rollback(True)
    return made


def _profiles(number: int, occupation: Occupation, place: Place) -> list[Profile]:
    users = User.objects.bulk_create(
        [User(email=f"pattern-{each}@populate.invalid", is_demo=True) for each in range(number)]
    )
    same = {"name": "Muster", "occupation": occupation, "place": place, "goal": "open", "visibility": "everyone"}
    return Profile.objects.bulk_create([Profile(user=user, **same) for user in users])


def _stations(profile: Profile, rng: Random, today: date) -> list[Station]:
    """One to four, one after the other, the newest often still going on, the oldest sometimes an apprenticeship."""
    field = profile.occupation.field.slug if profile.occupation else ""
    firms = words.FIRMS.get(field, words.ANY_FIRM).split("|")
    made: list[Station] = []
    end: date | None = None if rng.random() < 0.7 else after_months(today.replace(day=1), -rng.randint(1, 18))
    for _number in range(rng.choice([1, 1, 1, 2, 2, 2, 3, 4])):
        last = end or today.replace(day=1)
        start = after_months(last, -rng.randint(6, 12 * LONGEST // 3))
        made.append(
            Station(
                profile=profile,
                employer_name=f"{rng.choice(words.OWNERS)} {rng.choice(firms)}",
                place=profile.place,
                occupation=profile.occupation,
                start=start,
                end=end,
            )
        )
        end = after_months(start, -rng.randint(1, 8))
    if len(made) > 1 and rng.random() < 0.3:
        made[-1].kind = Station.Kind.TRAINING
    return made


def _confirmation(rng: Random, station: Station, today: date) -> Confirmation:
    """What a superior says, seldom in the name of a checked firm; mostly after the time, sometimes while it lasts."""
    last = station.end or today.replace(day=1)
    on = min(today, last + timedelta(days=rng.randint(0, 200)))
    level, source = rng.choice([3, 3, 3, copies.CHECKED]), f"{copies.REFERENCE}{station.pk}"
    return Confirmation(station=station, source=source, level=level, first=station.start, last=last, on=on)


def _papers(profile: Profile, rng: Random, kinds: list[QualificationKind], today: date) -> list[Qualification]:
    number = min(len(kinds), rng.choice([0, 0, 1, 1, 2, 3, 4]))
    made = []
    for kind in rng.sample(kinds, number):
        issued = after_months(today.replace(day=1), -rng.randint(1, ISSUED_WITHIN))
        until = valid_until(kind, issued)
        made.append(Qualification(profile=profile, kind=kind, issued=issued, valid_until=until))
    return made


def _life(profile: Profile, stations: list[Station], said: list[Confirmation], papers: list[Qualification]) -> Life:
    own = [each for each in stations if each.profile_id == profile.pk]
    at = {station.pk: number for number, station in enumerate(own)}
    return Life(
        tuple(stored(profile, COPIED).values()),
        [row_of(each) for each in own],
        [(at[each.station_id], row_of(each)) for each in said if each.station_id in at],
        [row_of(each) for each in papers if each.profile_id == profile.pk],
    )


def columns_of(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return list(model._meta.concrete_fields)


def stored(row: models.Model, columns: Collection[str] = ()) -> dict[str, Any]:
    """What stands in these columns of a row, or in all: texts where the databases take texts (days, moments, JSON)."""
    fields = {field.attname: field for field in columns_of(type(row))}
    return {name: _said(fields[name], getattr(row, name)) for name in columns or fields}


def row_of(row: models.Model) -> Row:
    return tuple(stored(row).values())


def _said(field: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(field, models.JSONField):
        return json.dumps(value)
    if isinstance(value, datetime):
        return str(connection.ops.adapt_datetimefield_value(value))
    return str(value) if isinstance(value, date) else value
