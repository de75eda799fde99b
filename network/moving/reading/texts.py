"""Bytes -> text, JSON, tables. Whatever the bytes are, the answer is a value or Unreadable."""

import csv
import io
import json
from typing import Any

from network.moving.reading.found import Problem, Unreadable, one_line

SEPARATORS = ",;\t|"
MOST_ROWS = 1_000
MOST_COLUMNS = 100
PREFACE = 10  # lines that may stand above the heads
_BOMS = (
    *((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32")),
    *((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")),
)

Row = dict[str, str]


def decoded(data: bytes) -> str:
    """UTF-8 and UTF-16 with and without a mark in front, else what Windows writes in the west."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace")
    sample = data[:4000]
    if b"\0" in sample:
        return data.decode("utf-16-be" if sample[::2].count(0) > sample[1::2].count(0) else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def parsed(data: bytes) -> Any:
    """JSON. Raises Unreadable for what is broken, nested without end or holds numbers without end."""
    try:
        return json.loads(decoded(data), parse_constant=_no_number)
    except (ValueError, RecursionError, MemoryError) as error:
        raise Unreadable(Problem.BROKEN_JSON) from error


def _no_number(name: str) -> None:
    """NaN and Infinity are no JSON."""
    raise ValueError(name)


def table(data: bytes, known: frozenset[str]) -> tuple[list[str], list[Row]]:
    """(heads, rows) of a CSV. The heads are in the line that holds most of the `known` ones. Raises Unreadable."""
    text = decoded(data).replace("\0", "")
    separator = _separator(text)
    try:
        rows = [
            row[:MOST_COLUMNS] for _at, row in zip(range(MOST_ROWS + PREFACE), _reader(text, separator), strict=False)
        ]
    except csv.Error as error:
        raise Unreadable(Problem.BROKEN_TABLE) from error
    at = max(range(min(PREFACE, len(rows))), key=lambda line: (_fits(rows[line], known), -line), default=0)
    if not rows or not _fits(rows[at], known):
        return [], []
    heads = [one_line(head) for head in rows[at]]
    filled = [row for row in rows[at + 1 :] if any(cell.strip() for cell in row)]
    return heads, [dict(zip(heads, row, strict=False)) for row in filled[:MOST_ROWS]]


def _reader(text: str, separator: str) -> Any:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _separator(text: str) -> str:
    """The one that stands most often in the first lines; a comma where there is none."""
    head = "\n".join(text.splitlines()[:PREFACE])[:20_000]
    return max(SEPARATORS, key=lambda char: (head.count(char), -SEPARATORS.index(char)))


def _fits(row: list[str], known: frozenset[str]) -> int:
    return sum(one_line(cell).casefold() in known for cell in row)
