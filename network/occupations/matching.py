"""Which things a typed text may mean. Everything is held in memory: a few thousand words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Generic, TypeVar

from network.ui.text import fold

T = TypeVar("T")

_GENDERS = re.compile(
    r"\(\s*[mwdfx](?:\s*[/|,]\s*[mwdfx])+\s*\)|(?<=\w)(?:[*:_/·]|\(-?|/-)in(?:nen)?\b\)?", re.IGNORECASE
)
_FEMALE = re.compile(r"(?<=\w)(er|eur|or|ist|ant|ent|wirt)in(?:nen)?\b")
_PLAIN_VOWELS = re.compile(r"([aou])e")
SHORTEST, LONGEST = 2, 80


class Rank(IntEnum):
    """How well a word fits, best first."""

    LABEL = 0  # the name as we show it, or the slug
    EXACT = 1
    UMLAUT = 2  # exact but for umlauts typed as plain vowels
    START = 3
    WORD = 4  # the start of a later word
    WORDS = 5  # the starts of several words, in any order
    WITHIN = 6
    TYPO = 7


@dataclass(frozen=True)
class Hit(Generic[T]):
    thing: T
    rank: Rank
    word: str  # the word that fits, as written in the catalogue
    distance: int = 0  # typos
    share: float = 1.0  # how much of the word was typed


def key_of(text: str) -> str:
    """Folded, the same for every gender: "Maurer/in (m/w/d)", "Maurer*in" and "Maurerinnen" -> "maurer"."""
    return _FEMALE.sub(r"\1", fold(_GENDERS.sub(" ", text)))


@dataclass(frozen=True)
class _Word:
    position: int  # of the thing
    text: str
    key: str
    flat: str
    parts: tuple[str, ...]


class Index(Generic[T]):
    """Things with their labels (names as shown, slug) and the words people type for them."""

    def __init__(self, entries: Iterable[tuple[T, Iterable[str], Iterable[str]]]) -> None:
        self.things: list[T] = []
        self._labels: dict[str, int] = {}
        words: dict[tuple[int, str], _Word] = {}
        for position, (thing, labels, texts) in enumerate(entries):
            self.things.append(thing)
            self._labels.update({fold(label): position for label in labels})
            for text in texts:
                if key := key_of(text):
                    words.setdefault((position, key), _Word(position, text, key, _flat(key), tuple(key.split())))
        self._words = list(words.values())

    def hits(self, text: str) -> list[Hit[T]]:
        """Every thing the text may mean, best first, then in the order of the entries; typos only if nothing else fits."""
        key, label = key_of(text), fold(text)
        if not SHORTEST <= len(key) <= LONGEST:
            return []
        best: dict[int, Hit[T]] = {}
        if label in self._labels:
            at = self._labels[label]
            best[at] = Hit(self.things[at], Rank.LABEL, text)
        for word in self._words:
            rank = _rank(word, key, _flat(key), key.split())
            if rank is not None:
                _keep(
                    best, word.position, Hit(self.things[word.position], rank, word.text, 0, len(key) / len(word.key))
                )
        if not best:
            self._typos(best, key)
        return [best[at] for at in sorted(best, key=lambda at: (best[at].rank, best[at].distance, at))]

    def _typos(self, best: dict[int, Hit[T]], key: str) -> None:
        allowed = 0 if len(key) < 4 else 1 if len(key) < 8 else 2
        for word in self._words if allowed else []:
            for part in {word.key, *word.parts}:
                if len(part) < 4 or abs(len(part) - len(key)) > allowed:
                    continue
                if (away := _distance(key, part, allowed)) <= allowed:
                    _keep(best, word.position, Hit(self.things[word.position], Rank.TYPO, word.text, away))


def _keep(best: dict[int, Hit[T]], at: int, hit: Hit[T]) -> None:
    """The better of two; of equals the first, which stands first in the catalogue, and the larger share."""
    known = best.get(at)
    if known is None or (hit.rank, hit.distance) < (known.rank, known.distance):
        best[at] = hit
    elif (hit.rank, hit.distance) == (known.rank, known.distance) and hit.share > known.share:
        best[at] = replace(known, share=hit.share)


def _flat(key: str) -> str:
    """ "baecker" -> "backer": for keyboards and hands without umlauts."""
    return _PLAIN_VOWELS.sub(r"\1", key)


def _rank(word: _Word, key: str, flat: str, typed: list[str]) -> Rank | None:
    if word.key == key:
        return Rank.EXACT
    if word.flat == flat:
        return Rank.UMLAUT
    if word.key.startswith(key) or word.flat.startswith(flat):
        return Rank.START
    if any(part.startswith(key) for part in word.parts):
        return Rank.WORD
    if len(typed) > 1 and all(any(part.startswith(each) for part in word.parts) for each in typed):
        return Rank.WORDS
    return Rank.WITHIN if len(key) > 3 and key in word.key else None


def _distance(a: str, b: str, most: int) -> int:
    """Letters changed, added, lost or swapped with their neighbour; stops counting beyond `most`."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
