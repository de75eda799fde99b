"""A list of people as it comes from a table program: separators, marks and heads of every kind -> lines of cells. Never executes anything."""

import csv
import io
import re
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import pgettext

from network.moving.reading.texts import decoded

MOST_BYTES = 200_000
MOST_CHARACTERS = 60_000
MOST_CELL = 300
SEPARATORS = "\t;,|"
FIELDS = ("name", "mail", "since", "occupation")
_HEADS = {
    "first": "vorname firstname givenname",
    "last": "nachname familienname lastname surname familyname",
    "name": "name mitarbeiter mitarbeiterin mitarbeitende person namevollständig fullname",
    "mail": "mail email emailadresse mailadresse emailaddress mailaddress adresse",
    "since": "seit since eintritt eintrittsdatum beginn start startdatum von",
    "occupation": "beruf occupation tätigkeit position funktion job",
}
HEADS = {word: field for field, words in _HEADS.items() for word in words.split()}
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")
_MAIL = re.compile(r"[^\s<>;,|\t]+@[^\s<>;,|\t]+")


class Unreadable(Exception):
    """This is no list. The text says in plain words what to do."""


@dataclass(frozen=True)
class Line:
    """One person as typed. `number` is the line, counted as in the box."""

    number: int
    name: str = ""
    mail: str = ""
    since: str = ""
    occupation: str = ""


def text_of(sent: UploadedFile) -> str:  # type: ignore[type-arg]
    """Raises Unreadable. Reads no more of a file than a list of people can hold."""
    if (sent.size or 0) > MOST_BYTES:
        raise Unreadable(
            pgettext(
                "to employer", "This file is too big. Send a list of names and mail addresses with at most 60 people."
            )
        )
    data = sent.read(MOST_BYTES + 1)
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        raise Unreadable(
            pgettext("to employer", "This is not a CSV file. In the table program choose “Save as” and there “CSV”.")
        )
    text = decoded(data)
    if _NO_TEXT.search(text) or text.startswith("%PDF"):
        raise Unreadable(pgettext("to employer", "We cannot read this file. Copy the lines into the box instead."))
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(pgettext("to employer", "This is too long. One list holds at most 60 people."))
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read(text: str) -> list[Line]:
    """The people of a list; heads in the first line are not one. Raises Unreadable."""
    rows = _rows(text)
    heads = _heads(rows[0][1]) if rows else None
    return [_line(number, cells, heads) for number, cells in rows[1 if heads else 0 :]]


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """(number of the line, cells), without empty lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    found, before = [], 0
    try:
        for row in reader:
            cells = [" ".join(cell.split()) for cell in row]
            if any("\n" in cell for cell in row):
                raise Unreadable(
                    pgettext("to employer", "In line %(number)d a quotation mark is not closed.")
                    % {"number": before + 1}
                )
            if any(cells):
                found.append((reader.line_num, cells))
            before = reader.line_num
    except csv.Error as error:
        raise Unreadable(
            pgettext("to employer", "We cannot read line %(number)d. Check the quotation marks there.")
            % {"number": reader.line_num}
        ) from error
    return found


def _separator(text: str) -> str:
    """The first that stands in most of the lines: tabs and semicolons beat commas, which stand in names too."""
    lines = [line for line in text.splitlines() if line.strip()][:20]
    return max(
        SEPARATORS, key=lambda char: (sum(char in line for line in lines) * 2 > len(lines), -SEPARATORS.index(char))
    )


def _heads(cells: list[str]) -> list[str] | None:
    """What each column holds, where the first line says so."""
    if any("@" in cell for cell in cells):
        return None
    said = [HEADS.get(re.sub(r"[^\w]|_", "", cell.casefold()), "") for cell in cells]
    return said if "mail" in said or "name" in said else None


def _line(number: int, cells: list[str], heads: list[str] | None) -> Line:
    cells = [cell[:MOST_CELL] for cell in cells]
    if heads:
        said = {head: cell for head, cell in zip(heads, cells, strict=False) if head}
        name = said.get("name") or " ".join(filter(None, [said.get("first", ""), said.get("last", "")]))
        return Line(number, name, said.get("mail", ""), said.get("since", ""), said.get("occupation", ""))
    if len(cells) == 1 and (found := _MAIL.search(cells[0])):  # "Samira Keller <samira@example.org>"
        rest = (cells[0][: found.start()] + cells[0][found.end() :]).strip(" <>")
        return Line(number, rest, found[0])
    if len(cells) > 1 and "@" in cells[0] and "@" not in cells[1]:
        cells[:2] = [cells[1], cells[0]]
    return Line(number, **dict(zip(FIELDS, cells, strict=False)))
