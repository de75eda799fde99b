"""The question "what do you do?" as a form: text, and a choice below it."""

import pytest
from django import forms

from network.occupations.fields import OccupationField, QualificationField
from network.occupations.models import Occupation
from network.ui.choosing import Candidate, ChoosingField, Typed


class AskForm(forms.Form):
    work = OccupationField(label="What do you do?", error_messages={"required": "Enter your occupation"})
    paper = QualificationField(label="Which proof?", required=False)


def _ask(**data: str) -> AskForm:
    return AskForm({key.replace("_", "-"): value for key, value in data.items()})


def _chosen(form: AskForm) -> str:
    assert form.is_valid(), form.errors
    return form.cleaned_data["work"].slug


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("elektrika", "elektroniker-energie-gebaeudetechnik"),
        ("Elektroniker/in für Energie- und Gebäudetechnik", "elektroniker-energie-gebaeudetechnik"),
        ("elektroniker-energie-gebaeudetechnik", "elektroniker-energie-gebaeudetechnik"),
        ("Krankenschwester", "pflegefachkraft"),
        ("Altenpflegerin", "altenpfleger"),
        ("Gabelstapler", "staplerfahrer"),
        ("Backer", "baecker"),
        ("dachdeck", "dachdecker"),
        ("Klempner/in (Dach und Blech)", "bauklempner"),
    ],
)
def test_clear_word_is_taken(catalogue, typed, slug):
    assert _chosen(_ask(work=typed)) == slug


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        *(
            (typed, "several")
            for typed in ("Polier", "Klempner", "Klempner/in", "elektroniker", "Elektirker", "helfer")
        ),
        ("Reise", "guess"),  # one that is only similar
    ],
)
def test_unclear_word_is_kept_and_offered(catalogue, typed, asked):
    form = _ask(work=typed)
    assert form.errors["work"] == [OccupationField.default_error_messages[asked]]
    page = str(form["work"])
    assert f'value="{typed}"' in page
    assert 'type="radio" name="work-choice"' in page
    assert page.count('type="radio"') <= 8
    assert " checked" not in page


def test_choice_below_the_text_is_taken_and_stays_chosen(catalogue):
    form = _ask(work="Polier", work_choice="polier-tiefbau", paper="no such paper")
    assert not form.is_valid()
    assert form.cleaned_data["work"].slug == "polier-tiefbau"
    page = str(form["work"])
    assert 'value="Polier"' in page
    assert page.index('value="polier-tiefbau"') < page.index(" checked")
    assert page.count(" checked") == 1


@pytest.mark.parametrize("choice", ["maurer", "nobody", "'--", "polier-tiefbau "])
def test_choice_that_does_not_fit_the_text_does_not_count(catalogue, choice):
    form = _ask(work="Polier", work_choice=choice)
    assert form.errors["work"] == [OccupationField.default_error_messages["several"]]


def test_new_text_wins_over_an_old_choice(catalogue):
    assert _chosen(_ask(work="Maurer", work_choice="polier-tiefbau")) == "maurer"


def test_unknown_word_is_kept_and_leads_to_the_list(catalogue):
    form = _ask(work="Drachenzähmer")
    assert form.errors["work"] == [OccupationField.default_error_messages["unknown"]]
    page = str(form["work"])
    assert 'value="Drachenzähmer"' in page
    assert 'href="/occupations/"' in page
    assert 'type="radio"' not in page


def test_nothing_typed_says_so_or_is_none(catalogue):
    form = _ask(work=" ")
    assert form.errors["work"] == ["Enter your occupation"]
    assert form.cleaned_data["paper"] is None


@pytest.mark.parametrize("typed", ["a\x00b", "x" * 121])
def test_strange_text_is_refused_without_a_question_to_the_database(db, typed, django_assert_num_queries):
    with django_assert_num_queries(0):
        form = AskForm({"work": typed})
        assert not form.is_valid()
        assert str(form["work"])


def test_typed_text_is_escaped(catalogue):
    page = str(_ask(work='"><script>alert(1)</script>')["work"])
    assert "<script>" not in page


def test_initial_is_shown_by_name_and_is_no_change(catalogue):
    polier = Occupation.objects.get(slug="polier-tiefbau")
    form = AskForm({"work": str(polier)}, initial={"work": polier})
    assert f'value="{polier}"' in str(AskForm(initial={"work": polier})["work"])
    assert 'type="radio"' not in str(AskForm(initial={"work": polier})["work"])
    assert form.is_valid()
    assert not form.has_changed()
    assert AskForm({"work": "Maurer"}, initial={"work": polier}).has_changed()
    assert AskForm({"work": "Drachenzähmer"}, initial={"work": polier}).has_changed()


def test_every_name_typed_back_finds_itself_alone(catalogue):
    for each in Occupation.objects.order_by("pk")[::5]:
        for name in (*each.names.values(), each.slug):
            assert [found.found for found in OccupationField().candidates(name)] == [each], name


def test_input_suggests_and_can_be_described(catalogue):
    page = str(AskForm()["work"])
    assert 'data-suggest="/occupations/suggest/"' in page
    assert 'autocomplete="off"' in page
    assert 'class="input"' in page
    assert 'data-suggest="/qualifications/suggest/"' in str(AskForm()["paper"])


def test_qualification_field_takes_everyday_words(catalogue):
    form = _ask(work="Maurer", paper="Gabelstapler")
    assert form.is_valid()
    assert form.cleaned_data["paper"].slug == "staplerschein"


def test_field_works_in_a_prefixed_form(catalogue):
    form = AskForm({"a-work": "Polier", "a-work-choice": "polier-hochbau"}, prefix="a")
    assert form.is_valid()
    assert form.cleaned_data["work"].slug == "polier-hochbau"


def test_candidates_can_be_given_as_a_function():
    field = ChoosingField(candidates=lambda text: [Candidate("1", "One", 1)] if text == "one" else [])
    assert field.clean(Typed("one")) == 1
    assert field.clean("one") == 1
    with pytest.raises(forms.ValidationError):
        field.clean(Typed("two"))
