"""Finding occupations and qualification kinds by what people type, and the statements that fit."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from threading import Lock
from typing import Generic, TypeVar

from django.db.models import Model, Prefetch

from network.occupations.matching import Hit, Index
from network.occupations.models import Field, Occupation, QualificationKind, Statement, Term
from network.occupations.vocabulary import ASPECTS
from network.ui.kept import Kept
from network.ui.text import fold

T = TypeVar("T", bound=Model)
_IN_ORDER = Prefetch("terms", Term.objects.order_by("pk"))


class _Held(Generic[T]):
    """An index kept in this process for as long as the same things are current. Asking costs one small query."""

    def __init__(self, model: type[T], build: Callable[[], Index[T]]) -> None:
        self.model, self.build = model, build
        self.seal: tuple[tuple[int, str], ...] = ()
        self.index: Index[T] | None = None
        self.lock = Lock()

    def get(self) -> Index[T]:
        current = self.model._default_manager.filter(current=True)
        seal = tuple(current.order_by("pk").values_list("pk", "slug"))
        with self.lock:
            if self.index is None or seal != self.seal:
                self.index, self.seal = self.build(), seal
            return self.index

    def forget(self) -> None:
        with self.lock:
            self.index = None


def _build_occupations() -> Index[Occupation]:
    occupations = (
        Occupation.objects.filter(current=True).select_related("field").prefetch_related(_IN_ORDER).order_by("pk")
    )
    return Index(
        (each, [*each.names.values(), each.slug], [*each.names.values(), *(term.text for term in each.terms.all())])
        for each in occupations
    )


def _build_qualifications() -> Index[QualificationKind]:
    kinds = QualificationKind.objects.filter(current=True).order_by("bit")
    return Index((each, [*each.names.values(), each.slug], [*each.names.values(), *each.aliases]) for each in kinds)


_occupations = _Held(Occupation, _build_occupations)
_qualifications = _Held(QualificationKind, _build_qualifications)


_kept_occupations = Kept(lambda: Occupation.objects.select_related("field"), "slug", "pk")
_kept_kinds = Kept(lambda: QualificationKind.objects.filter(current=True), "slug")
_kept_statements = Kept(Statement.objects.all, "code")
_fields: dict[str, Field] = {}


def occupations_called(slugs: Iterable[str]) -> dict[str, Occupation]:
    """By slug, retired ones too, each with its field."""
    return _kept_occupations.by("slug", slugs)


def occupations_by_id(ids: Iterable[int]) -> dict[int, Occupation]:
    """The same by id."""
    return _kept_occupations.by("pk", ids)


def fields() -> dict[str, Field]:
    """Every field by slug, in their order. Kept in this process as soon as there are any."""
    if not _fields:
        _fields.update({each.slug: each for each in Field.objects.all()})
    return _fields


def kinds_called(slugs: Iterable[str]) -> dict[str, QualificationKind]:
    """By slug, current ones alone."""
    return _kept_kinds.by("slug", slugs)


def statements_called(codes: Iterable[str]) -> dict[str, Statement]:
    """By code, retired ones too."""
    return _kept_statements.by("code", codes)


def forget() -> None:
    """Ask for everything anew at the next question: the catalogue has changed."""
    _fields.clear()
    for each in (_kept_occupations, _kept_kinds, _kept_statements, _occupations, _qualifications):
        each.forget()


def occupation_hits(text: str) -> list[Hit[Occupation]]:
    """What a text may mean and how well it fits, best first."""
    return _occupations.get().hits(text)


def qualification_hits(text: str) -> list[Hit[QualificationKind]]:
    """What a text may mean and how well it fits, best first."""
    return _qualifications.get().hits(text)


def find(text: str, limit: int = 8) -> list[Occupation]:
    """The current occupations a text may mean, best first: "Krankenschwester" -> [Pflegefachkraft, ...]."""
    return [hit.thing for hit in occupation_hits(text)[:limit]]


def find_qualifications(text: str, limit: int = 8) -> list[QualificationKind]:
    """The current kinds of qualification a text may mean, best first: "Gabelstapler" -> [Staplerschein, ...]."""
    return [hit.thing for hit in qualification_hits(text)[:limit]]


def fields_with_occupations() -> list[tuple[Field, list[Occupation]]]:
    """Every field that has current occupations, with them, by name in the reader's language."""
    found = Occupation.objects.filter(current=True).select_related("field").order_by("field__order")
    return [
        (field, sorted(each, key=lambda one: fold(str(one)))) for field, each in groupby(found, lambda one: one.field)
    ]


def all_qualifications() -> list[QualificationKind]:
    """Every current kind, by name in the reader's language."""
    return sorted(QualificationKind.objects.filter(current=True), key=lambda kind: fold(str(kind)))


def kinds() -> list[QualificationKind]:
    """Every current kind, by bit. Kept in this process for as long as the same ones are current: one small query."""
    return _qualifications.get().things


# What fits the occupation itself is ahead of what fits its field by one round, and that of what fits everybody.
_AHEAD = (2, 1, 0)


def statements_for(occupation: Occupation, speaker: str = "boss") -> list[Statement]:
    """The statements this speaker may tick for the occupation, those that tell most first.

    In rounds, one of each aspect: whoever reads only the first ones sees craft as well as people, safety and handing over.
    """
    aspects = [aspect.slug for aspect in ASPECTS]
    scopes = [occupation.slug, occupation.field.slug, "*"]
    found = [
        (next(at for at, scope in enumerate(scopes) if scope in each.fits), each)
        for each in Statement.objects.filter(retired=False, speaker=speaker).order_by("pk")
        if any(scope in each.fits for scope in scopes)
    ]
    taken: Counter[str] = Counter()
    rounds: list[tuple[int, int, int, Statement]] = []
    for scope, each in sorted(found, key=lambda row: row[0]):
        rounds.append((taken[each.aspect] - _AHEAD[scope], scope, aspects.index(each.aspect), each))
        taken[each.aspect] += 1
    return [row[-1] for row in sorted(rounds, key=lambda row: row[:3])]
