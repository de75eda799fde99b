"""Words that say something else in a Zeugnis than in plain German (law 5), or that have no place in a reference at all.

The referee decides: a hint is shown once and then the text passes. Sources: § 109 (2) GewO forbids marks with a hidden meaning;
the ladder of grades and the usual code words; AGG § 1 and GDPR Art. 9 for what must not be said about a person.
"""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Hint:
    """`words` as they stand in the text, what they are read as, what to write instead."""

    words: str
    read_as: Promise
    instead: Promise


_LADDER = (
    pgettext_lazy("to referee", "Personnel offices read this as a grade, and not as you may mean it."),
    pgettext_lazy("to referee", "Write what you saw: “Came back to every customer until it worked.”"),
)
_TRIED = (
    pgettext_lazy("to referee", "In a Zeugnis this means: it was not enough."),
    pgettext_lazy("to referee", "Write what was achieved: “Got the old lift running again.”"),
)
_SOCIAL = (
    pgettext_lazy("to referee", "In a Zeugnis this hints at drinking or at chatting."),
    pgettext_lazy("to referee", "Write how it helped: “Keeps the crew together on long days.”"),
)
_WITHIN = (
    pgettext_lazy("to referee", "In a Zeugnis this means: could do little."),
    pgettext_lazy("to referee", "Write what the person can do: “Wires a flat alone.”"),
)
_INTEREST = (
    pgettext_lazy("to referee", "In a Zeugnis this means: interest, but no result."),
    pgettext_lazy("to referee", "Write what came of it: “Learned to weld within 3 months.”"),
)
_PUNCTUAL = (
    pgettext_lazy("to referee", "As the only praise this is read as: nothing else was good."),
    pgettext_lazy("to referee", "Add one thing that you saw at work, or leave it out."),
)
_PRIVATE = (
    pgettext_lazy("to referee", "Health, family, union, religion and origin have no place in a reference."),
    pgettext_lazy("to referee", "Leave it out and write about the work."),
)

_PATTERNS: tuple[tuple[str, tuple[Promise, Promise]], ...] = (
    (r"(?:(?:stets|immer|jederzeit) )?(?:zu|zur) (?:\w+ ){0,4}zufriedenheit", _LADDER),
    (r"im (?:großen und ganzen|wesentlichen)", _LADDER),
    (r"(?:(?:stets|immer|sehr) )?(?:bemüht|bestrebt)|mühe gegeben|nach (?:\w+ ){0,2}kräften", _TRIED),
    (r"gesellig\w*|verbesserung des betriebsklimas|einfühlungsvermögen für die belegschaft", _SOCIAL),
    (r"im rahmen (?:seiner|ihrer|der) (?:\w+ )?(?:fähigkeiten|möglichkeiten)", _WITHIN),
    (r"(?:seinen|ihren) fähigkeiten entsprechend", _WITHIN),
    (r"(?:reges|großes|viel|mit) interesse|interesse gezeigt", _INTEREST),
    (r"krank(?!en(?:schwest|haus|häus|pfleg|transport|wagen))\w*|erkrank\w*|gesundheitlich\w*|schwanger\w*", _PRIVATE),
    (r"elternzeit|mutterschutz|(?:schwer)?behinder(?:t|ung)\w*|burn-?out|depress\w*", _PRIVATE),
    (r"gewerkschaft\w*|betriebsrat\w*|betriebsrätin\w*|streik\w*|ver\.?di|ig metall", _PRIVATE),
    (r"kinderlos|verheiratet|geschieden|ledig|alleinerziehend\w*", _PRIVATE),
    (r"muslim\w*|christ(?:lich\w*|in)|jüdisch\w*|kopftuch", _PRIVATE),
    (r"ausländ\w*|migrant\w*|migrationshintergrund|flüchtling\w*|muttersprach\w*", _PRIVATE),
)
_COMPILED = tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), words) for pattern, words in _PATTERNS)
_PUNCTUAL_WORD = re.compile(r"(?<!\w)(?:un)?pünktlich\w*(?!\w)", re.IGNORECASE)
_FILLER = frozenset(
    [
        "er",
        "sie",
        "herr",
        "frau",
        "war",
        "ist",
        "immer",
        "stets",
        "sehr",
        "und",
        "kam",
        "zur",
        "zum",
        "arbeit",
        "der",
        "die",
        "das",
        "auch",
        "bei",
        "uns",
        "wurde",
        "hat",
    ]
)
_ENOUGH = 4  # meaningful words beside the praise


def hints(text: str) -> list[Hint]:
    """What to point out in the text, in its order, each kind once. Empty for plain words."""
    found: dict[Promise, tuple[int, Hint]] = {}
    for pattern, words in _COMPILED:
        hit = pattern.search(text)
        if hit and words[0] not in found:
            found[words[0]] = (hit.start(), Hint(hit.group().strip(), *words))
    if lone := _lone_punctual(text):
        found[_PUNCTUAL[0]] = (lone.start(), Hint(lone.group(), *_PUNCTUAL))
    return [hint for _start, hint in sorted(found.values(), key=lambda each: each[0])]


def _lone_punctual(text: str) -> re.Match[str] | None:
    """ "pünktlich" with nothing else said."""
    hit = _PUNCTUAL_WORD.search(text)
    others = [word for word in re.findall(r"\w+", text.casefold()) if word not in _FILLER and "pünktlich" not in word]
    return hit if hit and len(others) < _ENOUGH else None
