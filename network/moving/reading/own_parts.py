"""The lists of profile.json, row by row."""

import re
from collections.abc import Container
from datetime import date
from typing import Any

from network.moving.reading.dates import day, month
from network.moving.reading.found import Found, lines, one_line, short
from network.profiles.roles import BY_SLUG
from network.profiles.steps import LONGEST_TITLE

KINDS = ("job", "training", "self", "retraining", "family")
MOST_STEPS, MOST_PHOTOS = 30, 12
WORDS = {"asked": 400, "did": 400, "share": 200, "watched": 400, "result": 400}
_SLUG = re.compile(r"[a-z0-9-]{1,60}")


def station(found: Found, row: dict[str, Any]) -> None:
    kind = one_line(row.get("kind"))
    firm, cut = short(one_line(row.get("employer_name")), 120)
    job = named(row.get("occupation")) or {"text": "", "slug": ""}
    title = ", ".join(filter(None, (firm, job["text"]))) or kind
    start, end = day(row.get("start")), day(row.get("end"))
    if kind not in KINDS or not start or (row.get("end") is not None and not end):
        found.leave(title, "no-begin" if not start else "no-end" if kind in KINDS else "unknown-kind")
        return
    employer = row.get("employer")
    found.add(
        "station", title, cut, ref=number(row.get("id")), kind=kind, firm=firm, job=job["text"], slug=job["slug"],
        firm_id=one_line(employer.get("id"))[:10] if isinstance(employer, dict) else "", where=place(row.get("place")),
        start=iso(start), start_about=row.get("start_about") is True, end=iso(end), end_about=row.get("end_about") is True,
        steps=_steps(row.get("steps")), audience=audience(row.get("audience")),
    )  # fmt: skip


def _steps(rows: object) -> list[dict[str, Any]]:
    """A role that this house does not know is left away, unless own words say it."""
    steps = []
    for row in rows[:MOST_STEPS] if isinstance(rows, list) else ():
        step = row if isinstance(row, dict) else {}
        begin, role, title = month(step.get("start")), one_line(step.get("role")), one_line(step.get("title"))
        if begin and (role in BY_SLUG or title):
            said = {
                "role": role if role in BY_SLUG else "",
                "title": title[:LONGEST_TITLE],
                "start": f"{begin.day:%Y-%m}",
            }
            steps.append({**said, "about": step.get("about") is True})
    return steps


def paper(found: Found, row: dict[str, Any]) -> None:
    kind = named(row.get("kind"))
    if not kind:
        return
    issuer, cut = short(one_line(row.get("issuer")), 120)
    typed = row.get("until_typed") is True
    recognition = row.get("recognition")
    steps = recognition.items() if isinstance(recognition, dict) else ()
    found.add(
        "paper", kind["text"], cut, **kind, issuer=issuer, number=one_line(row.get("number"))[:60],
        issued=iso(day(row.get("issued"))), until=iso(day(row.get("valid_until"))) if typed else None,
        station=number(row.get("station_id")), recognised_as=named(row.get("recognised_as")),
        recognition={one_line(key)[:20]: one_line(value)[:7] for key, value in list(steps)[:20]},
        audience=audience(row.get("audience")),
    )  # fmt: skip


def sample(found: Found, row: dict[str, Any], inside: Container[str]) -> None:
    title, cut = short(one_line(row.get("title")), 80)
    kind = one_line(row.get("kind"))
    if not title or kind not in ("piece", "case"):
        return
    words = {key: short(lines(row.get(key)), most)[0] for key, most in WORDS.items()}
    rows = row.get("photos")
    photos = [_photo(photo) for photo in (rows if isinstance(rows, list) else ())[:MOST_PHOTOS]]
    there = [photo for photo in photos if photo and photo["file"] in inside]
    if any(photo and photo["file"] and photo["file"] not in inside for photo in photos):
        found.leave(title, "no-picture")
    found.add(
        "sample", title, [*cut, "hidden"], ref=number(row.get("id")), kind=kind, words={"title": title, **words},
        month=iso(day(row.get("month"))), station=number(row.get("station_id")), audience=audience(row.get("audience")), photos=there,
        wrote=one_line(row.get("created_at"))[:40],
    )  # fmt: skip


def _photo(row: object) -> dict[str, str] | None:
    if not isinstance(row, dict):
        return None
    stage, alt, file = one_line(row.get("stage")), one_line(row.get("alt"))[:200], row.get("file")
    known = stage in ("before", "during", "after") and isinstance(file, str) and len(file) <= 200
    return {"stage": stage, "alt": alt, "file": one_line(file)} if known else None


def block(found: Found, row: dict[str, Any]) -> None:
    employer = row.get("employer")
    name = one_line(row.get("name")) or (one_line(employer.get("name")) if isinstance(employer, dict) else "")
    if name:
        firm_id = one_line(employer.get("id"))[:10] if isinstance(employer, dict) else ""
        found.add("block", name, firm=name[:120], firm_id=firm_id, where=place(row.get("place")))


def named(value: object) -> dict[str, str] | None:
    """{"slug": .., "name": ..} -> the same as text and slug."""
    if not isinstance(value, dict):
        return None
    slug, text = one_line(value.get("slug")), one_line(value.get("name"))[:120]
    return {"text": text or slug, "slug": slug if _SLUG.fullmatch(slug) else ""} if text or slug else None


def place(value: object) -> str:
    """The postcode, which alone means one place."""
    return one_line(value.get("postcode"))[:5] if isinstance(value, dict) else ""


def audience(value: object, default: str = "all") -> str:
    """Something unknown is seen by nobody."""
    if value is None:
        return default
    return value if isinstance(value, str) and value in ("all", "employers", "nobody") else "nobody"


def slugs(value: object) -> list[str]:
    rows = value[:64] if isinstance(value, list) else []
    return [row for row in rows if isinstance(row, str) and _SLUG.fullmatch(row)]


def number(value: object) -> int | None:
    """An id that holds within the file."""
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63 else None


def iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
