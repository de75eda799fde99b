"""Typing an employer's name."""

import pytest

from network.employers import lookup
from network.employers.fields import EmployerField
from network.ui.choosing import Typed
from tests import factories


@pytest.mark.parametrize(
    "text", ["Elektro Brandt", "elek", "brandt", "ELEKTRO BRANDT GmbH", "Elektro Brandt, Fürth", "elektro brandt, fue"]
)
def test_employer_is_found_however_it_is_typed(brandt, talheim, text):
    assert lookup.find(text) == [brandt]


@pytest.mark.parametrize(
    "text", ["", "e", "xyz", "randt", "Elektro Brandt, Nürnberg", "%", "_lektro", "brandt' OR 1=1"]
)
def test_nothing_is_found_where_nothing_fits(brandt, text):
    assert lookup.find(text) == []


def test_unchecked_employers_are_found_too(fuerth):
    employer = factories.make_employer("Malerbetrieb Kunz", fuerth, checked=False)
    assert lookup.find("maler") == [employer]


def test_town_comes_first_then_the_beginning_then_the_name(fuerth, nuernberg):
    far = factories.make_employer("Brandt Bau", nuernberg)
    word = factories.make_employer("Auto Brandt", nuernberg)
    near = factories.make_employer("Zimmerei Brandt", fuerth)
    assert lookup.find("brandt") == [far, word, near]
    assert lookup.find("brandt", place=fuerth) == [near, far, word]


def test_at_most_eight_in_one_query(fuerth, django_assert_num_queries):
    for number in range(20):
        factories.make_employer(f"Bau {number:02}", fuerth)
    with django_assert_num_queries(1):
        found = [lookup.label(each) for each in lookup.find("bau")]
    assert found == [f"Bau {number:02}, Fürth" for number in range(8)]


def test_label_finds_its_employer_again(brandt, nuernberg):
    factories.make_employer("Elektro Brandt", nuernberg)
    field = EmployerField()
    assert field.clean(Typed("elektro brandt, fürth")) == brandt
    assert len(lookup.find("Elektro Brandt")) == 2


def test_name_with_a_comma_is_a_name(fuerth):
    employer = factories.make_employer("Müller, Söhne & Co", fuerth)
    employer.key = "mueller soehne co"
    employer.save()
    assert lookup.find("Müller, Söhne") == [employer]


def test_suggestions_are_public(client, brandt):
    answer = client.get("/employers/suggest/", {"q": "brandt"})
    assert answer.json() == [{"value": "Elektro Brandt, Fürth", "label": "90762"}]


def test_suggestions_are_throttled(client, brandt, monkeypatch):
    from accounts import throttle
    from network.employers import throttles

    monkeypatch.setattr(throttles, "SUGGEST", throttle.Limit("suggest-test", "1/m"))
    assert client.get("/employers/suggest/?q=brandt").status_code == 200
    assert client.get("/employers/suggest/?q=brandt").status_code == 429
