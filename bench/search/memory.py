"""The limit: everything in arrays in the memory of one process, neighbours kept ready. Rebuilt for every change, so no proposal."""

import json
import sqlite3
import sys
from functools import partial
from typing import Any

import numpy as np

from bench.search.timing import timed, told

COLUMNS = "id, place_id, radius_km, shifts, refs, checked_refs, quals, licences, vouched_months, montage, hours, last_confirmed"
# From the employer that asks; as in the question to PostGIS.
HIDDEN = "SELECT profile_id FROM profiles_block b JOIN employers_employer e ON e.id = employer_id WHERE root_id = 1"
NEVER = -1  # no confirmation, no hours said
PAGE = 20
STEPS = 21


class Memory:
    """Searchable and open people in the order of their occupation and place."""

    def __init__(self, path: str) -> None:
        base = sqlite3.connect(path)
        rows = base.execute(
            f'SELECT "group", field_id, {COLUMNS} FROM profiles_profile WHERE searchable AND open ORDER BY field_id, "group", place_id'
        ).fetchall()
        groups, fields, *columns = zip(*rows, strict=True)
        self.of_group, self.of_field = _slices(groups), _slices(fields)
        self.group = np.array(groups)
        names = COLUMNS.split(", ")
        self.columns = {name: _array(name, values) for name, values in zip(names, columns, strict=True)}
        hidden = [row[0] for row in base.execute(HIDDEN)]
        self.hidden = np.flatnonzero(np.isin(self.columns["id"], hidden))
        self.near: dict[int, np.ndarray] = {}
        size = 1 + base.execute("SELECT max(id) FROM places_place").fetchone()[0]
        for origin, place, far in base.execute("SELECT origin_id, place_id, km FROM places_near"):
            if origin not in self.near:
                self.near[origin] = np.full(size, np.inf)
            self.near[origin][place] = far
        # The smallest radius anybody can have is 5 km: place and radius are one number.
        self.key = (self.columns["place_id"] * STEPS + self.columns["radius_km"] // 5).astype(np.int32)
        self.reached: dict[tuple[int, int], np.ndarray] = {}

    def reach(self, origin: int, km: int) -> np.ndarray:
        """By place and own radius: whether somebody there is within both radii. Kept, as the neighbours are."""
        if (origin, km) not in self.reached:
            far = self.near[origin]
            own = np.arange(STEPS) * 5
            self.reached[origin, km] = ((far[:, None] <= own[None, :]) & (far[:, None] <= km)).ravel()
        return self.reached[origin, km]

    def ask(self, q: dict[str, Any]) -> list[Any]:
        """As ours.said(): ids of the page and total, or counts."""
        spans = [self.of_group.get(each) for each in q["groups"]] if q["groups"] else [self.of_field.get(q["field"])]
        found, far = [], []
        for span in spans:
            if span is not None:
                rows, km = self._within(q, slice(*span))
                found.append(rows)
                far.append(km)
        rows = np.concatenate(found) if len(found) > 1 else found[0]
        km = np.concatenate(far) if len(far) > 1 else far[0]
        if q["facet"]:
            values = self.group[rows] if q["facet"] == "occupations" else self.columns["quals"][rows]
            return [each.tolist() for each in np.unique(values, return_counts=True)]
        keys = (km, -self.columns["last_confirmed"][rows])
        first = q["page"] * PAGE
        if len(rows) > 4 * first:  # sort only what can stand on the page
            leading = keys[1] if q["newest"] else keys[0]
            near = leading <= np.partition(leading, first)[first]
            short = np.flatnonzero(near)
        else:
            short = np.arange(len(rows))
        ids = self.columns["id"][rows[short]]
        pair = (ids, keys[0][short], keys[1][short]) if q["newest"] else (ids, keys[1][short], keys[0][short])
        order = np.lexsort(pair)[first - PAGE : first]
        return [ids[order].tolist(), len(rows)]

    def _within(self, q: dict[str, Any], span: slice) -> tuple[np.ndarray, np.ndarray]:
        hits = np.flatnonzero(self.reach(q["place"], q["km"])[self.key[span]]) + span.start
        hits = hits[~np.isin(hits, self.hidden)]
        for column, how, value in q["conditions"]:
            here = self.columns[column][hits]
            if how == "all":
                fits = (here & value) == value
            elif how == "any":
                fits = (here & value) > 0
            else:
                fits = here >= (_day(value) if column == "last_confirmed" else value)
                fits = fits | (here == NEVER) if how == "least-or-none" else fits
            hits = hits[fits]
        return hits, self.near[q["place"]][self.columns["place_id"][hits]]


def _slices(values: tuple[Any, ...]) -> dict[Any, tuple[int, int]]:
    found: dict[Any, tuple[int, int]] = {}
    begin = 0
    for at in range(1, len(values) + 1):
        if at == len(values) or values[at] != values[begin]:
            found[values[begin]] = (begin, at)
            begin = at
    return found


def _array(name: str, values: tuple[Any, ...]) -> np.ndarray:
    if name == "last_confirmed":
        return np.array([_day(each) if each else NEVER for each in values], dtype=np.int64)
    return np.array([NEVER if each is None else each for each in values], dtype=np.int64)


def _day(said: str) -> int:
    return int(said.replace("-", ""))


def main(path: str, asked: dict[str, Any], rounds: int) -> None:
    memory = Memory(path)
    answers, times = {}, {}
    for name, question in asked.items():
        answer = memory.ask(question)
        answers[name] = sorted([str(v), n] for v, n in zip(*answer, strict=True)) if question["facet"] else answer
        times[name] = timed(partial(memory.ask, question), rounds)
    print(json.dumps({"answers": answers, "bare": told(times)}))


if __name__ == "__main__":
    main(sys.argv[1], json.load(sys.stdin), int(sys.argv[2]))
