"""The export of LinkedIn ("Get a copy of your data"): Profile, Positions, Certifications, Languages, Education as CSV."""

from collections.abc import Callable, Mapping

from network.moving.reading.dates import last_day, month
from network.moving.reading.found import Found, lines, one_line, short
from network.moving.reading.levels import language, level
from network.moving.reading.texts import Row, table

# The columns that each file has, in small letters. The second are read by nobody here, and why.
COLUMNS = {
    "profile.csv": (
        {"first name", "last name", "headline", "summary", "zip code", "geo location"},
        {
            "maiden name": "never", "address": "too-fine", "birth date": "never", "industry": "no-place", "twitter handles": "no-place",
            "websites": "no-place", "instant messengers": "no-place",
        },
    ),
    "positions.csv": (
        {"company name", "title", "location", "started on", "finished on"},
        {"description": "no-place"},
    ),
    "certifications.csv": (
        {"name", "authority", "started on", "finished on", "license number"},
        {"url": "no-place"},
    ),
    "languages.csv": ({"name", "proficiency"}, {}),
    "education.csv": (
        {"school name", "start date", "end date", "degree name"},
        {"notes": "no-place", "activities": "no-place"},
    ),
}  # fmt: skip
KNOWN = {file: frozenset(read | set(unread)) for file, (read, unread) in COLUMNS.items()}


def file_of(name: str) -> str:
    """Which of the files this is by its name: "Basic_Export/Positions.csv" -> "positions.csv"; "" for another."""
    base = name.rsplit("/", 1)[-1].lower()
    return base if base in COLUMNS else ""


def file_by_heads(data: bytes) -> str:
    """Which of the files this is by its heads, for one that was renamed; "" for another. Raises Unreadable."""
    found = {file: set(map(str.casefold, table(data, known)[0])) for file, known in KNOWN.items()}
    fits = {file: len(heads & COLUMNS[file][0]) for file, heads in found.items()}
    best = max(fits, key=lambda file: (fits[file] / len(COLUMNS[file][0]), fits[file]))
    return best if fits[best] >= 2 else ""


def read(files: Mapping[str, bytes]) -> Found:
    """`files` by their names in COLUMNS. Raises Unreadable."""
    found = Found("linkedin")
    for file, data in files.items():
        heads, rows = table(data, KNOWN[file])
        unread = COLUMNS[file][1]
        for head in heads:
            if head.casefold() not in COLUMNS[file][0]:
                found.leave(f"{head} ({file.capitalize()})", unread.get(head.casefold(), "unknown-column"))
        for row in rows:
            READERS[file](found, {head.casefold(): cell for head, cell in row.items()})
    return found


def _profile(found: Found, row: Row) -> None:
    name, cut = short(one_line(f"{row.get('first name', '')} {row.get('last name', '')}"), 80)
    if name:
        found.add("name", name, cut, text=name)
    if headline := one_line(row.get("headline", "")):
        found.add("occupation", headline, text=headline[:120])
    about, cut = short(lines(row.get("summary", "")), 300)
    if about:
        found.add("about", about, cut, text=about)
    if where := one_line(row.get("zip code", "")) or one_line(row.get("geo location", "")):
        found.add("place", where, text=where[:120])


def _position(found: Found, row: Row) -> None:
    firm, cut = short(one_line(row.get("company name", "")), 120)
    job = one_line(row.get("title", ""))[:120]
    where = one_line(row.get("location", ""))[:120]
    _station(found, row, firm=firm, job=job, where=where, kind="job", began="started on", ended="finished on", cut=cut)


def _education(found: Found, row: Row) -> None:
    school, cut = short(one_line(row.get("school name", "")), 120)
    job = one_line(row.get("degree name", ""))[:120]
    _station(found, row, firm=school, job=job, where="", kind="training", began="start date", ended="end date", cut=cut)


def _station(
    found: Found, row: Row, *, firm: str, job: str, where: str, kind: str, began: str, ended: str, cut: list[str]
) -> None:
    start, end = month(row.get(began, "")), month(row.get(ended, ""))
    title = ", ".join(filter(None, (firm, job)))
    if not title:
        return
    if not start:
        found.leave(title, "no-begin")
    elif one_line(row.get(ended, "")) and not end:
        found.leave(title, "no-end")
    else:
        found.add(
            "station", title, cut, firm=firm, job=job, where=where, kind=kind, start=start.day.isoformat(), start_about=start.about,
            end=end.day.isoformat() if end else None, end_about=bool(end and end.about),
        )  # fmt: skip


def _certificate(found: Found, row: Row) -> None:
    name = one_line(row.get("name", ""))[:120]
    issuer, cut = short(one_line(row.get("authority", "")), 120)
    number, cut_too = short(one_line(row.get("license number", "")), 60)
    issued, until = month(row.get("started on", "")), month(row.get("finished on", ""))
    if name:
        found.add(
            "paper", name, cut or cut_too, text=name, issuer=issuer, number=number,
            issued=issued.day.isoformat() if issued and not issued.about else None,
            until=last_day(until).isoformat() if until and not until.about else None,
        )  # fmt: skip


def _language(found: Found, row: Row) -> None:
    name = one_line(row.get("name", ""))
    if slug := language(name):
        found.add("language", name, slug=slug, level=level(row.get("proficiency", "")))
    elif name:
        found.leave(name, "unknown-language")


READERS: dict[str, Callable[[Found, Row], None]] = {
    "profile.csv": _profile,
    "positions.csv": _position,
    "certifications.csv": _certificate,
    "languages.csv": _language,
    "education.csv": _education,
}
