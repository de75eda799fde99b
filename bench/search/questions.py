"""The questions that are measured: nine fixed ones and sixty drawn at random, as criteria of the search and as plain numbers."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from django.utils import timezone

from network.employers.viewer import Viewer
from network.occupations import vocabulary
from network.occupations.lookup import kinds
from network.occupations.models import Occupation
from network.occupations.validity import after_months
from network.places.models import Place
from network.profiles.models import Profile
from network.search import conditions
from network.search.criteria import NEWEST, RADII, Criteria
from network.search.facets import OCCUPATIONS, PAPERS

VIEWER = Viewer(user_id=0, roots=frozenset({1}), checked=True, recruits=True, employers=frozenset({1}))
RANDOM = 60


@dataclass(frozen=True)
class Question:
    """`facet` counts by occupation or by paper instead of listing."""

    name: str
    said: str
    wanted: Criteria
    page: int = 1
    facet: str = ""


def fixed() -> list[Question]:
    """The nine of the design. X is the second most common occupation, rare the last one; both are the same in any size of the same seed."""
    ranked = by_rank()
    x, common, rare = ranked[1], ranked[0], ranked[-1]
    fuerth, berlin, village = (Place.objects.get(postcode=each) for each in ("90762", "10115", "17252"))
    care = Occupation.objects.get(slug="pflegefachkraft").field
    night = conditions.shift(next(each for each in vocabulary.SHIFTS if each.slug == "night"))
    paper = conditions.qualification(kinds()[0])
    some = conditions.reference(conditions.ANY_REFERENCE)
    near = Criteria(fuerth, 25, (x,))
    return [
        Question("q1", "one occupation, 25 km", near),
        Question(
            "q2",
            "field, 50 km, night, paper, reference, newest",
            Criteria(berlin, 50, field=care, conditions=(night, paper, some), sort=NEWEST),
        ),
        Question("q3", "one occupation, 100 km", Criteria(fuerth, 100, (x,))),
        Question("q4", "rare occupation in the country, 30 km", Criteria(village, 30, (rare,))),
        Question("q5", "most common occupation, page 20", Criteria(fuerth, 25, (common,)), page=20),
        Question("q6", "whole field, 100 km, newest", Criteria(fuerth, 100, field=x.field, sort=NEWEST)),
        Question("q7a", "count by occupation, field, 25 km", Criteria(fuerth, 25, field=x.field), facet=OCCUPATIONS),
        Question("q7b", "count by paper, one occupation, 25 km", near, facet=PAPERS),
        Question("q7c", "count by paper, field, 100 km", Criteria(fuerth, 100, field=x.field), facet=PAPERS),
    ]


def drawn() -> list[Question]:
    """Sixty of every kind, the same each time."""
    draw, today = Random(60), timezone.localdate()
    places = list(Place.objects.order_by("postcode"))
    ranked, papers = by_rank(), kinds()
    made = []
    for number in range(RANDOM):
        job = ranked[int(len(ranked) * draw.random() ** 2)]
        whole = draw.random() < 0.2
        several = tuple({job, draw.choice(ranked)}) if draw.random() < 0.1 else (job,)
        possible = [
            conditions.shift(draw.choice(vocabulary.SHIFTS)),
            conditions.qualification(draw.choice(papers)),
            conditions.reference(draw.choice((conditions.ANY_REFERENCE, conditions.CHECKED_REFERENCE))),
            conditions.fresh(draw.choice(conditions.FRESH), today),
            conditions.years(draw.choice(conditions.YEARS)),
            conditions.hours(draw.choice((20, 30, 40))),
            conditions.licence(draw.choice(vocabulary.LICENCES)),
            conditions.montage(),
        ]
        made.append(
            Question(
                f"r{number}",
                "drawn",
                Criteria(
                    draw.choice(places),
                    draw.choice(RADII),
                    () if whole else several,
                    field=job.field if whole else None,
                    conditions=tuple(draw.sample(possible, draw.choice((0, 0, 1, 1, 2, 3)))),
                    sort=draw.choice(("distance", "distance", NEWEST)),
                ),
                page=draw.choice((1, 1, 1, 2, 5)),
            )
        )
    return made


def by_rank() -> list[Occupation]:
    """One occupation of each group, the most common first, as `populate` with this seed dealt them out."""
    counted = Counter(Profile.objects.order_by("pk").values_list("group", flat=True)[:200_000])
    leading: dict[str, Occupation] = {}
    for each in Occupation.objects.filter(current=True).select_related("field").order_by("pk"):
        leading.setdefault(each.group, each)
    return sorted(leading.values(), key=lambda each: (-counted[each.group], each.slug))


def plain(asked: Question, kept: date) -> dict[str, Any]:
    """The same for engines that know no Django: numbers, masks and days."""
    wanted = asked.wanted
    by_name = {kind.slug: kind.bit for kind in kinds()}
    return {
        "name": asked.name,
        "lat": wanted.place.lat,
        "lon": wanted.place.lon,
        "place": wanted.place.pk,
        "km": wanted.radius,
        "groups": wanted.groups,
        "field": wanted.field.pk if wanted.field else None,
        "newest": wanted.sort == NEWEST,
        "page": asked.page,
        "facet": asked.facet,
        "conditions": [_plain(each.name, each.value, by_name, kept) for each in wanted.conditions],
    }


def _plain(name: str, value: str, bits: dict[str, int], today: date) -> tuple[str, str, Any]:
    """(column, how, number or day): "all" these bits, "any" of them, "least" so much, "least-or-none"."""
    read: dict[str, Callable[[], tuple[str, str, Any]]] = {
        "shift": lambda: ("shifts", "all", vocabulary.bits_of([value], vocabulary.SHIFTS)),
        "qualification": lambda: ("quals", "all", 1 << bits[value]),
        "licence": lambda: ("licences", "any", _licences(value)),
        "fresh": lambda: ("last_confirmed", "least", after_months(today, -int(value)).isoformat()),
        "reference": lambda: ("checked_refs" if value == conditions.CHECKED_REFERENCE else "refs", "least", 1),
        "montage": lambda: ("montage", "least", 1),
        "years": lambda: ("vouched_months", "least", 12 * int(value)),
        "hours": lambda: ("hours", "least-or-none", int(value)),
    }
    return read[name]()


def _licences(slug: str) -> int:
    return vocabulary.bits_of([slug, *vocabulary.LICENCES_ABOVE.get(slug, ())], vocabulary.LICENCES)
