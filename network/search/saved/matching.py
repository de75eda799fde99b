"""The question turned round: which saved searches do those who changed fit? Many searches against few people, in few statements.

Each changed person is one bit. Whom a condition, an occupation group, a radius or a firm's block lets through is one sum of bits, asked
of the database once, however many searches name it; a search is the bits that all of its parts have in common. So the answer for each is
exactly that of the search itself (tests/search/test_saved_matching.py).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from network.places import neighbours
from network.places.models import Near, Place
from network.profiles.models import Block, Profile
from network.profiles.querysets import MAX_KM, ProfileQuerySet
from network.search.models import SavedSearch
from network.search.saved.reading import condition_of

AT_ONCE = 500  # towns whose neighbours are read together


@dataclass
class Changed:
    """Those who changed and can be found by members of checked employers. Bit n stands for pks[n], oldest change first."""

    rows: ProfileQuerySet
    pks: list[int] = field(default_factory=list)
    moved: list[datetime] = field(default_factory=list)
    groups: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    fields: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    places: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    bits: dict[int, int] = field(default_factory=dict)

    @property
    def everybody(self) -> int:
        return (1 << len(self.pks)) - 1

    def since(self, moment: datetime) -> int:
        """Who changed after it."""
        return self.everybody >> (first := bisect_right(self.moved, moment)) << first

    def named(self, bits: int) -> list[int]:
        """Steps from one to the next: few of many fit."""
        found = []
        while bits:
            last = bits & -bits
            found.append(self.pks[last.bit_length() - 1])
            bits ^= last
        return found


def changed(after: datetime, until: datetime) -> Changed:
    """Who changed in this time and is open for offers and in the search now."""
    people = Profile.objects.filter(moved_at__gt=after, moved_at__lte=until, searchable=True, open=True)
    found = Changed(people)
    columns = ("pk", "moved_at", "group", "field_id", "place_id", "radius_km")
    for number, row in enumerate(people.order_by("moved_at", "pk").values_list(*columns)):
        pk, moved, group, area, place, radius = row
        found.pks.append(pk)
        found.moved.append(moved)
        found.bits[pk] = bit = 1 << number
        found.groups[group] |= bit
        found.fields[area or 0] |= bit
        found.places[place or 0][radius] |= bit
    return found


def matches(
    searches: Iterable[SavedSearch], roots: dict[int, frozenset[int]], people: Changed, today: date
) -> Iterator[tuple[SavedSearch, list[int]]]:
    """Each search that somebody of these fits, with their ids. `roots`: by id of a person the families of employers it belongs to."""
    every = sorted(searches, key=lambda search: search.place_id)
    asked = _asked(every, people, today)
    hidden = _hidden(people)
    since: dict[datetime, int] = {}
    for here in _by_towns(every):
        inside = _inside(here, people)
        for search in here:
            bits = inside.get((search.place_id, search.radius), 0)
            if not bits:
                continue
            if search.last_run not in since:
                since[search.last_run] = people.since(search.last_run)
            bits &= since[search.last_run] & _working(search, people)
            for name, value in search.conditions:
                bits &= asked[name, value]
            for root in roots.get(search.user_id, ()):
                bits &= ~hidden.get(root, 0)
            if bits:
                yield search, people.named(bits)


def _by_towns(searches: list[SavedSearch]) -> Iterator[list[SavedSearch]]:
    """Parts with a few hundred towns each, so that what is kept of their neighbours stays small."""
    part: list[SavedSearch] = []
    towns: set[int] = set()
    for search in searches:
        if len(towns) == AT_ONCE and search.place_id not in towns:
            yield part
            part, towns = [], set()
        part.append(search)
        towns.add(search.place_id)
    if part:
        yield part


def _working(search: SavedSearch, people: Changed) -> int:
    if search.field_id:
        return people.fields.get(search.field_id, 0)
    found = 0
    for group in search.groups:
        found |= people.groups.get(group, 0)
    return found


def _asked(searches: list[SavedSearch], people: Changed, today: date) -> dict[tuple[str, str], int]:
    """By condition who fits it: one statement for each that anybody asks."""
    every = {(name, value) for search in searches for name, value in search.conditions}
    found = {}
    for name, value in every:
        condition = condition_of(name, value, today)
        bits = 0
        if condition:
            for pk in people.rows.filter(condition.fits).values_list("pk", flat=True):
                bits |= people.bits.get(pk, 0)
        found[name, value] = bits
    return found


def _hidden(people: Changed) -> dict[int, int]:
    """By root of a family of employers who hides from it (law 4)."""
    found: dict[int, int] = defaultdict(int)
    rows = Block.objects.filter(profile__in=people.rows.values("pk"), employer__isnull=False)
    for pk, root in rows.values_list("profile_id", "employer__root_id"):
        found[root or 0] |= people.bits.get(pk, 0)
    return found


def _inside(searches: list[SavedSearch], people: Changed) -> dict[tuple[int, int], int]:
    """By town and radius who lives inside, and wants to travel as far. Both radii hold, as in the search."""
    radii: dict[int, set[int]] = defaultdict(set)
    for search in searches:
        radii[search.place_id].add(search.radius)
    _ensure(list(radii))
    found: dict[tuple[int, int], int] = defaultdict(int)
    rows = Near.objects.filter(origin__in=list(radii), km__lte=MAX_KM).order_by()
    for origin, place, km in rows.values_list("origin_id", "place_id", "km").iterator(chunk_size=5000):
        living = people.places.get(place, {})
        bits = 0
        for radius, those in living.items():
            if radius >= km:
                bits |= those
        for radius in radii[origin] if bits else ():
            if km <= radius:
                found[origin, radius] |= bits
    return found


def _ensure(origins: list[int]) -> None:
    """Neighbours may have been forgotten since the search was saved: places were loaded anew."""
    there = set(Near.objects.filter(origin__in=origins, km__lte=0).values_list("origin_id", flat=True))
    for place in Place.objects.filter(pk__in=set(origins) - there):
        neighbours.ensure(place)
