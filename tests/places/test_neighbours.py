from network.places import neighbours
from network.places.models import Near, Place
from tests import factories


def test_neighbours_twice_asks_once(fuerth, nuernberg, django_assert_num_queries):
    neighbours.ensure(fuerth)
    before = list(Near.objects.order_by("km").values_list("origin", "place", "km"))
    with django_assert_num_queries(1):
        neighbours.ensure(fuerth)
    assert list(Near.objects.order_by("km").values_list("origin", "place", "km")) == before
    assert len(before) == 2


def test_neighbours_written_by_another_at_the_same_moment(fuerth, nuernberg, monkeypatch):
    within_reach = neighbours.within_reach

    def other_was_faster(place):
        rows = within_reach(place)
        Near.objects.bulk_create(Near(origin=place, place_id=pk, km=km) for pk, km in rows)
        return rows

    monkeypatch.setattr(neighbours, "within_reach", other_was_faster)
    neighbours.ensure(fuerth)
    assert Near.objects.filter(origin=fuerth).count() == 2


def test_neighbours_are_those_of_where_a_place_lies_now(fuerth, nuernberg):
    """The one at hand may have been kept by a process that began before the postcodes were loaded anew."""
    Place.objects.filter(pk=fuerth.pk).update(lat=53.5)
    neighbours.ensure(fuerth)
    assert list(Near.objects.filter(origin=fuerth).values_list("place", flat=True)) == [fuerth.pk]


def test_neighbours_of_a_lonely_place_is_itself(db):
    island = factories.make_place("27498", "Helgoland", 54.18, 7.89)
    neighbours.ensure(island)
    assert list(Near.objects.values_list("origin", "place", "km")) == [(island.pk, island.pk, 0)]


def test_neighbours_at_the_same_spot_have_each_other(db):
    here, there = (factories.make_place(code, "Ort", 50.0, 9.0) for code in ("10001", "10002"))
    neighbours.ensure(here)
    assert dict(Near.objects.filter(origin=here).values_list("place", "km")) == {here.pk: 0, there.pk: 0}


def test_with_neighbours_goes_outwards(fuerth, nuernberg):
    factories.make_place("10115", "Berlin", 52.53, 13.38)
    found = Place.objects.with_neighbours(fuerth)
    assert [(place.postcode, round(place.km)) for place in found] == [("90762", 0), ("90402", 7)]
    assert not found.filter(km__gt=25).exists()
