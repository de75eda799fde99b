"""profile.json of a Handschlag, with the pictures beside it. The file comes from a stranger all the same: nothing in it is believed."""

import re
from collections.abc import Container
from typing import Any

from network.moving.packing.book import FORMAT, VERSION
from network.moving.reading import own_parts as parts
from network.moving.reading.dates import day
from network.moving.reading.found import Found, Problem, Unreadable, lines, one_line, short
from network.occupations.vocabulary import LANGUAGE_LEVELS, LANGUAGES, by_slug

STAYS = ("references", "voices", "share_links", "looks")  # what must not travel; the check page says so for each
TIMES = {"week", "shifts", "hours", "notice"}


def is_own(data: object) -> bool:
    return isinstance(data, dict) and data.get("format") == FORMAT


def read(data: dict[str, Any], inside: Container[str]) -> Found:
    """`inside`: the names in the archive, to know which pictures are there. Raises Unreadable for a version of the future."""
    version = data.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise Unreadable(Problem.NEWER)
    found = Found("handschlag")
    person = data.get("person")
    _person(found, person if isinstance(person, dict) else {})
    for row in _rows(data, "stations"):
        parts.station(found, row)
    for row in _rows(data, "papers"):
        parts.paper(found, row)
    for row in _rows(data, "samples"):
        parts.sample(found, row, inside)
    for row in _rows(data, "blocks"):
        parts.block(found, row)
    _stays(found, data)
    return found


def _rows(data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    rows = data.get(key)
    return [row for row in rows[:1000] if isinstance(row, dict)] if isinstance(rows, list) else []


def _person(found: Found, person: dict[str, Any]) -> None:
    name, cut = short(one_line(person.get("name")), 80)
    if name:
        found.add("name", name, cut, text=name, shown=one_line(person.get("name_shown")))
    if occupation := parts.named(person.get("occupation")):
        found.add("occupation", occupation["text"], **occupation)
    if place := parts.place(person.get("place")):
        radius = person.get("radius_km")
        km = radius if isinstance(radius, int) and 5 <= radius <= 100 else None
        found.add("place", place, text=place, radius_km=km, montage=person.get("montage") is True)
    about, cut = short(lines(person.get("about")), 300)
    if about:
        found.add("about", about, cut, text=about)
    for key in ("phone", "mail"):
        if text := one_line(person.get(key))[:254]:
            found.add(key, text, text=text, audience=parts.audience(person.get(f"{key}_audience"), "nobody"))
    _goal(found, person)
    _times(found, person)
    languages = person.get("languages")
    for slug, level in list(languages.items())[:30] if isinstance(languages, dict) else ():
        if by_slug(LANGUAGES, slug):
            known = level if isinstance(level, str) and by_slug(LANGUAGE_LEVELS, level) else ""
            found.add("language", slug, slug=slug, level=known)
        else:
            found.leave(slug, "unknown-language")


def _goal(found: Found, person: dict[str, Any]) -> None:
    goal = one_line(person.get("goal"))
    if goal in ("open", "keep", "side", "training", "later"):
        days = {key: parts.iso(day(person.get(key))) for key in ("available_from", "resting_until")}
        found.add("goal", goal, goal=goal, **days)


def _times(found: Found, person: dict[str, Any]) -> None:
    hours = person.get("hours")
    said: dict[str, Any] = {
        "week": parts.slugs(person.get("week")),
        "shifts": parts.slugs(person.get("shifts")),
        "hours": hours if isinstance(hours, int) and not isinstance(hours, bool) and 1 <= hours <= 60 else None,
        "notice": one_line(person.get("notice"))
        if re.fullmatch(r"[\w-]{1,10}", one_line(person.get("notice")))
        else "",
    }
    if any(said.values()):
        found.add("times", "times", **said)
    if licences := parts.slugs(person.get("licences")):
        found.add("licences", "licences", slugs=licences)


def _stays(found: Found, data: dict[str, Any]) -> None:
    for key in STAYS:
        if _rows(data, key):
            found.leave(key, key.replace("_", "-"))
    if any(_rows(row, "confirmations") for row in _rows(data, "stations")):
        found.leave("confirmations", "confirmations")
    if any(one_line(row.get("seen_by")) for row in _rows(data, "papers")):
        found.leave("seen", "seen")
    if any(row.get("witnesses") for row in _rows(data, "samples")):
        found.leave("witnesses", "witnesses")
    found.leave("handle", "handle")
    found.leave("visibility", "visibility")
