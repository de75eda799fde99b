"""Words that say something else in a Zeugnis than in plain German (law 5), or that have no place in a reference at all.

The referee decides: a hint is shown once and then the text passes. Sources: § 109 (2) GewO forbids marks with a hidden meaning;
the ladder of grades and the usual code words; AGG § 1 and GDPR Art. 9 for what must not be said about a person.
"""

import re
import unicodedata
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from references.coded import PATTERNS, Kind


@dataclass(frozen=True)
class Hint:
    """`words` as they stand in the text, what they are read as, what to write instead."""

    words: str
    read_as: Promise
    instead: Promise


_SAW = pgettext_lazy("to referee", "Write what you saw: “Came back to every customer until it worked.”")
_LEAVE_OUT = pgettext_lazy("to referee", "Leave it out and write about the work.")
_WORDS: dict[Kind, tuple[Promise, Promise]] = {
    Kind.GRADE_1: (
        pgettext_lazy("to referee", "Personnel offices read this as grade 1. Here nobody gets grades."),
        _SAW,
    ),
    Kind.GRADE_2: (
        pgettext_lazy("to referee", "Personnel offices read this as grade 2. Here nobody gets grades."),
        _SAW,
    ),
    Kind.GRADE_3: (pgettext_lazy("to referee", "Personnel offices read this as grade 3: only average."), _SAW),
    Kind.GRADE_4: (pgettext_lazy("to referee", "Personnel offices read this as grade 4: weak."), _SAW),
    Kind.GRADE_5: (pgettext_lazy("to referee", "Personnel offices read this as grade 5: poor."), _SAW),
    Kind.TRIED: (
        pgettext_lazy("to referee", "Personnel offices read this as grade 6: it was not enough."),
        pgettext_lazy("to referee", "Write what was achieved: “Got the old lift running again.”"),
    ),
    Kind.SOCIAL: (
        pgettext_lazy("to referee", "In a Zeugnis this hints at drinking or at chatting."),
        pgettext_lazy("to referee", "Write how it helped: “Keeps the crew together on long days.”"),
    ),
    Kind.WITHIN: (
        pgettext_lazy("to referee", "In a Zeugnis this means: could do little."),
        pgettext_lazy("to referee", "Write what the person can do: “Wires a flat alone.”"),
    ),
    Kind.INTEREST: (
        pgettext_lazy("to referee", "In a Zeugnis this means: interest, but no result."),
        pgettext_lazy("to referee", "Write what came of it: “Learned to weld within 3 months.”"),
    ),
    Kind.NEGATED: (
        pgettext_lazy("to referee", "Who says only that nothing was bad is read as: nothing was good."),
        pgettext_lazy("to referee", "Say it without “not” and “no”: “Every order left on the same day.”"),
    ),
    Kind.BETWEEN: (
        pgettext_lazy("to referee", "Personnel offices read something bad between these lines."),
        pgettext_lazy("to referee", "Say it straight: “Took over the night shift and ran it alone.”"),
    ),
    Kind.HEALTH: (pgettext_lazy("to referee", "Health has no place in a reference."), _LEAVE_OUT),
    Kind.FAMILY: (pgettext_lazy("to referee", "Family has no place in a reference."), _LEAVE_OUT),
    Kind.UNION: (pgettext_lazy("to referee", "Union and works council have no place in a reference."), _LEAVE_OUT),
    Kind.BELIEF: (pgettext_lazy("to referee", "Religion has no place in a reference."), _LEAVE_OUT),
    Kind.ORIGIN: (pgettext_lazy("to referee", "Origin and mother tongue have no place in a reference."), _LEAVE_OUT),
    Kind.AGE: (pgettext_lazy("to referee", "Age has no place in a reference."), _LEAVE_OUT),
    Kind.SEX: (
        pgettext_lazy(
            "to referee", "Whether somebody is a man or a woman, and whom they love, has no place in a reference."
        ),
        _LEAVE_OUT,
    ),
}
_PUNCTUAL = (
    pgettext_lazy("to referee", "As the only praise this is read as: nothing else was good."),
    pgettext_lazy("to referee", "Add one thing that you saw at work, or leave it out."),
)

_COMPILED = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for kind, patterns in PATTERNS.items() for pattern in patterns
)
_PUNCTUAL_WORD = re.compile(r"(?<!\w)(?:puenktlich\w*|punctual\w*|(?:always )?on time)(?!\w)")
_FILLER = frozenset(
    re.findall(
        r"\w+",
        "er sie herr frau war ist immer stets sehr und kam zur zum arbeit der die das auch bei uns wurde hat mit dem morgens"
        " he she they is was always very and the to work came in at with us on time",
    )
)
_ENOUGH = 4  # meaningful words beside the praise
_SPELLED = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ſ": "s", "’": "'"}
_BROKEN = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")  # a word divided at the end of a line


def hints(text: str) -> list[Hint]:
    """What to point out in the text, in its order, each kind once. Empty for plain words."""
    text = unicodedata.normalize("NFC", text)
    flat, places = plain(text)
    taken: list[tuple[int, int]] = []
    found: dict[Promise, tuple[int, Hint]] = {}
    for kind, pattern in _COMPILED:
        for hit in pattern.finditer(flat):
            if any(hit.start() < end and start < hit.end() for start, end in taken):
                continue
            taken.append(hit.span())
            read_as, instead = _WORDS[kind]
            found.setdefault(read_as, (hit.start(), Hint(_as_typed(text, places, hit), read_as, instead)))
    if lone := _lone_punctual(flat):
        found[_PUNCTUAL[0]] = (lone.start(), Hint(_as_typed(text, places, lone), *_PUNCTUAL))
    return [hint for _start, hint in sorted(found.values(), key=lambda each: each[0])]


def plain(text: str) -> tuple[str, list[int]]:
    """Small letters, umlauts spelled out, one space between words, no soft hyphens; and from where in the text each letter comes."""
    skipped = {at for broken in _BROKEN.finditer(text) for at in range(*broken.span())}
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        if at in skipped or unicodedata.category(letter) == "Cf":  # soft hyphens, joiners, directions
            continue
        small = " " if letter.isspace() else letter.casefold()
        if small == " " and letters[-1:] == [" "]:
            continue
        for each in _SPELLED.get(small, small):
            letters.append(each)
            places.append(at)
    return "".join(letters), places


def _as_typed(text: str, places: list[int], hit: re.Match[str]) -> str:
    return text[places[hit.start()] : places[hit.end() - 1] + 1].strip()


def _lone_punctual(flat: str) -> re.Match[str] | None:
    """ "pünktlich" with nothing else said."""
    hit = _PUNCTUAL_WORD.search(flat)
    others = [word for word in re.findall(r"\w+", flat) if word not in _FILLER and not _PUNCTUAL_WORD.fullmatch(word)]
    return hit if hit and len(others) < _ENOUGH else None
