"""Writing the catalogue. Only the data files change it, through sync()."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from network.occupations import catalogue, lookup
from network.occupations.catalogue import CatalogueError
from network.occupations.matching import key_of
from network.occupations.models import Field, Occupation, QualificationKind, Statement, Term
from network.occupations.records import Catalogue


@dataclass(frozen=True)
class Synced:
    """How many of each there are now, and how many were retired just now."""

    fields: int
    occupations: int
    words: int
    kinds: int
    statements: int
    retired: int


def sync(folder: Path = catalogue.DATA) -> Synced:
    """Bring the database to what the data files say. What is gone from them is retired, never deleted. Doing it again changes nothing.

    Raises CatalogueError if the files are wrong, a bit was moved or used again, or a sentence was changed; then nothing is written.
    """
    made = catalogue.read(folder)
    _refuse_moved_bits(made)
    _refuse_changed_sentences(made)
    with transaction.atomic():
        _save_fields(made)
        _save_occupations(made)
        words = _save_words(made)
        _save_kinds(made)
        _save_statements(made)
        retired = _retire(made)
    lookup.forget()
    return Synced(len(made.fields), len(made.occupations), words, len(made.kinds), len(made.statements), retired)


def _refuse_moved_bits(made: Catalogue) -> None:
    """Profiles store sums of bits, so a bit means one kind for ever."""
    used = {bit: slug for slug, bit in QualificationKind.objects.values_list("slug", "bit")}
    had = {slug: bit for bit, slug in used.items()}
    problems = [
        f"{kind.slug}: bit {kind.bit} belongs to {used[kind.bit]}, take one that was never used"
        for kind in made.kinds
        if used.get(kind.bit, kind.slug) != kind.slug
    ]
    problems += [
        f"{kind.slug}: its bit is {had[kind.slug]} and stays so, not {kind.bit}"
        for kind in made.kinds
        if had.get(kind.slug, kind.bit) != kind.bit
    ]
    if problems:
        raise CatalogueError(problems)


def _refuse_changed_sentences(made: Catalogue) -> None:
    """References hold codes, so a code means one sentence for ever, said by one kind of speaker."""
    had = {each.code: (each.speaker, each.names) for each in Statement.objects.all()}
    problems = [
        f"{each.code}: its sentence is {had[each.code][1]['de']!r} and stays so, a better one gets a new code"
        for each in made.statements
        if had.get(each.code, (each.speaker, each.names)) != (each.speaker, each.names)
    ]
    if problems:
        raise CatalogueError(problems)


def _save_fields(made: Catalogue) -> None:
    Field.objects.bulk_create(
        made.fields, update_conflicts=True, unique_fields=["slug"], update_fields=["names", "care", "order"]
    )


def _save_occupations(made: Catalogue) -> None:
    field_ids = dict(Field.objects.values_list("slug", "pk"))
    for each in made.occupations:
        each.field_id = field_ids[made.field_of[each.slug]]
    Occupation.objects.bulk_create(
        made.occupations,
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["field", "kldb", "level", "group", "names", "pieces", "current"],
    )


def _save_words(made: Catalogue) -> int:
    ids = dict(Occupation.objects.values_list("slug", "pk"))
    wanted = dict.fromkeys((ids[slug], text) for slug, words in made.words.items() for text in words)  # keeps the order
    there = {(at, text): pk for pk, at, text in Term.objects.values_list("pk", "occupation_id", "text")}
    gone = [pk for each, pk in there.items() if each not in wanted]
    Term.objects.filter(pk__in=gone).delete()
    new = [each for each in wanted if each not in there]
    Term.objects.bulk_create([Term(occupation_id=at, text=text, key=key_of(text)) for at, text in new])
    return len(wanted)


def _save_kinds(made: Catalogue) -> None:
    QualificationKind.objects.bulk_create(
        made.kinds,
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=[
            *("names", "rule", "amount", "duty_months", "old_before", "old_until"),
            *("bound_to_firm", "note", "source", "aliases", "current"),
        ],
    )


def _save_statements(made: Catalogue) -> None:
    Statement.objects.bulk_create(
        made.statements,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["speaker", "aspect", "fits", "names", "retired"],
    )


def _retire(made: Catalogue) -> int:
    occupations = Occupation.objects.filter(current=True).exclude(slug__in=[each.slug for each in made.occupations])
    kinds = QualificationKind.objects.filter(current=True).exclude(slug__in=[each.slug for each in made.kinds])
    statements = Statement.objects.filter(retired=False).exclude(code__in=[each.code for each in made.statements])
    return occupations.update(current=False) + kinds.update(current=False) + statements.update(retired=True)
