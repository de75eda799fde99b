"""What may be wrong in the data files, each as one line for whoever edits them."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from network.occupations.matching import key_of
from network.occupations.models import Term
from network.occupations.records import Catalogue
from network.occupations.vocabulary import ASPECTS
from network.ui.text import fold

RULES = ("none", "years", "months", "yearly-duty")
BITS = range(63)  # a signed 64-bit column holds them
SPEAKERS = ("boss", "colleague", "customer")
LONGEST_SENTENCE = 90
# Grades and the hidden language of German testimonials have no place in a fixed sentence (law 5, § 109 GewO).
CODED = re.compile(
    r"\b(stets|vollste[nrms]?|zufriedenheit|bemüh\w*|pünktlich\w*|gesellig\w*|im rahmen|sehr|hervorragend\w*|tadellos\w*"
    r"|fleißig\w*|interesse|gute[nrms]?|beste[nrms]?|always|excellent|satisf\w*|punctual\w*|tried)\b",
    re.IGNORECASE,
)


def problems(made: Catalogue) -> Iterable[str]:
    """All that is wrong, in the order of the files."""
    for what, keys in {
        "field": [each.slug for each in made.fields],
        "German name": [each.names["de"] for each in made.occupations],
        "English name": [each.names["en"] for each in made.occupations],
        "bit": [each.bit for each in made.kinds],
        "code": [each.code for each in made.statements],
        "German sentence": [each.names["de"] for each in made.statements],
        "English sentence": [(each.speaker, each.names["en"]) for each in made.statements],
    }.items():
        for key, times in Counter(keys).items():
            if times > 1:
                yield f"{what} {key!r} is there {times} times"
    yield from _too_long([*made.fields, *made.occupations, *made.kinds, *made.statements])
    yield from _wrong_occupations(made)
    yield from _wrong_kinds(made)
    yield from _wrong_statements(made)


def _too_long(records: Iterable[Any]) -> Iterable[str]:
    for record in records:
        for column in record._meta.concrete_fields:
            value = getattr(record, column.attname)
            if isinstance(value, str) and column.max_length and len(value) > column.max_length:
                yield f"{value[:40]!r}: longer than {column.max_length} letters ({column.name})"
        if not all(record.names.values()):
            yield f"{record.names}: a name is empty"


def _wrong_occupations(made: Catalogue) -> Iterable[str]:
    longest = Term._meta.get_field("text").max_length or 0
    meant: dict[str, set[str]] = {}
    for slug, words in made.words.items():
        for word in words:
            meant.setdefault(key_of(word), set()).add(slug)
    for each in made.occupations:
        if not re.fullmatch(r"[1-9]\d{3}[1-4]", each.kldb):
            yield f"{each.slug}: KldB 2010 codes have 5 digits and end in 1 to 4, this is {each.kldb!r}"
        if made.field_of.get(each.group) is None:
            yield f"{each.slug}: its group {each.group!r} is not the slug of an occupation"
        elif made.field_of[each.group] != made.field_of[each.slug]:  # the search looks for a group in one field alone
            yield f"{each.slug}: its group {each.group!r} is in another field"
        if others := meant.get(fold(each.slug), set()) - {each.slug}:
            yield f"{each.slug}: whoever types this slug may mean {', '.join(sorted(others))}"
        for word in made.words[each.slug]:
            if not key_of(word) or len(word) > longest:
                yield f"{each.slug}: nobody can find {word!r}"


def _wrong_kinds(made: Catalogue) -> Iterable[str]:
    for each in made.kinds:
        if each.bit not in BITS:
            yield f"{each.slug}: bit {each.bit} is not from 0 to 62"
        if each.rule not in RULES:
            yield f"{each.slug}: rule {each.rule!r} is none of {', '.join(RULES)}"
        if bool(each.amount) != (each.rule in ("years", "months")):
            yield f"{each.slug}: amount goes with the rules years and months, and only with them"
        if bool(each.old_before) != bool(each.old_until):
            yield f"{each.slug}: old_before and old_until go together"


def _wrong_statements(made: Catalogue) -> Iterable[str]:
    aspects = {aspect.slug for aspect in ASPECTS}
    known = {"*", *made.field_of, *(each.slug for each in made.fields)}
    for each in made.statements:
        if each.aspect not in aspects:
            yield f"{each.code}: aspect {each.aspect!r} is none of {', '.join(sorted(aspects))}"
        if each.speaker not in SPEAKERS:
            yield f"{each.code}: nobody speaks as {each.speaker!r}"
        if unknown := set(each.fits) - known:
            yield f"{each.code}: fits {', '.join(sorted(unknown))}, which is no field and no occupation"
        for sentence in each.names.values():
            if len(sentence) > LONGEST_SENTENCE:
                yield f"{each.code}: {sentence!r} is longer than {LONGEST_SENTENCE} letters"
            if found := CODED.search(sentence):
                yield f"{each.code}: {found.group()!r} grades or hides something"
