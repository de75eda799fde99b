"""How well a typed text fits the name of a town."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from network.places import lands
from network.places.folding import key

LONGEST = 120  # of a typed text; the longest name has 33 characters
_SMALL = frozenset("a ad am an auf b bei beim d dem den der i im in o ob u unter v vor vorm".split())  # noqa: SIM905 reads better
_QUALIFIER = re.compile(r"(?<=\w)(?: ?[(/]| (?=(?:am|an|auf|bei|beim|der|im|in|ob|unter|vor|vorm) ))")
_SEPARATOR = re.compile(r"(?<=\w)\s*[(,;/–-]")


class Fit(IntEnum):
    """From best to worst. The last two are only similar, the others are what the text says."""

    FULL = 0  # "Neustadt in Sachsen" for the town of just this name, not for Neustadt/Vogtland in Sachsen
    NAMED = 1  # "Frankfurt", "Frankfurt/Main", "Frankfurt Hessen" for Frankfurt am Main
    LEADS = 2  # "Garmisch" for Garmisch-Partenkirchen
    INSIDE = 3  # "Berlin-Kreuzberg" for Berlin
    BEGINS = 4  # "Nürnb" for Nürnberg
    AROUND = 5  # "Berlin Kreuzberg" for Berlin
    NOT = 9


def _words(text: str) -> tuple[str, ...]:
    words = [word for word in key(text).split() if not word.isdigit()]
    return tuple([word for word in words if word not in _SMALL] or words)


@dataclass(frozen=True)
class Name:
    """A town's name in words: ("frankfurt",) and what tells it from others: ("main",)."""

    base: tuple[str, ...]
    qualifier: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> "Name":
        base, *qualifier = _QUALIFIER.split(name, maxsplit=1)
        if not qualifier or _SMALL.issuperset(_words(base)):  # "An der Schmücke"
            return cls(_words(name), ())
        return cls(_words(base), _words(qualifier[0]))

    def is_named(self, words: tuple[str, ...]) -> bool:
        """All words of the base, then beginnings of the words of the qualifier, if any."""
        rest = words[len(self.base) :]
        return (
            words[: len(self.base)] == self.base
            and len(rest) <= len(self.qualifier)
            and all(full.startswith(word) for word, full in zip(rest, self.qualifier, strict=False))
        )

    def fit(self, words: tuple[str, ...]) -> Fit:
        full, last = self.base + self.qualifier, len(words) - 1
        if self.qualifier and full == words:
            return Fit.FULL
        if self.is_named(words):
            return Fit.NAMED
        if full[: len(words)] == words:
            return Fit.LEADS
        if last < len(full) and full[:last] == words[:last] and full[last].startswith(words[last]):
            return Fit.BEGINS
        return Fit.NOT


@dataclass(frozen=True)
class Typed:
    """A text in all the ways it can be read."""

    text: str

    @cached_property
    def digits(self) -> str:
        return "".join(c for c in self.text if c.isascii() and c.isdigit())

    @cached_property
    def words(self) -> tuple[str, ...]:
        return _words(self.text)

    @cached_property
    def first(self) -> str:
        """How the stored key must begin; empty when there is too little to go by."""
        words = [word for word in key(self.text).split() if not word.isdigit()]
        return words[0] if words and len(words[0]) > 1 else ""

    @cached_property
    def with_land(self) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
        """The last words read as a Land: "fuerth bay" -> ("fuerth",) in {"Bayern"}."""
        cuts = ((self.words[:-last], self.words[-last:]) for last in range(1, min(3, len(self.words))))
        return tuple((head, found) for head, tail in cuts if (found := lands.meant_by(tail)))

    @cached_property
    def before_separator(self) -> tuple[str, ...]:
        return _words(_SEPARATOR.split(self.text, maxsplit=1)[0])

    def fit(self, name: Name, land: str) -> Fit:
        """The best fit of all readings."""
        fits = [name.fit(self.words), *(name.fit(words) for words, found in self.with_land if land in found)]
        if (best := min(fits)) is not Fit.NOT:
            return best
        if name.is_named(self.before_separator):
            return Fit.INSIDE
        if any(name.is_named(self.words[:count]) for count in range(1, len(self.words))):
            return Fit.AROUND
        return Fit.NOT
