"""How well a language is spoken, in the words of other services -> a1 to c2."""

import re

from network.moving.reading.found import one_line
from network.occupations.vocabulary import LANGUAGES
from network.ui.text import fold

# The five steps of LinkedIn, and what people write in a CV; the first that stands in the text.
_WORDS = (
    *(("native", "c2"), ("bilingual", "c2"), ("muttersprach", "c2"), ("zweisprachig", "c2"), ("mother tongue", "c2")),
    *(("full professional", "c1"), ("fluent", "c1"), ("flie", "c1"), ("verhandlungssicher", "c1")),
    *(("professional", "b2"), ("upper intermediate", "b2"), ("sehr gut", "b2"), ("gut", "b1"), ("good", "b1")),
    *(("limited working", "b1"), ("intermediate", "b1"), ("conversational", "b1"), ("elementary", "a2")),
    *(("grundkenntnisse", "a2"), ("basic", "a2"), ("beginner", "a1"), ("anfang", "a1"), ("anfäng", "a1")),
)
_CODE = re.compile(r"\b([abc][12])\b", re.IGNORECASE)


def level(value: object) -> str:
    """ "" where it is not said."""
    text = one_line(value).casefold()
    if found := _CODE.search(text):
        return found[1].lower()
    if "limited working" in text:  # holds "working", and in other files "professional" too
        return "b1"
    return next((said for word, said in _WORDS if word in text), "")


def language(value: object) -> str:
    """The slug of a language by its name or its code; "" for one the vocabulary does not know."""
    text = one_line(value)
    wanted = fold(text.split("(")[0])
    for entry in LANGUAGES:
        names = {fold(part) for name in entry.names.values() for part in (name, *name.split(","))}
        if wanted and wanted in names | {entry.slug}:
            return entry.slug
    short = re.fullmatch(r"([a-z]{2,3})[-_][A-Za-z]{2,4}", text)
    return next((entry.slug for entry in LANGUAGES if short and entry.slug == short[1]), "")
