"""JSON Resume (jsonresume.org), version 1, and the names that version 0 had."""

from typing import Any

from network.moving.reading.dates import month
from network.moving.reading.found import Found, lines, one_line, short
from network.moving.reading.levels import language, level
from network.occupations.vocabulary import LICENCES

SECTIONS = {
    "basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills", "languages", "interests",
    "references", "projects", "meta", "$schema",
}  # fmt: skip
NO_PLACE = ("volunteer", "awards", "publications", "interests", "references", "projects")


def is_resume(data: object) -> bool:
    return isinstance(data, dict) and isinstance(data.get("basics", data.get("work")), dict | list)


def read(data: dict[str, Any]) -> Found:
    """Whatever stands where something else was meant is passed over."""
    found = Found("json-resume")
    _basics(found, data.get("basics"))
    for row in _rows(data, "work"):
        _station(found, row, firm=row.get("name") or row.get("company"), job=row.get("position"), kind="job")
    for row in _rows(data, "education"):
        _station(found, row, firm=row.get("institution"), job=row.get("area"), kind="training")
    for row in _rows(data, "certificates"):
        _certificate(found, row)
    for row in _rows(data, "languages"):
        _language(found, row)
    for row in _rows(data, "skills"):
        _skill(found, row)
    for section in NO_PLACE:
        for row in _rows(data, section):
            found.leave(_title(row) or section, "no-place")
    for section in data:
        if section not in SECTIONS:
            found.leave(section, "unknown-section")
    return found


def _rows(data: dict[str, Any], section: str) -> list[dict[str, Any]]:
    rows = data.get(section)
    return [row for row in rows[:1000] if isinstance(row, dict)] if isinstance(rows, list) else []


def _title(row: dict[str, Any]) -> str:
    return next((text for key in ("name", "title", "organization", "position") if (text := one_line(row.get(key)))), "")


def _basics(found: Found, basics: object) -> None:
    if not isinstance(basics, dict):
        return
    name, cut = short(one_line(basics.get("name")), 80)
    if name:
        found.add("name", name, cut, text=name)
    if label := one_line(basics.get("label")):
        found.add("occupation", label, text=label[:120])
    about, cut = short(lines(basics.get("summary")), 300)
    if about:
        found.add("about", about, cut, text=about)
    for key, kind, most in (("phone", "phone", 40), ("email", "mail", 254)):
        if text := one_line(basics.get(key))[:most]:
            found.add(kind, text, text=text)
    for key in ("image", "url", "profiles"):
        if basics.get(key):
            found.leave(key, "no-place")
    _place(found, basics.get("location"))


def _place(found: Found, location: object) -> None:
    where = location if isinstance(location, dict) else {}
    if place := one_line(where.get("postalCode")) or one_line(where.get("city")):
        found.add("place", place, text=place[:120])
    if one_line(where.get("address")):
        found.leave("address", "too-fine")


def _station(found: Found, row: dict[str, Any], *, firm: object, job: object, kind: str) -> None:
    name, cut = short(one_line(firm), 120)
    work = one_line(job)[:120]
    title = ", ".join(filter(None, (name, work)))
    start, end = month(row.get("startDate")), month(row.get("endDate"))
    if row.get("summary") or row.get("highlights") or row.get("courses"):
        found.leave(f"{title}: summary, highlights, courses", "no-place")
    if not title:
        return
    if not start:
        found.leave(title, "no-begin")
    elif one_line(row.get("endDate")) and not end:
        found.leave(title, "no-end")
    else:
        found.add(
            "station", title, cut, firm=name, job=work, where=one_line(row.get("location"))[:120], kind=kind,
            start=start.day.isoformat(), start_about=start.about, end=end.day.isoformat() if end else None,
            end_about=bool(end and end.about),
        )  # fmt: skip


def _certificate(found: Found, row: dict[str, Any]) -> None:
    name = one_line(row.get("name"))[:120]
    issuer, cut = short(one_line(row.get("issuer")), 120)
    issued = month(row.get("date"))
    if name:
        day = issued.day.isoformat() if issued and not issued.about else None
        found.add("paper", name, cut, text=name, issuer=issuer, number="", issued=day, until=None)


def _language(found: Found, row: dict[str, Any]) -> None:
    name = one_line(row.get("language")) or one_line(row.get("name"))
    if slug := language(name):
        found.add("language", name, slug=slug, level=level(row.get("fluency") or row.get("level")))
    elif name:
        found.leave(name, "unknown-language")


def _skill(found: Found, row: dict[str, Any]) -> None:
    """Skills that are licences in our own words come back; others have no place here: skills are shown, not listed."""
    words = row.get("keywords")
    names = {name: entry.slug for entry in LICENCES for name in entry.names.values()}
    held = [
        names[word] for word in (words if isinstance(words, list) else []) if isinstance(word, str) and word in names
    ]
    if held:
        found.add("licences", _title(row), slugs=held)
    else:
        found.leave(_title(row) or "skills", "no-place")
