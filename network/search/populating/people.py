"""Rows of synthetic people, some thousand at a time: column by column, which is several times faster than person by person."""

import json
from collections.abc import Iterator
from itertools import accumulate, product
from random import Random
from typing import Any

from django.db import models

from accounts.ids import ALPHABET
from accounts.models import User
from network.occupations.models import Occupation
from network.places.models import Place
from network.profiles.models import Confirmation, Profile, Qualification, Station
from network.search.criteria import RADII
from network.search.populating.lives import Life, columns_of, stored

TABLES: tuple[type[models.Model], ...] = (User, Profile, Station, Confirmation, Qualification)
CHUNK = 10_000
SEARCHABLE = 0.85  # of them; the others show themselves to nobody, or by link
ZIPF = 0.9  # how much more common the most common occupations are
FIRST = ("Aylin", "Mehmet", "Jana", "Peter", "Olena", "Yusuf", "Marek", "Sabine", "Thi Lan", "Amira", "Jonas", "Dilek")
LAST = (
    "Yıldız",
    "Schröder",
    "Müller-Lüdenscheidt",
    "Kowalska",
    "Nguyen",
    "Öztürk",
    "Bauer",
    "Al-Sayed",
    "Novák",
    "Weiß",
)
SPEAKS: tuple[dict[str, str], ...] = (
    {"de": "b2"},
    {"de": "c2"},
    {"de": "c1", "tr": "c2"},
    {"de": "b1", "ar": "c2"},
    {"de": "b2", "pl": "c2"},
    {},
)
NIGHT = 1 << 3
SHIFTS = (0, 1, 0b110, 0b1110, NIGHT | 0b110, 1 << 7, 1 << 8, 1 << 11, 1 << 15 | 1)
LICENCES = (0, 0b100, 0b100, 0b1000100, 0b11000100)
TRIPLES = ["".join(each) for each in product(ALPHABET, repeat=3)]
SPREAD = 0x9E3779B1  # an odd number: counting in such steps meets each value once

Rows = dict[type[models.Model], list[tuple[Any, ...]]]


class People:
    """`first` is the first free key of each table. Everything follows from the seed, so two runs make the same people."""

    def __init__(
        self,
        *,
        lives: list[Life],
        occupations: list[Occupation],
        places: list[Place],
        first: dict[type[models.Model], int],
        seed: int,
    ) -> None:
        self.lives, self.occupations, self.places, self.keys, self.rng = lives, occupations, places, first, Random(seed)  # noqa: S311 to measure, not to hide
        self.weights = list(accumulate(1 / rank**ZIPF for rank in range(1, len(occupations) + 1)))

    def chunks(self, number: int) -> Iterator[Rows]:
        """All of them, CHUNK at a time."""
        for start in range(0, number, CHUNK):
            yield self._rows(min(CHUNK, number - start))

    def _rows(self, number: int) -> Rows:
        first = self.keys[Profile]
        keys = range(first, first + number)
        users = range(self.keys[User], self.keys[User] + number)
        lives = self.rng.choices(self.lives, k=number)
        columns = self._profiles(number, keys, users, lives)
        rows: Rows = {
            User: _zipped(User, self._users(users)),
            Profile: _zipped(Profile, columns),
            Station: [],
            Confirmation: [],
            Qualification: [],
        }
        for key, life, job, place in zip(keys, lives, columns["occupation_id"], columns["place_id"], strict=True):
            self._add_life(rows, life, key, job, place)
        self.keys[User] += number
        self.keys[Profile] += number
        return rows

    def _users(self, keys: range) -> dict[str, Any]:
        return stored(User()) | {
            "id": keys,
            "email": [f"synthetic-{key:09}@populate.invalid" for key in keys],
            "password": "!",
            "is_demo": True,
        }

    def _profiles(self, number: int, keys: range, users: range, lives: list[Life]) -> dict[str, Any]:
        choices = self.rng.choices
        jobs = choices(self.occupations, cum_weights=self.weights, k=number)
        shown = choices(
            ("everyone", "employers", "off", "link"), (SEARCHABLE * 0.7, SEARCHABLE * 0.3, 0.1, 0.05), k=number
        )
        goals = choices(("open", "keep"), (3, 1), k=number)
        return (
            stored(Profile())
            | {name: [life.copies[name] for life in lives] for name in self.lives[0].copies}
            | {
                "id": keys,
                "user_id": users,
                "handle": [_handle(key) for key in keys],
                "name": [f"{a} {b}" for a, b in zip(choices(FIRST, k=number), choices(LAST, k=number), strict=True)],
                "occupation_id": [each.pk for each in jobs],
                "field_id": [each.field_id for each in jobs],
                "group": [each.group for each in jobs],
                "place_id": [each.pk for each in choices(self.places, k=number)],
                "radius_km": choices(RADII, k=number),
                "shifts": choices(SHIFTS, k=number),
                "licences": choices(LICENCES, k=number),
                "languages": [json.dumps(each) for each in choices(SPEAKS, k=number)],
                "montage": choices((True, False), (1, 6), k=number),
                "hours": choices((None, None, 40, 30, 20), k=number),
                "goal": goals,
                "visibility": shown,
                "visibility_chosen": True,
                "searchable": [each in ("everyone", "employers") for each in shown],
                "public": [each == "everyone" for each in shown],
                "open": [each == "open" for each in goals],
            }
        )

    def _add_life(self, rows: Rows, life: Life, profile: int, occupation: int, place: int) -> None:
        keys, first = self.keys, self.keys[Station]
        for at, station in enumerate(life.stations):
            row = list(station)
            row[_ID], row[_OF_PROFILE], row[_PLACE], row[_JOB] = first + at, profile, place, occupation
            rows[Station].append(tuple(row))
        for at, confirmation in life.confirmations:
            row = list(confirmation)
            row[_ID], row[_STATION], row[_SOURCE] = (
                keys[Confirmation],
                first + at,
                f"reference:synthetic-{profile}-{at}",
            )
            rows[Confirmation].append(tuple(row))
            keys[Confirmation] += 1
        for paper in life.papers:
            rows[Qualification].append((keys[Qualification], profile, *paper[2:]))
            keys[Qualification] += 1
        keys[Station] += len(life.stations)


def _at(model: type[models.Model], name: str) -> int:
    return [field.attname for field in columns_of(model)].index(name)


_ID = 0
_OF_PROFILE, _PLACE, _JOB = (_at(Station, name) for name in ("profile_id", "place_id", "occupation_id"))
_STATION, _SOURCE = _at(Confirmation, "station_id"), _at(Confirmation, "source")


def _zipped(model: type[models.Model], values: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Columns -> rows. A single value stands for all rows."""
    number = len(values["id"])
    said = [values[field.attname] for field in columns_of(model)]
    columns = [each if isinstance(each, list | range) else [each] * number for each in said]
    return list(zip(*columns, strict=True))


def _handle(key: int) -> str:
    """Ten letters of the alphabet of addresses, another one for each key."""
    size = len(TRIPLES)
    mixed = key * SPREAD % 2**40
    first, rest = divmod(mixed, size * size)
    second, third = divmod(rest, size)
    return TRIPLES[first % size] + TRIPLES[second] + TRIPLES[third] + ALPHABET[first // size % len(ALPHABET)]
