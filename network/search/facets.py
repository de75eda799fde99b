"""How many there would be with one condition more or a wider radius, each as a link. Counts see whom the list sees (law 4)."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, CharField, Count, F, QuerySet, TextField, Value, When
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from network.employers.viewer import Viewer
from network.occupations import lookup, vocabulary
from network.places import neighbours
from network.places.models import Near
from network.profiles.querysets import MAX_KM
from network.search import conditions
from network.search.criteria import RADII, Criteria
from network.search.hits import matching

OCCUPATIONS, PAPERS, SHIFTS, RADIUS = "occupations", "papers", "shifts", "radius"
MOST = 12  # of each kind; who needs another one types it


@dataclass(frozen=True)
class Link:
    words: str
    total: int
    url: str


@dataclass(frozen=True)
class Facets:
    """Each list begins with what most have; radii with the nearest. Empty where nothing would change."""

    total: int
    occupations: list[Link]
    papers: list[Link]
    shifts: list[Link]
    radii: list[Link]


def facets(viewer: Viewer, wanted: Criteria) -> Facets:
    """Three statements at most, however many people there are, and two more where nobody has searched from here before."""
    counted = _counted(viewer, wanted)
    if not counted and not Near.objects.filter(origin=wanted.place).exists():
        neighbours.ensure(wanted.place)
        counted = _counted(viewer, wanted)
    total = sum(counted[PAPERS].values())
    return Facets(
        total,
        _occupations(wanted, counted[OCCUPATIONS]),
        _papers(wanted, counted[PAPERS], total),
        _shifts(wanted, counted[SHIFTS], total),
        _radii(wanted, counted[RADIUS], total),
    )


def _counted(viewer: Viewer, wanted: Criteria) -> dict[str, Counter[str]]:
    """How many say the same, of each kind."""
    kinds = [PAPERS]
    kinds += [OCCUPATIONS] if wanted.field else []
    kinds += [SHIFTS] if viewer.checked else []
    kinds += [RADIUS] if wanted.radius < MAX_KM else []
    first, *others = (by_kind(viewer, wanted, kind) for kind in kinds)
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, value, number in first.union(*others, all=True).order_by():
        counted[kind][value] += number
    return counted


def by_kind(viewer: Viewer, wanted: Criteria, kind: str) -> "QuerySet[Any, Any]":
    """(kind, what people say, how many say it), in no order. Radii are counted as far as anybody can search."""
    people = matching(viewer, wanted, MAX_KM if kind == RADIUS else None).order_by()
    said = people.annotate(kind=Value(kind, CharField()), said=Cast(_SAID[kind], TextField()))
    rows: QuerySet[Any, Any] = said.values("kind", "said").annotate(number=Count("pk"))
    return rows.values_list("kind", "said", "number")


_SAID: dict[str, Any] = {
    OCCUPATIONS: F("group"),
    PAPERS: F("quals"),
    SHIFTS: F("shifts"),
    RADIUS: Case(*(When(km__lte=km, then=Value(km)) for km in RADII)),
}


def _occupations(wanted: Criteria, counted: Counter[str]) -> list[Link]:
    if len(counted) < 2:
        return []
    most = dict(counted.most_common(MOST))
    leading = lookup.occupations_called(most)
    return [
        Link(str(leading[group]), number, replace(wanted, occupations=(leading[group],), field=None).address())
        for group, number in most.items()
        if group in leading
    ]


def _papers(wanted: Criteria, counted: Counter[str], total: int) -> list[Link]:
    chosen = {each.value for each in wanted.conditions if each.name == "qualification"}
    kinds = [kind for kind in lookup.kinds() if kind.slug not in chosen]
    having = [(kind, _with_bit(counted, kind.bit)) for kind in kinds]
    return _links(wanted, [(conditions.qualification(kind), number) for kind, number in having], total)


def _shifts(wanted: Criteria, counted: Counter[str], total: int) -> list[Link]:
    chosen = {each.value for each in wanted.conditions if each.name == "shift"}
    entries = [each for each in vocabulary.SHIFTS if each.slug not in chosen]
    having = [(conditions.shift(each), _with_bit(counted, each.bit)) for each in entries]
    return _links(wanted, having, total)


def _with_bit(counted: Counter[str], bit: int) -> int:
    return sum(number for bits, number in counted.items() if int(bits) >> bit & 1)


def _links(wanted: Criteria, having: "list[tuple[conditions.Condition, int]]", total: int) -> list[Link]:
    """Those that would leave somebody and take somebody away."""
    telling = [(each, number) for each, number in having if 0 < number < total]
    telling.sort(key=lambda pair: -pair[1])
    return [Link(each.words, number, wanted.having(each).address()) for each, number in telling[:MOST]]


def _radii(wanted: Criteria, counted: Counter[str], total: int) -> list[Link]:
    """How many more, for each larger radius that brings somebody."""
    links, more = [], -total
    for km in RADII:
        more += counted[str(km)]
        if km > wanted.radius and counted[str(km)]:
            words = _("Within %(km)d kilometres") % {"km": km}
            links.append(Link(words, more, replace(wanted, radius=km).address()))
    return links
