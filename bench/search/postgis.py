"""The same questions to PostGIS with the index it is best with here: occupation and place in one (btree_gist)."""

import json
import sys
from functools import partial
from typing import Any

import psycopg

from bench.search.timing import timed, told

TABLE = """
CREATE EXTENSION IF NOT EXISTS postgis; CREATE EXTENSION IF NOT EXISTS btree_gist;
DROP TABLE IF EXISTS bench_people;
CREATE TABLE bench_people AS
  SELECT p.id, p."group", p.field_id, ST_SetSRID(ST_MakePoint(l.lon, l.lat), 4326)::geography AS geog, p.radius_km, p.shifts, p.refs,
         p.checked_refs, p.quals, p.licences, p.vouched_months, p.montage::int AS montage, p.hours, p.last_confirmed
  FROM profiles_profile p JOIN places_place l ON l.id = p.place_id WHERE p.searchable AND p.open;
CREATE INDEX ON bench_people USING gist ("group", geog);
CREATE INDEX ON bench_people USING gist (field_id, geog);
ALTER TABLE bench_people ADD PRIMARY KEY (id);
"""
GLOBE = 12742.0 / (2 * 6371.0087714150598)  # the sphere of PostGIS is 1.4 millionths larger than ours
PAGE = 20


def statement(q: dict[str, Any]) -> tuple[str, list[Any]]:
    """Both radii hold, and who hides is not found; kilometres are rounded to 10 m as ours are, so that ties fall alike."""
    here = "ST_SetSRID(ST_MakePoint(%s, %s), 4326)::geography"
    point = [q["lon"], q["lat"]]
    where, given = (['"group" = ANY(%s)'], [q["groups"]]) if q["groups"] else (["field_id = %s"], [q["field"]])
    if len(q["groups"]) == 1:
        where, given = ['"group" = %s'], [q["groups"][0]]
    where.append(
        "id NOT IN (SELECT profile_id FROM profiles_block b JOIN employers_employer e ON e.id = employer_id WHERE root_id = 1)"
    )
    where.append(f"ST_DWithin(geog, {here}, %s, false)")
    given += [*point, q["km"] * 1000 + 6]
    for column, how, value in q["conditions"]:
        if how in ("all", "any"):
            where.append(f"{column} & %s " + ("= %s" if how == "all" else "> 0"))
            given += [value] * (2 if how == "all" else 1)
        else:
            none = f" OR {column} IS NULL" if how == "least-or-none" else ""
            where.append(f"({column} >= %s{none})")
            given.append(value)
    far = f"round((ST_Distance(geog, {here}, false) / 1000 * {GLOBE})::numeric, 2)"
    inner = f"SELECT *, {far} AS km FROM bench_people WHERE {' AND '.join(where)}"
    given = [*point, *given, q["km"]]
    if q["facet"]:
        by = '"group"' if q["facet"] == "occupations" else "quals"
        return f"SELECT {by}::text, count(*) FROM ({inner}) f WHERE km <= radius_km AND km <= %s GROUP BY 1", given
    order = "last_confirmed DESC NULLS LAST, km, id" if q["newest"] else "km, last_confirmed DESC NULLS LAST, id"
    rows = f"SELECT id, km, count(*) OVER () FROM ({inner}) f WHERE km <= radius_km AND km <= %s ORDER BY {order}"
    return f"{rows} LIMIT {PAGE} OFFSET {(q['page'] - 1) * PAGE}", given


def said(cursor: psycopg.Cursor[Any], q: dict[str, Any]) -> list[Any]:
    """As ours.said(). Behind the last page the first one says how many there are."""
    rows = cursor.execute(*statement(q), prepare=False).fetchall()
    if q["facet"]:
        return sorted([row[0], row[1]] for row in rows)
    first = rows or cursor.execute(*statement(q | {"page": 1}), prepare=False).fetchall()
    return [[row[0] for row in rows], first[0][2] if first else 0]


def main(url: str, asked: dict[str, Any], rounds: int) -> None:
    with psycopg.connect(url, autocommit=True) as base:
        base.execute(TABLE)
        base.execute("VACUUM ANALYZE bench_people")
        base.execute("SET jit = off")  # it only costs here
        cursor = base.cursor()
        answers, times = {}, {}
        for name, question in asked.items():
            sql, given = statement(question)
            answers[name] = said(cursor, question)
            ask = partial(cursor.execute, sql, given, prepare=False)
            times[name] = timed(lambda ask=ask: ask().fetchall(), rounds if name[0] == "q" else 5)
    print(json.dumps({"answers": answers, "bare": told(times)}))


if __name__ == "__main__":
    main(sys.argv[1], json.load(sys.stdin), int(sys.argv[2]))
