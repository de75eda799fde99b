import pytest
from django import forms

from network.places.fields import PlaceField
from network.places.models import Place

pytestmark = pytest.mark.usefixtures("germany")


class Form(forms.Form):
    name = forms.CharField()
    place = PlaceField(label="Ort")


def sent(text, choice=None, name="Anna"):
    data = {"name": name, "place": text}
    if choice is not None:
        data["place-choice"] = choice
    return Form(data)


@pytest.mark.parametrize(("text", "postcode"), [(" 9 07 62 ", "90762"), ("Erfurt", "99086"), ("Fürth (Hess)", "64658")])
def test_place_clear_is_accepted(text, postcode):
    form = sent(text)
    assert form.is_valid()
    assert form.cleaned_data["place"] == Place.objects.get(postcode=postcode)


def test_place_namesakes_ask_and_keep_the_text():
    form = sent("Fürth")
    assert form.errors["place"] == [PlaceField.default_error_messages["several"]]
    html = str(form["place"])
    assert 'value="Fürth"' in html
    assert html.count('type="radio"') == 2
    assert "Fürth (Bayern)" in html
    assert "Fürth (Hessen)" in html
    assert " checked" not in html


def test_place_choice_below_the_text_counts():
    form = sent("Fürth", choice="64658")
    assert form.is_valid()
    assert form.cleaned_data["place"].state == "Hessen"


def test_place_choice_is_kept_when_another_field_is_wrong():
    html = str(sent("Fürth", choice="64658", name="")["place"])
    assert html.count(" checked") == 1


def test_place_choice_of_an_older_text_does_not_count():
    form = sent("Erlangen", choice="64658")
    assert form.is_valid()
    assert form.cleaned_data["place"].name == "Erlangen"


@pytest.mark.parametrize("choice", ["10115", "", "x", "<script>"])
def test_place_choice_that_was_not_offered_asks_again(choice):
    assert not sent("Fürth", choice=choice).is_valid()


def test_place_half_a_name_asks_even_for_one():
    form = sent("Nürnb")
    assert not form.is_valid()
    assert "Nürnberg (Bayern)" in str(form["place"])
    assert sent("Nürnb", choice=Place.objects.get(postcode="90459").postcode).is_valid()


@pytest.mark.parametrize(
    "text", ["12345", "Qwertz", "<script>alert(1)</script>", "'; DROP TABLE x; --", "\x01", "x" * 5000]
)
def test_place_unknown_says_so_and_is_harmless(text):
    form = sent(text)
    assert len(form.errors["place"]) == 1
    html = str(form["place"])
    assert "<script>" not in html
    assert 'type="radio"' not in html


@pytest.mark.parametrize("text", ["12345", "Qwertz", "x" * 5000])
def test_place_unknown_names_the_way_out(text):
    assert PlaceField.default_error_messages["unknown"] in sent(text).errors["place"]


def test_place_nothing_asks_for_one():
    assert sent("  ").errors["place"] == [PlaceField.default_error_messages["required"]]


def test_place_optional_may_be_empty():
    assert PlaceField(required=False).clean("") is None


def test_place_initial_shows_postcode_and_name():
    form = Form(initial={"place": Place.objects.get(postcode="90762")})
    assert 'value="90762 Fürth"' in str(form["place"])


def test_place_unchanged_is_not_a_change():
    place = Place.objects.get(postcode="90762")
    same = Form({"name": "", "place": "90762 Fürth"}, initial={"name": "", "place": place})
    other = Form({"name": "", "place": "Erlangen"}, initial={"name": "", "place": place})
    assert "place" not in same.changed_data
    assert "place" in other.changed_data


def test_place_further_town_stays_as_typed():
    form = sent("Priestewitz", name="")
    assert form.is_valid() is False
    assert 'value="01561 Priestewitz"' in str(form["place"])


def test_place_page_with_question_asks_little(django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        form = sent("Neustadt")
        assert str(form["place"]).count('type="radio"') == 16
