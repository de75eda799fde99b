"""What an address says more than once, sorted: what the catalogue knows by its slug, and what was typed beside it."""

from dataclasses import dataclass, field
from typing import Any

from django.core.validators import slug_re
from django.http import QueryDict

from network.occupations import lookup
from network.occupations.fields import OccupationField, QualificationField
from network.occupations.models import Occupation, QualificationKind
from network.search.criteria import USUAL_RADIUS
from network.ui.choosing import Candidate

MOST_OCCUPATIONS = 5


class SearchedOccupation(OccupationField):
    """Also takes the slug, as links carry it."""

    known: dict[str, Occupation]

    def candidates(self, text: str) -> list[Candidate]:
        occupation = self.known.get(text)
        return [Candidate(occupation.slug, str(occupation), occupation)] if occupation else super().candidates(text)


class SearchedQualification(QualificationField):
    """Also takes the slug, as links carry it."""

    known: dict[str, QualificationKind]

    def candidates(self, text: str) -> list[Candidate]:
        kind = self.known.get(text)
        return [Candidate(kind.slug, str(kind), kind)] if kind else super().candidates(text)


@dataclass
class Sorted:
    """`data` is for the fields; `chosen` are boxes to untick; `known` is what the fields may name by slug."""

    data: QueryDict | None = None
    chosen: dict[str, list[Any]] = field(
        default_factory=lambda: {"occupation": [], "qualification": [], "language": []}
    )
    known: dict[str, dict[str, Any]] = field(default_factory=lambda: {"occupation": {}, "qualification": {}})


def sort_out(query: QueryDict) -> Sorted:
    """What the address names is known in this process, or asked for. An address without radius means the usual one."""
    data = query.copy()
    if not data.get("radius"):
        data["radius"] = str(USUAL_RADIUS)
    found = Sorted(data)
    if named := _slugs(query, "occupation"):
        found.known["occupation"] = lookup.occupations_called(named[: MOST_OCCUPATIONS + 1])
    found.known["qualification"] = lookup.kinds_called(_slugs(query, "qualification"))
    for name, known in found.known.items():
        _take(found, data, name, known, values(query, name))
    return found


def values(query: Any, name: str) -> list[str]:
    """All that is said under this name, without what is empty."""
    return [each.strip() for each in query.getlist(name) if each.strip()]


def _slugs(query: Any, name: str) -> list[str]:
    """Those that may be one: words need not be asked for, and a NUL must not."""
    return [each for each in values(query, name) if slug_re.fullmatch(each)]


def _take(found: Sorted, data: QueryDict, name: str, known: dict[str, Any], said: list[str]) -> None:
    """One occupation alone stands in its field by name. Several are boxes to untick, and the field is free for another."""
    slugs = list(dict.fromkeys(each for each in said if each in known))
    strange = next((each for each in said if each not in known), "")
    alone = name == "occupation" and len(slugs) == 1 and not strange
    found.chosen[name] = [] if alone else [known[each] for each in slugs]
    data[name] = slugs[0] if alone else strange
