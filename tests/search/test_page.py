"""The page and its public address (design: section 7)."""

import re

import pytest
from django.utils import timezone
from django.utils.html import escape

from network.profiles.models import Block
from tests import factories

ELEKTRO = "elektroniker-energie-gebaeudetechnik"
ADDRESS = {"postcode": "90762", "radius": "25", "occupation": ELEKTRO}


def _get(client, status=200, **query):
    response = client.get("/search/", query)
    assert response.status_code == status
    return response


def _text(response) -> str:
    return response.content.decode()


@pytest.fixture(autouse=True)
def _english(client):
    client.cookies["django_language"] = "en"


def test_search_without_question_is_a_calm_start(client, db):
    page = _text(_get(client))
    assert "How the search works" in page
    assert "problem" not in page


def test_search_finds_anna_without_sign_in(client, anna):
    page = _text(_get(client, **ADDRESS))
    assert "1 skilled person within 25 kilometres" in page
    assert f"/p/{anna.profile.handle}/" in page
    assert "under\N{NO-BREAK SPACE}1\N{NO-BREAK SPACE}kilometre" in page


def test_search_shows_no_name_in_the_list(client, anna):
    """Law 11 and the Equal Treatment Act: the first look is at the work."""
    page = _text(_get(client, **ADDRESS))
    assert anna.profile.handle in page
    for word in ("Anna", "Gärtner", anna.email, "<img"):
        assert word not in page


@pytest.mark.parametrize("goal", ["open", "keep"])
def test_search_looks_the_same_to_a_stranger_whatever_the_goal(client, elektro, fuerth, goal):
    """Law 3: that somebody is open for offers is nothing for strangers."""
    profile = factories.make_profile(None, elektro, fuerth, goal=goal, available_from=timezone.localdate())
    page = _text(_get(client, **ADDRESS))
    assert profile.handle in page
    assert "Can start" not in page
    assert "open for offers" not in page


def test_search_of_a_blocked_member_is_that_of_nobody(client, anna, rita, talheim, brandt, nuernberg):
    """Law 4: byte for byte what stands there when nothing exists, wider radii included."""
    branch = factories.make_employer("Talheim Nord", nuernberg, parent=talheim)
    for blocked in (talheim, branch):
        Block.objects.create(profile=anna.profile, employer=blocked)
        client.force_login(rita)
        for more in ({}, {"radius": "5"}, {"page": "2"}, {"reference": "1"}):
            seen = client.get("/search/", {**ADDRESS, **more})
            anna.profile.__class__.objects.filter(pk=anna.profile.pk).update(searchable=False)
            nothing = client.get("/search/", {**ADDRESS, **more})
            anna.profile.__class__.objects.filter(pk=anna.profile.pk).update(searchable=True)
            assert seen.status_code == nothing.status_code
            assert _without_secrets(seen) == _without_secrets(nothing)
        anna.profile.blocks.all().delete()
    assert anna.profile.handle in _text(client.get("/search/", ADDRESS))


def _without_secrets(response) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", _text(response))


def test_search_shows_employers_only_profiles_to_checked_employers(client, elektro, fuerth, rita, fremder):
    profile = factories.make_profile(None, elektro, fuerth, visibility="employers")
    assert "Nobody fits here yet" in _text(_get(client, **ADDRESS))
    client.force_login(fremder)
    assert profile.handle not in _text(_get(client, **ADDRESS))
    client.force_login(rita)
    assert profile.handle in _text(_get(client, **ADDRESS))


def test_search_finds_care_occupations_as_one(client, pflege, fuerth):
    old = factories.make_occupation("altenpfleger", "Altenpfleger/in", pflege.field, "82102", "pflegefachkraft")
    profile = factories.make_profile(None, old, fuerth)
    page = _text(_get(client, postcode="90762", radius="25", occupation="pflegefachkraft"))
    assert profile.handle in page


def test_search_by_field(client, anna):
    page = _text(
        _get(client, postcode="90762", radius="25", field="elektro", occupation="", reference="", sort="distance")
    )
    assert anna.profile.handle in page


def test_typed_words_lead_to_the_address_to_share(client, anna):
    response = client.get(
        "/search/", {"postcode": "fuerth", "occupation": "Elektroniker/in Energie- und Gebäudetechnik", "page": "1"}
    )
    assert response.status_code == 302
    assert response.url == f"/search/?postcode=90762&radius=25&occupation={ELEKTRO}&page=1"
    assert client.get(response.url).status_code == 200


def test_only_with_reference_can_be_taken_off(client, anna):
    factories.make_profile(None, anna.profile.occupation, anna.profile.place, refs=1)
    page = _text(_get(client, **ADDRESS, reference="1", sort="newest"))
    assert "1 skilled person" in page
    assert escape(f"/search/?postcode=90762&radius=25&occupation={ELEKTRO}&sort=newest") in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"radius": "fünf"}, "“fünf” is no radius we know"),
        ({"radius": "-5"}, "“-5” is no radius we know"),
        ({"radius": "1000000000"}, "“1000000000” is no radius we know"),
        ({"radius": "nan"}, "“nan” is no radius we know"),
        ({"postcode": "00000"}, "We do not know this place"),
        ({"postcode": ""}, "Enter a postcode or a town"),
        ({"occupation": ""}, "Enter an occupation or choose a field"),
        ({"field": "zauberei"}, "We do not know the field “zauberei”"),
        ({"field": "pflege"}, "is not in the field"),
        ({"reference": "ja"}, "“ja” does not say whether people need a reference"),
        ({"sort": "years"}, "“years” is no order we know"),
        ({"shift": "night"}, "Only members of checked employers can search by shift."),
        ({"start": "2027-03-01"}, "Only members of checked employers can search by the day of the start."),
        ({"hours": "30"}, "Only members of checked employers can search by hours."),
        ({"qualification": "zauberschein"}, "We do not know this proof yet"),
        ({"language": "de-z9"}, "We do not know the language “de-z9”"),
        ({"language": "b2"}, "We do not know the language “b2”"),
        ({"licence": "z"}, "“z” is no driving licence we know"),
        ({"level": "9"}, "“9” is no level we know"),
        ({"years": "30"}, "“30” is no time we know"),
        ({"fresh": "-1"}, "“-1” is no time we know"),
        ({"montage": "ja"}, "“ja” does not say"),
    ],
)
def test_unknown_value_is_reported_and_nobody_shown(client, anna, pflege, query, words):
    page = _text(_get(client, **{**ADDRESS, **query}))
    assert "There is a problem" in page
    assert words in page
    assert anna.profile.handle not in page


def test_typed_values_are_kept_beside_an_error(client, anna):
    page = _text(_get(client, postcode="Fürth am Mond", radius="fünf", occupation="Weltraumfahrer<b>"))
    assert 'value="Fürth am Mond"' in page
    assert escape("Weltraumfahrer<b>") in page
    assert "<b>" not in page.split("</header>")[1].split("<form")[1].split("</form>")[0]


def test_typed_radius_order_and_field_stay_chosen_beside_an_error(client, anna):
    page = _text(_get(client, **{**ADDRESS, "radius": "fünf", "sort": "<years>", "field": "zauberei"}))
    for typed in ("fünf", escape("<years>"), "zauberei"):
        assert f'<option value="{typed}" selected>{typed}</option>' in page


def test_address_without_radius_means_twenty_five_and_says_so(client, anna):
    page = _text(_get(client, postcode="90762", occupation=ELEKTRO))
    assert "within 25 kilometres" in page
    for query in ({}, {"occupation": "Weltraum"}):
        assert '<option value="25" selected>' in _text(_get(client, **query))


def test_what_only_employers_search_by_can_be_left_out_by_one_link(client, anna):
    page = _text(_get(client, **ADDRESS, shift="night"))
    assert escape(f"/search/?postcode=90762&radius=25&occupation={ELEKTRO}") in page


@pytest.mark.parametrize("page", ["2", "1000000000", "0", "-1", "abc", "9" * 400, "١"])
def test_unknown_page_says_so(client, anna, page):
    text = _text(_get(client, 404, **ADDRESS, page=page))
    assert "There is no page" in text
    assert "To page 1" in text


def test_empty_blank_conditions_are_no_conditions(client, anna):
    _get(
        client, **ADDRESS, shift="", qualification="", language="", licence="", field="", reference="", sort="", page=""
    )


def test_nobody_here_offers_the_next_radius(client, elektro, fuerth, nuernberg):
    factories.make_profile(None, elektro, nuernberg)
    page = _text(_get(client, postcode="90762", radius="5", occupation=ELEKTRO))
    assert "Within 10 kilometres there is 1 person." in page
    assert escape(f"/search/?postcode=90762&radius=10&occupation={ELEKTRO}") in page
    assert escape("/search/?postcode=90762&radius=5&field=elektro") in page


def test_search_only_shows(client, anna):
    assert client.post("/search/", ADDRESS).status_code == 405


@pytest.mark.parametrize("number", [1, 30])
@pytest.mark.parametrize("by", [{"occupation": ELEKTRO}, {"field": "elektro"}])
def test_search_costs_the_same_for_one_hit_and_thirty(
    client, rita, elektro, fuerth, django_assert_num_queries, number, by
):
    for _number in range(number):
        profile = factories.make_profile(None, elektro, fuerth)
        factories.make_station(profile, name="Alt")
    query = {"postcode": "90762", "radius": "25", **by}
    client.get("/search/", query)
    with django_assert_num_queries(2):
        client.get("/search/", query)
    client.force_login(rita)
    client.get("/search/", query)
    with django_assert_num_queries(5):
        client.get("/search/", query)


def test_empty_search_costs_eight_queries_at_most(client, rita, elektro, fuerth, django_assert_max_num_queries):
    client.force_login(rita)
    client.get("/search/", ADDRESS)
    with django_assert_max_num_queries(8):
        client.get("/search/", ADDRESS)
