"""The committed postcodes."""

from math import acos, cos, radians, sin

import pytest
from django.db.models import Count, F

from network.places import actions, neighbours
from network.places.lands import SHORT
from network.places.models import Near, Place, Town

pytestmark = pytest.mark.usefixtures("germany")


def test_count():
    assert Place.objects.count() == 8157


def test_all_lie_in_germany():
    inside = Place.objects.filter(lat__range=(47.2, 55.1), lon__range=(5.8, 15.1))
    assert inside.count() == Place.objects.count()


@pytest.mark.parametrize(
    ("postcode", "town", "land", "lat", "lon"),
    [
        ("90762", "Fürth", "Bayern", 49.47, 10.99),
        ("10115", "Berlin", "Berlin", 52.53, 13.38),
        ("99084", "Erfurt", "Thüringen", 50.98, 11.03),
        ("01445", "Radebeul", "Sachsen", 51.11, 13.64),
        ("84109", "Wörth an der Isar", "Bayern", 48.62, 12.34),
    ],
)
def test_examples(postcode, town, land, lat, lon):
    place = Place.objects.get(postcode=postcode)
    assert (place.name, place.state) == (town, land)
    assert (place.lat, place.lon) == pytest.approx((lat, lon), abs=0.02)


def test_lands_are_the_16():
    assert set(Place.objects.values_list("state", flat=True)) == set(SHORT)


def test_names_are_clean():
    names = set(Place.objects.values_list("name", flat=True)) | set(Town.objects.values_list("name", flat=True))
    odd = [name for name in names if "," in name or ("." in name and not name.startswith(("St. ", "Hann. ")))]
    assert odd == []


def test_no_town_repeats_its_place():
    assert Town.objects.filter(name=F("place__name"), state=F("place__state")).count() == 0
    assert not Town.objects.values("place", "name", "state").annotate(n=Count("pk")).filter(n__gt=1).exists()


def test_again_changes_nothing():
    origin = Place.objects.get(postcode="90762")
    neighbours.ensure(origin)
    before = list(Place.objects.values_list()), list(Town.objects.order_by("pk").values_list()), Near.objects.count()
    assert actions.load() == actions.Loaded(created=0, changed=0, same=8157, unknown=0)
    after = list(Place.objects.values_list()), list(Town.objects.order_by("pk").values_list()), Near.objects.count()
    assert before == after


def brute_force_km(a, b):
    """The same distance by another formula (law of cosines)."""
    inner = sin(radians(a.lat)) * sin(radians(b.lat)) + cos(radians(a.lat)) * cos(radians(b.lat)) * cos(
        radians(a.lon - b.lon)
    )
    return 6371 * acos(min(1.0, inner))


@pytest.mark.parametrize("postcode", ["90762", "10115", "25980", "87561", "52538"])
def test_neighbours_equal_brute_force(postcode):
    origin = Place.objects.get(postcode=postcode)
    neighbours.ensure(origin)
    stored = dict(Near.objects.filter(origin=origin).values_list("place", "km"))
    wanted = {place.pk: far for place in Place.objects.all() if (far := brute_force_km(origin, place)) <= 100}
    assert stored.keys() == wanted.keys()
    assert all(abs(stored[pk] - far) < 0.1 for pk, far in wanted.items())
    assert stored[origin.pk] == 0
