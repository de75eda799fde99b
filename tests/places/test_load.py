import gzip
from io import StringIO

import pytest
from django.core.management import call_command

from network.places import actions, lookup, neighbours
from network.places.models import Near, Place, Town
from tests import factories


@pytest.fixture
def file(tmp_path):
    """Writes a small file of postcodes and returns its path."""

    def write(*rows):
        path = tmp_path / "postcodes.csv.gz"
        path.write_bytes(gzip.compress("\n".join(["postcode,name,state,lat,lon", *rows]).encode()))
        return path

    return write


FUERTH = "90762,Fürth,Bayern,49.47,10.99"


def test_load_keeps_a_place_that_is_used(db, file):
    gone = factories.make_place("99999", "Früher", 50.0, 10.0)
    employer = factories.make_employer("Elektro Brandt", gone)
    assert actions.load(file=file(FUERTH)) == actions.Loaded(created=1, changed=0, same=0, unknown=1)
    employer.refresh_from_db()
    assert employer.place == gone


def test_load_moved_place_keeps_its_id_and_forgets_neighbours(fuerth, file):
    neighbours.ensure(fuerth)
    done = actions.load(file=file("90762,Fürth,Bayern,49.5,11.0"))
    assert (done.created, done.changed) == (0, 1)
    assert Place.objects.get(pk=fuerth.pk).lat == 49.5
    assert not Near.objects.exists()


def test_load_moved_place_is_the_one_that_is_found_then(fuerth, file):
    assert lookup.find("90762")[0].place.lat == fuerth.lat
    actions.load(file=file("90762,Fürth,Bayern,49.5,11.0"))
    assert lookup.find("90762")[0].place.lat == 49.5


def test_load_towns_follow_the_file(db, file):
    actions.load(file=file("01561,Großenhain,Sachsen,51.3,13.5", "01561,Priestewitz,Sachsen,51.3,13.5"))
    assert [(town.name, town.key) for town in Town.objects.all()] == [("Priestewitz", "priestewitz")]
    actions.load(file=file("01561,Großenhain,Sachsen,51.3,13.5", "01561,Thiendorf,Sachsen,51.3,13.5"))
    assert list(Town.objects.values_list("name", flat=True)) == ["Thiendorf"]


def test_load_broken_file_changes_nothing(fuerth, file):
    with pytest.raises(ValueError):
        actions.load(file=file("90762,Anders,Bayern,49.47,10.99", "10115,Berlin,Berlin,north,13.4"))
    assert Place.objects.get().name == "Fürth"


def test_command_says_what_it_did(monkeypatch):
    monkeypatch.setattr(actions, "load", lambda: actions.Loaded(created=1, changed=0, same=0, unknown=1))
    out = StringIO()
    call_command("load_places", stdout=out)
    assert out.getvalue() == "Places: 1 new, 0 changed, 0 as before.\n1 are not in the file and stay.\n"
