"""The table of what was measured, and which limits it keeps."""

import os
import platform
import sqlite3
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

NINE = ("q1", "q2", "q3", "q4", "q5", "q6", "q7a", "q7b", "q7c")
BY_DISTANCE, WIDE = ("q1", "q3", "q4"), ("q2", "q6")
Told = dict[str, Any]


def table(told: list[Told], profiles: int) -> tuple[str, bool]:
    """The words in Markdown, and whether a limit is broken in any turn."""
    parts, broken = [_machine(profiles)], False
    for number, each in enumerate(told, 1):
        limits = _limits(each)
        broken = broken or any(value > limit for _name, value, limit in limits if limit is not None)
        parts += [f"## Turn {number}\n", _times(each), _ratios(each), _kept(limits)]
    return "\n".join(parts), broken


def _machine(profiles: int) -> str:
    cores = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.split(":")[1].strip() for line in cores if line.startswith("model name")), "?")
    postgres = subprocess.run(["psql", "--version"], check=False, capture_output=True, text=True).stdout.split()[2:3]
    return (
        f"# Search at {profiles:,} people, {date.today()}\n\n"
        f"{model}, {os.cpu_count()} cores; Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"PostgreSQL {''.join(postgres)}. Made by `python bench/search`; milliseconds are medians.\n"
    )


def _times(told: Told) -> str:
    big, small = told["big"], told["small"]
    rows: list[tuple[str, Told]] = [("SQLite", big["sqlite"]["bare"]), ("SQLite, 10,000", small["sqlite"]["bare"])]
    if big["postgres"]:
        rows += [("PostgreSQL", big["postgres"]["bare"]), ("PostgreSQL, 10,000", small["postgres"]["bare"])]
        rows += [("PostGIS with btree_gist", told["postgis"]["bare"])]
    rows += [("in memory (numpy)", told["memory"]["bare"]), ("SQLite through the ORM", big["sqlite"]["orm"])]
    return _grid("ms", (*NINE, "mix"), rows, "{:.3f}")


def _ratios(told: Told) -> str:
    big, small = told["big"], told["small"]

    def by(above: Told, below: Told) -> Told:
        return {name: above[name] / below[name] for name in above if name in below}

    ours = big["sqlite"]["bare"]
    rows = [
        ("SQLite / in memory", by(ours, told["memory"]["bare"])),
        ("growth, SQLite", by(ours, small["sqlite"]["bare"])),
    ]
    if big["postgres"]:
        rows += [
            ("PostGIS / SQLite", by(told["postgis"]["bare"], ours)),
            ("PostGIS / PostgreSQL", by(told["postgis"]["bare"], big["postgres"]["bare"])),
            ("growth, PostgreSQL", by(big["postgres"]["bare"], small["postgres"]["bare"])),
        ]
    for engine, pages in told["pages"].items():
        rows.append(
            (
                f"request / constant page, {engine}",
                {name: whole / constant for name, (whole, constant) in pages.items()},
            )
        )
    return _grid("ratio", (*NINE, "mix"), rows, "{:.1f}")


def _grid(corner: str, names: tuple[str, ...], rows: list[tuple[str, Told]], form: str) -> str:
    lines = [f"| {corner} | {' | '.join(names)} |", "|---|" + "---:|" * len(names)]
    lines += [
        f"| {name} | {' | '.join(form.format(row[each]) if each in row else '' for each in names)} |"
        for name, row in rows
    ]
    return "\n".join(lines) + "\n"


def _limits(told: Told) -> list[tuple[str, float, float | None]]:
    """(what, measured, at most). None where a number is told that no limit is asked of, see docs/decisions/0056."""
    big, small, ours = told["big"], told["small"], told["big"]["sqlite"]["bare"]
    memory, first, first_of_few = told["memory"]["bare"], big["sqlite"]["first"], small["sqlite"]["first"]
    found: list[tuple[str, float, float | None]] = [("answers that differ from the reference", _different(told), 0)]
    for engine, pages in told["pages"].items():
        found += [
            (f"request / constant page, {engine}, {name}", whole / constant, 1.6)
            for name, (whole, constant) in pages.items()
        ]
    for name, km, most in (("q1", 25, 3), ("q3", 100, 6)):
        found += [
            (f"SQLite / in memory, {name}, {km} km, first page", first[name] / memory[name], most),
            (f"SQLite / in memory, {name}, {km} km, with the exact total", ours[name] / memory[name], None),
        ]
    for name in BY_DISTANCE:
        found += [
            (f"growth on SQLite, {name}, first page", first[name] / first_of_few[name], 1.5),
            (f"growth on SQLite, {name}, with the exact total", ours[name] / small["sqlite"]["bare"][name], None),
        ]
    if big["postgres"]:
        postgis = told["postgis"]["bare"]
        for engine in ("sqlite", "postgres"):
            found += [(f"{engine} / PostGIS, {name}", big[engine]["bare"][name] / postgis[name], 1) for name in NINE]
        found += [
            (f"growth on PostgreSQL, {name}", big["postgres"]["bare"][name] / small["postgres"]["bare"][name], 4)
            for name in WIDE
        ]
    for engine in filter(big.get, big):
        found.append((f"first search from a postcode, {engine}, ms", big[engine]["never"][0], 50))
    found.append(
        ("constant page / search, requests a second", told["server"]["constant"] / told["server"]["search"], 2)
    )
    found += [
        (f"confirming / bare update, {engine}", each["confirm"] / each["bare"], 3)
        for engine, each in told["writes"].items()
    ]
    return found


def _different(told: Told) -> int:
    said = [told["big"][engine]["answers"] for engine in filter(told["big"].get, told["big"])]
    said += [told["postgis"]["answers"]] if "postgis" in told else []
    reference = told["memory"]["answers"]
    return sum(answers[name] != reference[name] for answers in said for name in reference)


def _kept(limits: list[tuple[str, float, float | None]]) -> str:
    lines = ["| limit | measured | at most | |", "|---|---:|---:|---|"]
    for name, value, limit in limits:
        most = "" if limit is None else f"{limit:g}"
        verdict = "told" if limit is None else "kept" if value <= limit else "**broken**"
        lines.append(f"| {name} | {value:.2f} | {most} | {verdict} |")
    return "\n".join(lines) + "\n"
