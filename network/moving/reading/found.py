"""The one shape that every kind of file is read into, and why something could not be."""

import re
import unicodedata
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

MOST = {"station": 40, "paper": 60, "sample": 40, "language": 30, "block": 100}
MOST_LEFT = 60


class Problem(StrEnum):
    """Why a file is refused as a whole. The words for people are in words.py."""

    EMPTY = "empty"
    TOO_BIG = "too-big"
    TOO_BIG_ARCHIVE = "too-big-archive"
    BROKEN_ZIP = "broken-zip"
    PASSWORD = "password"  # noqa: S105  no secret
    TOO_MANY_NAMES = "too-many-names"
    SAME_NAME_TWICE = "same-name-twice"
    BROKEN_JSON = "broken-json"
    BROKEN_TABLE = "broken-table"
    NEWER = "newer"
    PDF = "pdf"
    UNKNOWN = "unknown"
    NOTHING = "nothing"


class Unreadable(Exception):
    """`name` is the file inside the archive, where it is one."""

    def __init__(self, problem: Problem, name: str = "") -> None:
        super().__init__(f"{problem.value} {name}")
        self.problem, self.name = problem, name


@dataclass(frozen=True)
class Item:
    """One thing that can be taken. `notes` are codes of words.NOTES."""

    kind: str
    data: dict[str, Any]
    notes: list[str] = field(default_factory=list)


@dataclass
class Found:
    """`left`: (what, code of words.LEFT) that no page has a place for."""

    source: str
    items: list[Item] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)

    def add(self, kind: str, title: str, notes: list[str] | None = None, /, **data: Any) -> None:
        """What there are too many of is named among what is left."""
        if sum(item.kind == kind for item in self.items) >= MOST.get(kind, 1):
            self.leave(title, "too-many")
        else:
            self.items.append(Item(kind, data, notes or []))

    def leave(self, what: str, why: str) -> None:
        """Named once, whatever the file repeats."""
        entry = (one_line(what)[:80], why)
        if entry[0] and entry not in self.left and len(self.left) < MOST_LEFT:
            self.left.append(entry)

    def plain(self) -> dict[str, Any]:
        return asdict(self)


def one_line(value: object) -> str:
    """Any value as a text that can be stored and shown: composed, no control characters, no halves of characters."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    text = str(value) if isinstance(value, str) or abs(value) < 10**15 else ""
    return " ".join(_printable(text).split())


def lines(value: object) -> str:
    """The same with its line ends."""
    text = _printable(value) if isinstance(value, str) else ""
    kept = (" ".join(line.split()) for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def short(text: str, most: int) -> tuple[str, list[str]]:
    """At most so long, cut between words, and the note that says so."""
    if len(text) <= most:
        return text, []
    cut = text[: most - 1]
    head, space, _tail = cut.rpartition(" ")
    return f"{(head if space and len(head) > most // 2 else cut).rstrip(' ,;:')}…", ["shortened"]


def _printable(text: str) -> str:
    composed = unicodedata.normalize("NFC", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return "".join(char if char in "\n\u200c\u200d" or _shown(char) else " " for char in composed)


def _shown(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
