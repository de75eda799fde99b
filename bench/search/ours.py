"""The search itself on the database of DATABASE_URL: the very statements of the pages, by the bare driver and through the ORM."""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from statistics import median
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from bench.search.questions import VIEWER, Question, drawn, fixed, plain
from bench.search.report import BY_DISTANCE
from bench.search.timing import timed, told
from network.places import neighbours
from network.places.models import Near, Place
from network.search import facets, hits

Answer = list[Any]


def statement(asked: Question) -> "QuerySet[Any, Any]":
    """What the page asks the database for its ids and the total, or for its counts."""
    if asked.facet:
        return facets.by_kind(VIEWER, asked.wanted, asked.facet)
    return hits.page_of(VIEWER, asked.wanted, asked.page)


def bare(asked: Question) -> Callable[[], Answer]:
    """The statement of the page."""
    return compiled(statement(asked))


def compiled(rows: "QuerySet[Any, Any]") -> Callable[[], Answer]:
    """Compiled beforehand, by the driver alone."""
    connection.ensure_connection()
    sql, parameters = rows.query.sql_with_params()
    driver: Any = connection.connection
    if connection.vendor == "sqlite":
        sql = sql.replace("%s", "?").replace("%%", "%")
        parameters = tuple(each.isoformat() if isinstance(each, date) else each for each in parameters)
        return lambda: driver.execute(sql, parameters).fetchall()
    cursor = driver.cursor()
    return lambda: cursor.execute(sql, parameters, prepare=False).fetchall()


def first_page(asked: Question) -> Callable[[], Answer]:
    """The ids of the page alone, by distance, without the total that stands in the same statement of the page."""
    rows = hits.matching(VIEWER, asked.wanted).by_distance().values_list("pk", "km")
    return compiled(rows[: hits.PER_PAGE])


def said(asked: Question, rows: Answer) -> Answer:
    """Ids and total of a list, counts of a facet: what all engines must say alike."""
    if asked.facet:
        return sorted([str(value), number] for _kind, value, number in rows)
    total = rows[0][2] if rows else hits.matching(VIEWER, asked.wanted).count()
    return [[row[0] for row in rows], total]


def never_searched(asked: Question, places: int = 40) -> list[float]:
    """Milliseconds of the first search from each of so many postcodes."""
    from dataclasses import replace

    took = []
    fresh = Place.objects.exclude(pk__in=Near.objects.values("origin")).order_by("-postcode")
    for place in list(fresh[:: max(1, fresh.count() // places)])[:places]:
        begin = time.perf_counter()
        hits.find(VIEWER, replace(asked.wanted, place=place))
        took.append((time.perf_counter() - begin) * 1000)
        Near.objects.filter(origin=place).delete()
    return took


def main(rounds: int) -> None:
    from django.utils import timezone

    today, nine, many = timezone.localdate(), fixed(), drawn()
    for asked in (*nine, *many):
        neighbours.ensure(asked.wanted.place)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE places_near" if connection.vendor == "postgresql" else "ANALYZE places_near")
    times: dict[str, float] = {}
    found: dict[str, Any] = {"plain": {}, "answers": {}, "orm": {}, "first": {}}
    for asked in (*nine, *many):
        ask = bare(asked)
        found["plain"][asked.name] = plain(asked, today)
        found["answers"][asked.name] = said(asked, ask())
        times[asked.name] = timed(ask, rounds if asked in nine else max(3, rounds // 10))
        if asked in nine:
            found["orm"][asked.name] = timed(lambda asked=asked: list(statement(asked)), rounds)
        if asked.name in BY_DISTANCE:
            found["first"][asked.name] = timed(first_page(asked), rounds)
    took = never_searched(nine[0])
    print(json.dumps({**found, "bare": told(times), "never": [median(took), max(took)]}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
