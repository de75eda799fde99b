"""Patterns of working lives, made once through the same doors as real ones and then repeated.

A pattern is a profile with stations, confirmations and proofs, stored, refreshed by copies.refresh() and taken back again. So the
copies that search reads are those which the rules give, and no rule is written twice.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from accounts.models import User
from network.occupations.models import Occupation, QualificationKind
from network.occupations.validity import after_months
from network.places.models import Place
from network.profiles import copies
from network.profiles.models import Confirmation, Profile, Qualification, Station

COPIED = ("quals", "refs", "checked_refs", "vouched_months", "declared_months", "vouched_by", "last_confirmed")
LONGEST = 20  # years
FIRMS = ("Bau", "Elektro", "Logistik", "Pflegedienst", "Metallbau", "Werke", "Handel", "Klinik")
TOWNS = ("Nord", "Süd", "Altmark", "Rheintal", "Heide", "Seeblick", "Allgäu", "Eifel")


Row = tuple[Any, ...]


@dataclass(frozen=True)
class Life:
    """What is stored, in the order of the columns, without what differs from one person to the next."""

    copies: dict[str, Any]
    stations: list[Row]
    confirmations: list[tuple[int, Row]]  # with the number of the station
    papers: list[Row]


def lives(number: int, rng: Random, occupation: Occupation, place: Place) -> list[Life]:
    """So many patterns. Nothing stays in the database."""
    kinds = list(QualificationKind.objects.filter(current=True).order_by("bit"))
    made = []
    with transaction.atomic():
        user = User.objects.create_user("pattern@populate.invalid", is_demo=True)
        profile = Profile.objects.create(
            user=user, name="Muster", occupation=occupation, place=place, goal="open", visibility="everyone"
        )
        for each in range(number):
            made.append(_life(profile, rng, kinds, each))
        transaction.set_rollback(True)
    return made


def _life(profile: Profile, rng: Random, kinds: list[QualificationKind], number: int) -> Life:
    profile.stations.all().delete()
    profile.qualifications.all().delete()
    stations = _stations(profile, rng, timezone.localdate())
    said = [
        _confirmation(rng, each, f"reference:{number}-{at}") for at, each in enumerate(stations) if rng.random() < 0.6
    ]
    confirmations = Confirmation.objects.bulk_create([each for each in said if each])
    papers = Qualification.objects.bulk_create(
        [
            Qualification(profile=profile, kind=kind, valid_until=_until(rng), issued=date(2020, 1, 1))
            for kind in rng.sample(kinds, min(len(kinds), rng.choice([0, 0, 1, 1, 2, 3])))
        ]
    )
    copies.refresh(profile)
    at = {station.pk: number for number, station in enumerate(stations)}
    return Life(
        {name: stored(profile)[name] for name in COPIED},
        [row_of(each) for each in stations],
        [(at[each.station_id], row_of(each)) for each in confirmations],
        [row_of(each) for each in papers],
    )


def _stations(profile: Profile, rng: Random, today: date) -> list[Station]:
    """One to three, one after the other, the newest often still going on."""
    made: list[Station] = []
    end: date | None = None if rng.random() < 0.7 else after_months(today.replace(day=1), -rng.randint(1, 18))
    for _number in range(rng.choice([1, 1, 2, 2, 3])):
        last = end or today.replace(day=1)
        start = after_months(last, -rng.randint(6, 12 * LONGEST // 3))
        name = f"{rng.choice(TOWNS)} {rng.choice(FIRMS)}"
        made.append(
            Station(
                profile=profile,
                employer_name=name,
                place=profile.place,
                occupation=profile.occupation,
                start=start,
                end=end,
            )
        )
        end = after_months(start, -rng.randint(1, 8))
    return list(Station.objects.bulk_create(made))


def _confirmation(rng: Random, station: Station, source: str) -> Confirmation | None:
    """What a superior says, seldom in the name of a checked firm; mostly after the time, sometimes while it lasts."""
    today = timezone.localdate()
    last = station.end or today.replace(day=1)
    on = min(today, last + timedelta(days=rng.randint(0, 200)))
    return Confirmation(
        station=station, source=source, level=rng.choice([3, 3, 3, 4]), first=station.start, last=last, on=on
    )


def _until(rng: Random) -> date | None:
    return rng.choice([None, timezone.localdate() + timedelta(days=rng.randint(30, 900))])


def columns_of(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return list(model._meta.concrete_fields)


def stored(row: models.Model) -> dict[str, Any]:
    """What stands in the columns of a row, as texts where the databases take texts: days, moments, JSON."""
    return {field.attname: _said(field, getattr(row, field.attname)) for field in columns_of(type(row))}


def row_of(row: models.Model) -> Row:
    return tuple(stored(row).values())


def _said(field: models.Field[Any, Any], value: Any) -> Any:
    if isinstance(field, models.JSONField):
        return json.dumps(value)
    if isinstance(value, datetime):
        return str(connection.ops.adapt_datetimefield_value(value))
    return str(value) if isinstance(value, date) else value
