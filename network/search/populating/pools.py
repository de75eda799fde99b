"""Where people are drawn from: a pool names its values as often as they are common, and two random bytes name one of them.

A stock is what several columns say together, so that the drawing has to name one number for all of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

from django.utils import timezone

from network.occupations import vocabulary
from network.occupations.models import Occupation
from network.occupations.validity import after_months
from network.places.distance import RADII, USUAL_RADIUS
from network.places.models import Place
from network.profiles import copies
from network.profiles.models import Profile
from network.search.populating import words
from network.search.populating.lives import Row, stored

SLOTS = 1 << 16
EACH = 1 << 11  # rows of a stock
ZIPF = 0.9  # how much more common the most common occupations are
# 85 % are found by a search; the others show themselves to nobody, or by link.
SHOWN = {"everyone": 60, "employers": 25, "off": 10, "link": 5}
GOALS = {"open": 62, "keep": 24, "side": 6, "training": 3, "later": 5}
USUAL = 4  # times as common as any other radius
CITY = 3  # times as many people have a postcode of a town with several: 20,000, and 6,700 where it is the only one (estimated)
YEARS = 3  # within which they came, and last changed something

Value = TypeVar("Value")


class Pool(Generic[Value]):
    """`weights` say how common the values are; without them all are alike. What is rarer than one of SLOTS may be missing."""

    def __init__(self, values: Iterable[Value], weights: Iterable[float] | None = None) -> None:
        values = list(values)
        sums = list(accumulate(weights or [1] * len(values)))
        self.slots: list[Value] = []
        for value, until in zip(values, sums, strict=True):
            self.slots += [value] * (round(until * SLOTS / sums[-1]) - len(self.slots))

    def draw(self, rng: Random, number: int) -> list[Value]:
        return list(map(self.slots.__getitem__, memoryview(rng.randbytes(2 * number)).cast("H")))


@dataclass(frozen=True)
class Stock:
    """Some columns of profiles, as they are stored. The place in the list is the number of a row."""

    columns: tuple[str, ...]
    rows: list[Row]


def occupations(every: Sequence[Occupation], lives: dict[int, int]) -> Pool[tuple[int, int]]:
    """The most common one first. Each as its number, with that of the first life in its field."""
    weights = [1 / rank**ZIPF for rank in range(1, len(every) + 1)]
    return Pool([(at, lives[each.field_id]) for at, each in enumerate(every)], weights)


def places(every: Sequence[Place]) -> Pool[int]:
    """Keys of places."""
    towns: dict[tuple[str, str], int] = {}
    for each in every:
        towns[each.name, each.state] = towns.get((each.name, each.state), 0) + 1
    return Pool([each.pk for each in every], [CITY if towns[each.name, each.state] > 1 else 1 for each in every])


def jobs(every: Sequence[Occupation]) -> Stock:
    columns = ("occupation_id", "field_id", "group")
    return _stock(columns, [Profile(occupation=each, field_id=each.field_id, group=each.group) for each in every])


def names(rng: Random) -> Stock:
    """With the languages that go with them; every tenth has a partner's name from elsewhere."""
    made = []
    for origin in _shared({each: each.share for each in words.ORIGINS}, rng):
        family = rng.choice(words.ORIGINS) if rng.random() < 0.1 else origin
        name = f"{rng.choice(origin.first.split('|'))} {rng.choice(family.last.split('|'))}"
        made.append(Profile(name=name, languages=rng.choice(origin.speaks)))
    return _stock(("name", "languages"), made)


def ways(rng: Random) -> Stock:
    """Of working."""
    radii = [radius for radius in RADII for _ in range(USUAL if radius == USUAL_RADIUS else 1)]
    made = [
        Profile(
            radius_km=rng.choice(radii),
            shifts=vocabulary.bits_of(rng.choice(words.SHIFTS)),
            licences=vocabulary.bits_of(rng.choice(words.LICENCES), vocabulary.LICENCES),
            hours=rng.choice(words.HOURS),
            montage=rng.choice(words.MONTAGE),
            notice=rng.choice(words.NOTICES),
        )
        for _each in range(EACH)
    ]
    return _stock(("radius_km", "shifts", "licences", "hours", "montage", "notice"), made)


def wishes(rng: Random, occupation: Occupation, place: Place, today: date) -> Stock:
    """What the page says, and what the rules make of it."""
    made, month = [], today.replace(day=1)
    for visibility, goal in zip(_shared(SHOWN, rng), _shared(GOALS, rng), strict=True):
        profile = Profile(name="Muster", occupation=occupation, place=place, visibility=visibility, goal=goal)
        if goal == Profile.Goal.LATER:
            profile.resting_until = after_months(month, rng.randint(1, 12))
        elif goal == Profile.Goal.OPEN:
            profile.available_from = rng.choice([None, after_months(month, rng.randint(-2, 6))])
        for name, value in copies.from_answers(profile, today).items():
            setattr(profile, name, value)
        made.append(profile)
    return _stock(
        ("visibility", "goal", "available_from", "resting_until", "searchable", "public", "open"),
        made,
    )


def moments(rng: Random, today: date) -> Stock:
    """When they came, when they last changed something, and when they last said their times of work."""
    made = []
    for _each in range(EACH):
        days = sorted(rng.randint(1, YEARS * 365) for _ in range(2))
        changed, created = (
            timezone.make_aware(datetime.combine(today - timedelta(days=each), time(rng.randint(6, 22))))
            for each in days
        )
        made.append(Profile(created_at=created, changed_at=changed, moved_at=changed, available_said=changed.date()))
    return _stock(("created_at", "changed_at", "moved_at", "available_said"), made)


def _stock(columns: tuple[str, ...], profiles: list[Profile]) -> Stock:
    return Stock(columns, [tuple(stored(each, columns).values()) for each in profiles])


def _shared(shares: dict[Value, int], rng: Random) -> list[Value]:
    """As many as a stock has, each value exactly as often as its share says, in any order."""
    made = Pool(shares, shares.values()).slots[:: SLOTS // EACH]
    rng.shuffle(made)
    return made
