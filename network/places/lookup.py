"""What people mean when they type a place: a postcode, a town, a town with its Land."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from network.places.distance import km
from network.places.folding import key
from network.places.models import Place, Town
from network.places.names import LONGEST, Fit, Name, Typed
from network.ui.kept import Kept

ONE_TOWN_KM = 25  # postcodes of one name and Land this close to each other are one town
BIG_TOWN = 5  # postcodes; a single one far off is then an exclave (Hamburg's Neuwerk), not a namesake
TOO_MANY = 40  # towns that only begin with a word: "Bad" says too little to choose from


@dataclass(frozen=True)
class Choice:
    """One town that may be meant. `place` is its most central postcode; `label`, typed, means it again."""

    place: Place
    name: str
    label: str
    postcodes: tuple[str, ...]


@dataclass(frozen=True)
class Meaning:
    """`sure`: what the text says; more than one are namesakes. `similar`: what it may be the beginning of."""

    sure: list[Choice]
    similar: list[Choice]


@dataclass(frozen=True)
class _Spot:
    """A name at a postcode; `own` when the postcode is named so."""

    name: str
    land: str
    place: Place
    own: bool


def find(text: str) -> list[Choice]:
    """The towns that the text names, the biggest first; [] when it names none. At most 2 queries."""
    return understand(text).sure


def suggest(text: str, limit: int = 8) -> list[Choice]:
    """What the text names or may become when more is typed; postcodes when it begins with digits. At most 2 queries."""
    typed = Typed(text[:LONGEST])
    if typed.digits and not typed.words:
        places = Place.objects.with_beginning(typed.digits)[:limit]
        return [_as_postcode(place, str(place)) for place in places]
    meaning = understand(text)
    return [*meaning.sure, *meaning.similar][:limit]


def understand(text: str) -> Meaning:
    """Everything the text may mean. Five digits anywhere in it are a postcode and decide alone. At most 2 queries."""
    typed = Typed(text[:LONGEST])
    if len(typed.digits) == 5:
        return Meaning([_as_postcode(place) for place in _kept.by("postcode", [typed.digits]).values()], [])
    if not typed.first:
        return Meaning([], [])
    fits: dict[Fit, list[_Spot]] = defaultdict(list)
    for spot in _spots(typed.first):
        fits[typed.fit(Name.of(spot.name), spot.land)].append(spot)
    ordered = [(fit, _choices(fits[fit])) for fit in Fit if fit is not Fit.NOT and fit in fits]
    best, first = ordered[0] if ordered else (Fit.NOT, [])
    rest = [choice for _, choices in ordered[1:] for choice in choices]
    if best > Fit.INSIDE or (best is Fit.LEADS and len(first) > TOO_MANY):
        return Meaning([], [*first, *rest])
    return Meaning(first, rest)


_kept = Kept(Place.objects.all, "postcode", "pk")


def places_by_id(ids: Iterable[int]) -> dict[int, Place]:
    """Kept in this process, see forget()."""
    return _kept.by("pk", ids)


def forget() -> None:
    """Ask for every place anew: they have changed."""
    _kept.forget()


def _spots(beginning: str) -> Iterable[_Spot]:
    for place in Place.objects.with_key(beginning):
        yield _Spot(place.name, place.state, place, own=True)
    for town in Town.objects.with_key(beginning):
        yield _Spot(town.name, town.state, town.place, own=False)


def _as_postcode(place: Place, label: str = "") -> Choice:
    return Choice(place, place.name, label or _label(place.name, place.state), (place.postcode,))


def _choices(spots: Iterable[_Spot]) -> list[Choice]:
    """One choice for each town, those with most postcodes first."""
    by_name: dict[tuple[str, str], list[_Spot]] = defaultdict(list)
    for spot in spots:
        by_name[spot.name, spot.land].append(spot)
    towns = [town for same in by_name.values() for town in _towns(same)]
    towns.sort(key=lambda town: (-len(town), town[0].name, town[0].land, town[0].place.postcode))
    namesakes = Counter(meant for town in towns for meant in _also_means(town[0]))
    return [_choice(town, namesakes) for town in towns]


def _also_means(spot: _Spot) -> list[tuple[object, str]]:
    """What, typed with the Land, would mean this town: "Neustadt" means Neustadt an der Aisch too."""
    name = Name.of(spot.name)
    return [(name, spot.land), *([(Name(name.base, ()), spot.land)] if name.qualifier else [])]


def _choice(town: Sequence[_Spot], namesakes: Counter[tuple[object, str]]) -> Choice:
    """Labelled with the Land, and with the postcode where the Land is not enough."""
    first, place = town[0], _central(town)
    alone = namesakes[Name.of(first.name), first.land] == 1
    label = _label(first.name, first.land, "" if alone else place.postcode)
    return Choice(place, first.name, label, tuple(sorted({spot.place.postcode for spot in town})))


def _label(name: str, land: str, postcode: str = "") -> str:
    says_land = f" {key(name)}".endswith(f" {key(land)}")  # "Hamburg", "Neustadt (Hessen)"
    more = [part for part in ("" if says_land else land, postcode) if part]
    if not more:
        return name
    return f"{name}, {', '.join(more)}" if "(" in name else f"{name} ({', '.join(more)})"


def _towns(spots: list[_Spot]) -> list[list[_Spot]]:
    """Spots of one name and Land, parted where more than 25 km lie between; a big town's exclaves are left out."""
    towns: list[list[_Spot]] = []
    left = list(spots)
    while left:
        town = [left.pop(0)]
        for member in town:  # grows while it is read
            near = [spot for spot in left if _km(member.place, spot.place) <= ONE_TOWN_KM]
            town += near
            left = [spot for spot in left if spot not in near] if near else left
        towns.append(town)
    biggest = max(map(len, towns))
    return [town for town in towns if biggest < BIG_TOWN or len(town) > 1]


def _central(town: Sequence[_Spot]) -> Place:
    """The postcode nearest to the middle of all, one that bears the town's name if there is any."""
    lat = median(spot.place.lat for spot in town)
    lon = median(spot.place.lon for spot in town)
    own = [spot.place for spot in town if spot.own] or [spot.place for spot in town]
    return min(own, key=lambda place: (km(lat, lon, place.lat, place.lon), place.postcode))


def _km(one: Place, other: Place) -> float:
    return km(one.lat, one.lon, other.lat, other.lon)
