"""Reads the data files and checks them. Nothing here touches the database."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from network.occupations.matching import key_of
from network.occupations.models import Field, Occupation, QualificationKind, Statement, Term
from network.occupations.vocabulary import ASPECTS
from network.ui.text import fold

DATA = Path(__file__).parent / "data"
RULES = ("none", "years", "months", "yearly-duty")
BITS = range(63)  # a signed 64-bit column holds them
LONGEST_SENTENCE = 90
# Grades and the hidden language of German testimonials have no place in a fixed sentence (law 5, § 109 GewO).
CODED = re.compile(
    r"\b(stets|vollste[nrms]?|zufriedenheit|bemüh\w*|pünktlich\w*|gesellig\w*|im rahmen|sehr|hervorragend\w*|tadellos\w*"
    r"|fleißig\w*|interesse|gute[nrms]?|beste[nrms]?|always|excellent|satisf\w*|punctual\w*|tried)\b",
    re.IGNORECASE,
)


class CatalogueError(Exception):
    """The data files are wrong. `problems` says what, one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass
class Catalogue:
    """Unsaved records. Occupations carry their field's slug in `field_of`, terms wait in `words`."""

    fields: list[Field] = field(default_factory=list)
    occupations: list[Occupation] = field(default_factory=list)
    field_of: dict[str, str] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    kinds: list[QualificationKind] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def read(folder: Path = DATA) -> Catalogue:
    """The catalogue as the files say. Raises CatalogueError with every problem found."""
    try:
        made = _build(folder)
    except KeyError as missing:
        raise CatalogueError([f"an entry lacks {missing}"]) from missing
    except tomllib.TOMLDecodeError as broken:
        raise CatalogueError([f"a file is not TOML: {broken}"]) from broken
    if problems := list(_problems(made)):
        raise CatalogueError(problems)
    return made


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _names(entry: dict[str, Any]) -> dict[str, str]:
    return {"de": entry["de"], "en": entry["en"]}


def _build(folder: Path) -> Catalogue:
    made = Catalogue()
    for order, (slug, entry) in enumerate(_load(folder / "fields.toml").items(), 1):
        made.fields.append(Field(slug=slug, names=_names(entry), care=entry.get("care", False), order=order))
        for name, occupation in _load(folder / "occupations" / f"{slug}.toml").items():
            _add_occupation(made, slug, name, occupation)
    for slug, entry in _load(folder / "qualifications.toml").items():
        made.kinds.append(_kind(slug, entry))
    for aspect, sentences in _load(folder / "statements.toml").items():
        for code, entry in sentences.items():
            made.statements.append(
                Statement(code=f"{aspect}.{code}", aspect=aspect, fits=entry["fits"], names=_names(entry))
            )
    return made


def _add_occupation(made: Catalogue, field_slug: str, slug: str, entry: dict[str, Any]) -> None:
    if slug in made.words:
        raise CatalogueError([f"{slug}: is in two files"])
    group = entry.get("group", slug)
    level = int(entry["kldb"][-1:] or 0)
    made.occupations.append(
        Occupation(
            slug=slug,
            kldb=entry["kldb"],
            level=level,
            group=group,
            names=_names(entry),
            pieces=entry.get("pieces", False),
            current=True,
        )
    )
    made.field_of[slug] = field_slug
    by_key: dict[str, str] = {}
    for text in (*_names(entry).values(), *entry.get("forms", []), *entry["words"]):
        by_key.setdefault(key_of(text), text)
    made.words[slug] = list(by_key.values())


def _kind(slug: str, entry: dict[str, Any]) -> QualificationKind:
    return QualificationKind(
        slug=slug,
        bit=entry["bit"],
        names=_names(entry),
        rule=entry["rule"],
        amount=entry.get("amount"),
        duty_months=entry.get("duty_months", 12 if entry["rule"] == "yearly-duty" else None),
        old_before=entry.get("old_before"),
        old_until=entry.get("old_until"),
        bound_to_firm=entry.get("bound_to_firm", False),
        note=_names(entry["note"]),
        source=entry["source"],
        aliases=entry["words"],
        current=True,
    )


def _problems(made: Catalogue) -> Iterable[str]:
    for what, keys in {
        "field": [each.slug for each in made.fields],
        "German name": [each.names["de"] for each in made.occupations],
        "English name": [each.names["en"] for each in made.occupations],
        "bit": [each.bit for each in made.kinds],
        "sentence": [each.names["de"] for each in made.statements],
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
        if unknown := set(each.fits) - known:
            yield f"{each.code}: fits {', '.join(sorted(unknown))}, which is no field and no occupation"
        for sentence in each.names.values():
            if len(sentence) > LONGEST_SENTENCE:
                yield f"{each.code}: {sentence!r} is longer than {LONGEST_SENTENCE} letters"
            if found := CODED.search(sentence):
                yield f"{each.code}: {found.group()!r} grades or hides something"
