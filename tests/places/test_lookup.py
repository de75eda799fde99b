import pytest

from network.places import lookup
from network.places.models import Place
from tests import factories

pytestmark = pytest.mark.usefixtures("germany")


def labels(text):
    return [choice.label for choice in lookup.find(text)]


@pytest.mark.parametrize("text", ["90762", " 9 07 62 ", "D-90762", "90762 Fürth", "DE 90762", "90.762"])
def test_postcode_is_read_however_written(text):
    (only,) = lookup.find(text)
    assert (only.place.postcode, only.label) == ("90762", "Fürth (Bayern)")


@pytest.mark.parametrize("text", ["Fürth", "fuerth", "FÜRTH", " fürth "])
def test_namesakes_are_several(text):
    assert labels(text) == ["Fürth (Bayern)", "Fürth (Hessen)"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Fürth (Bay)", "Fürth (Bayern)"),
        ("Fürth Bayern", "Fürth (Bayern)"),
        ("Fürth, Hess.", "Fürth (Hessen)"),
        ("Frankfurt am Main", "Frankfurt am Main (Hessen)"),
        ("Frankfurt/Main", "Frankfurt am Main (Hessen)"),
        ("Frankfurt a.M.", "Frankfurt am Main (Hessen)"),
        ("Frankfurt Hessen", "Frankfurt am Main (Hessen)"),
        ("Frankfurt (Oder)", "Frankfurt (Oder), Brandenburg"),
        ("Münster NRW", "Münster (Nordrhein-Westfalen)"),
        ("Halle Sachs-Anh", "Halle (Saale), Sachsen-Anhalt"),
        ("St. Ingbert", "St. Ingbert (Saarland)"),
        ("Sankt Ingbert", "St. Ingbert (Saarland)"),
        ("St Augustin", "Sankt Augustin (Nordrhein-Westfalen)"),
        ("Rothenburg o.d.T.", "Rothenburg ob der Tauber (Bayern)"),
        ("Mühldorf a. Inn", "Mühldorf am Inn (Bayern)"),
        ("Neustadt in Sachsen", "Neustadt in Sachsen"),
        ("Garmisch", "Garmisch-Partenkirchen (Bayern)"),
        ("Berlin-Kreuzberg", "Berlin"),
        ("An der Schmücke", "An der Schmücke (Thüringen)"),
        ("Hamburg", "Hamburg"),
    ],
)
def test_town_is_found_alone(text, label):
    assert labels(text) == [label]


def test_town_with_many_postcodes_is_one_choice():
    (berlin,) = lookup.find("Berlin")
    assert len(berlin.postcodes) > 150
    assert berlin.place.postcode == "10963"  # in the middle, not the first
    assert berlin.postcodes[0] == "10115"


def test_neustadt_offers_every_one():
    found = labels("Neustadt")
    assert len(found) == len(set(found)) == 16
    assert {"Neustadt an der Aisch (Bayern)", "Neustadt (Hessen)", "Neustadt (Dosse), Brandenburg"} <= set(found)


def test_namesakes_in_one_land_carry_the_postcode():
    assert {"Halle (Niedersachsen, 37620)", "Halle (Niedersachsen, 49843)"} < set(labels("Halle"))


@pytest.mark.parametrize(
    "text", ["Neustadt", "Neuenkirchen", "Hausen", "Berg", "Mühlhausen", "Frankfurt", "Königstein"]
)
def test_each_label_typed_means_its_place_alone(text):
    for choice in lookup.find(text):
        (only,) = lookup.find(choice.label)
        assert only.place == choice.place


def test_further_town_of_a_postcode_is_found():
    (only,) = lookup.find("Priestewitz")
    assert (only.label, str(only.place)) == ("Priestewitz (Sachsen)", "01561 Großenhain")


def test_further_town_beyond_the_border_keeps_its_land():
    assert labels("Sauerthal") == ["Sauerthal (Rheinland-Pfalz)"]  # its postcode belongs to Lorch in Hessen


@pytest.mark.parametrize(
    "text", ["", " ", "F", "12345", "9076", "Wien", "xyz", "\x00", "%", "_", "' OR 1=1", "<b>", "ü" * 9999]
)
def test_nonsense_finds_nothing(text):
    assert lookup.find(text) == []


@pytest.mark.parametrize("text", ["Nürnb", "Berlin Kreuzberg", "Bad", "Fürther"])
def test_half_a_name_is_no_find(text):
    assert lookup.find(text) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("fue", "Fürth (Bayern)"),
        ("Nürnb", "Nürnberg (Bayern)"),
        ("Berlin Kreuzberg", "Berlin"),
        ("9076", "90762 Fürth"),
        ("frankfurt a", "Frankfurt am Main (Hessen)"),
    ],
)
def test_suggest_completes(text, first):
    assert lookup.suggest(text)[0].label == first


@pytest.mark.parametrize("text", ["bad", "1", "st", "neu"])
def test_suggest_keeps_the_limit(text):
    assert len(lookup.suggest(text)) == 8
    assert len(lookup.suggest(text, limit=3)) == 3


@pytest.mark.parametrize(
    ("text", "queries"), [("90762", 1), ("Berlin", 2), ("Neustadt (Bayern)", 2), ("xyz", 2), ("", 0)]
)
def test_lookup_asks_little(django_assert_num_queries, text, queries):
    with django_assert_num_queries(queries):
        lookup.find(text)
    with django_assert_num_queries(queries):
        lookup.suggest(text)


def test_namesakes_apart_by_25_km_are_two():
    for postcode, lat in (("99001", 47.3), ("99002", 47.4), ("99003", 48.0)):
        factories.make_place(postcode, "Handschlagen", lat, 10.0)
    assert labels("Handschlagen") == ["Handschlagen (Bayern, 99001)", "Handschlagen (Bayern, 99003)"]


def test_exclave_of_a_big_town_is_no_namesake():
    assert Place.objects.filter(postcode="27499", name="Hamburg").exists()  # Neuwerk, 100 km away
    assert len(lookup.find("Hamburg")) == 1
