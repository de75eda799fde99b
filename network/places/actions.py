"""Bringing the postcodes in."""

import csv
import gzip
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from network.places import lookup, neighbours
from network.places.folding import key
from network.places.models import Place, Town

FILE = Path(__file__).parent / "data" / "postcodes.csv.gz"
COPIED = ("name", "key", "state", "lat", "lon")


@dataclass(frozen=True)
class Loaded:
    """How many places were new, changed, as before, and in the database but not in the file (they stay)."""

    created: int
    changed: int
    same: int
    unknown: int


@transaction.atomic
def load(*, file: Path = FILE) -> Loaded:
    """Makes places and towns as the file has them. Removes no place. A second run changes nothing."""
    places, towns = _read(file)
    old = Place.objects.in_bulk(field_name="postcode")
    new = [place for postcode, place in places.items() if postcode not in old]
    moved = [
        old[postcode] for postcode, place in places.items() if postcode in old and _take_over(old[postcode], place)
    ]
    Place.objects.bulk_create(new, batch_size=1000)
    Place.objects.bulk_update(moved, COPIED, batch_size=100)
    _load_towns(towns)
    if new or moved:
        neighbours.forget()
        lookup.forget()
    unknown = len(old.keys() - places.keys())
    return Loaded(len(new), len(moved), len(old) - len(moved) - unknown, unknown)


def _read(file: Path) -> tuple[dict[str, Place], list[tuple[str, str, str]]]:
    """Places by postcode, and further towns as (postcode, name, Land)."""
    places: dict[str, Place] = {}
    towns = []
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["postcode"] in places:
                towns.append((row["postcode"], row["name"], row["state"]))
            else:
                places[row["postcode"]] = Place(
                    postcode=row["postcode"],
                    name=row["name"],
                    key=key(row["name"]),
                    state=row["state"],
                    lat=float(row["lat"]),
                    lon=float(row["lon"]),
                )
    return places, towns


def _take_over(old: Place, new: Place) -> bool:
    """Copies what differs; True when anything did."""
    differing = [name for name in COPIED if getattr(old, name) != getattr(new, name)]
    for name in differing:
        setattr(old, name, getattr(new, name))
    return bool(differing)


def _load_towns(towns: list[tuple[str, str, str]]) -> None:
    """Nothing refers to a town, so those that are gone from the file go."""
    ids = dict(Place.objects.values_list("postcode", "pk"))
    wanted = {(ids[postcode], name, state) for postcode, name, state in towns}
    there = {
        (place, name, state): pk for pk, place, name, state in Town.objects.values_list("pk", "place", "name", "state")
    }
    gone = [pk for town, pk in there.items() if town not in wanted]
    for start in range(0, len(gone), 500):
        Town.objects.filter(pk__in=gone[start : start + 500]).delete()
    new = [
        Town(place_id=place, name=name, key=key(name), state=state)
        for place, name, state in sorted(wanted - there.keys())
    ]
    Town.objects.bulk_create(new, batch_size=1000)
