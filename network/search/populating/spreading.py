"""From one drawn row per person to the rows of all tables.

The database does it alone, one statement for each table: a row that Python hands over costs it several times as much as one that it
copies. What is copied lies in tables that only this connection sees, and that are gone with it.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection, models

from accounts.models import User
from network.profiles.models import Confirmation, Profile, Qualification, Station
from network.profiles.spots import APART
from network.search.populating import writing
from network.search.populating.lives import Life, Row, columns_of, stored
from network.search.populating.people import DRAWN, STOCKS
from network.search.populating.pools import Stock

TABLES: tuple[type[models.Model], ...] = (User, Profile, Station, Confirmation, Qualification)
PATTERNS: dict[type[models.Model], str] = {Station: "stations", Confirmation: "confirmations", Qualification: "papers"}
BESIDE = (
    "life",
    "at",
    "station",
)  # beside each row of a pattern: whose it is, its place there, and that of its station

# Where columns come from that differ from one person to the next. What must be unique grows in the order of letters too, and so
# its index grows at the end.
FROM: dict[type[models.Model], dict[str, str]] = {
    User: {
        "id": "drawn.user_id",
        "email": "'synthetic-' || (1000000000 + drawn.user_id) || '@populate.invalid'",
        "date_joined": "moment.created_at",
    },
    Profile: {name: f"drawn.{name}" for name in ("id", "user_id", "handle", "place_id")}
    | {"spot": f"job.field_id * {APART} + drawn.place_id"},
    Station: {
        "id": "drawn.first_station + stations.at",
        "profile_id": "drawn.id",
        "place_id": "drawn.place_id",
        "occupation_id": "job.occupation_id",
        "created_at": "moment.created_at",
    },
    Confirmation: {
        "id": "drawn.first_confirmation + confirmations.at",
        "station_id": "drawn.first_station + confirmations.station",
        "source": "'reference:synthetic-' || (1000000000 + drawn.first_confirmation + confirmations.at)",
    },
    Qualification: {"id": "drawn.first_paper + papers.at", "profile_id": "drawn.id"},
}


def prepare(stocks: dict[str, Stock], lives: Sequence[Life]) -> None:
    """Store what is copied."""
    number, types = str(models.BigAutoField().db_type(connection)), _types(Profile)
    writing.make("drawn", {name: types.get(name, number) for name in DRAWN}, ["id"])
    for name, stock in stocks.items():
        writing.make(name, {name: number} | {column: types[column] for column in stock.columns}, [name])
        writing.put(name, [name, *stock.columns], [(at, *row) for at, row in enumerate(stock.rows)])
    rows: dict[type[models.Model], list[Row]] = {
        Station: [(life, at, at, *row) for life, each in enumerate(lives) for at, row in enumerate(each.stations)],
        Confirmation: [
            (life, at, station, *row)
            for life, each in enumerate(lives)
            for at, (station, row) in enumerate(each.confirmations)
        ],
        Qualification: [(life, at, 0, *row) for life, each in enumerate(lives) for at, row in enumerate(each.papers)],
    }
    for model, name in PATTERNS.items():
        columns = dict.fromkeys(BESIDE, number) | _types(model)
        writing.make(name, columns, BESIDE[:2])
        writing.put(name, list(columns), rows[model])


def spread(people: Sequence[Row], stocks: dict[str, Stock]) -> None:
    """Store these people, values in the order of DRAWN, with all that is theirs. Inside the caller's transaction."""
    writing.empty("drawn")
    writing.put("drawn", DRAWN, people)
    _copy(User(password="!", is_demo=True), {}, ["moment"])  # noqa: S106 opens nothing
    said = {column: f'{name}."{column}"' for name, stock in stocks.items() for column in stock.columns}
    _copy(Profile(visibility_chosen=True), said, STOCKS)
    for model, name in PATTERNS.items():
        own = {field.attname: f'{name}."{field.attname}"' for field in columns_of(model)}
        _copy(model(), own, ["job", "moment"] if model is Station else [], name)


def done() -> None:
    for name in ("drawn", *STOCKS, *PATTERNS.values()):
        writing.drop(name)


def _copy(row: models.Model, said: dict[str, str], stocks: Sequence[str], pattern: str = "") -> None:
    """`row` says what is the same for all, `said` the terms of the other columns; those of FROM come before them."""
    terms = said | FROM[type(row)]
    ties = [f"{name}.{name} = drawn.{name}" for name in stocks]
    if pattern:
        ties.append(f"{pattern}.life = drawn.life")
    same: dict[str, Any] = {name: value for name, value in stored(row).items() if name not in terms}
    writing.copy(type(row), terms, same, ["drawn", *stocks, *([pattern] if pattern else [])], ties)


def _types(model: type[models.Model]) -> dict[str, str]:
    return {field.attname: str(field.db_type(connection)) for field in columns_of(model)}
