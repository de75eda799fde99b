"""What programs read: no more than the recruiters of the same employer, and mistakes in plain words."""

import pytest
from django.test import Client

from network.contacts.models import Notice
from network.partners import registry
from network.profiles import actions as profiles
from network.profiles.models import Look, Profile
from references import actions as references
from tests import factories
from tests.partners.conftest import make_key
from tests.references import helpers

ASK = {"postcode": "90762", "occupation": "elektroniker-energie-gebaeudetechnik"}


@pytest.fixture
def reference(anna, brandt):
    """Released for everybody who may open the page."""
    station = helpers.make_station(anna, brandt)
    signed = helpers.sign(helpers.ask(anna, station), text="Sehr genau.", name="Monika Brandt").reference
    references.release(by=anna, reference=signed)
    return signed


def test_search_shows_the_first_look_without_names(anna, program):
    said = program.get("search", **ASK).json()
    assert (said["total"], said["page"], said["pages"], said["next"]) == (1, 1, 1, None)
    (person,) = said["people"]
    assert person["url"].endswith(f"/p/{anna.profile.handle}/")
    assert person["place"] == "Fürth"
    assert person["kilometres"] == 0
    assert "Anna" not in str(said)
    assert "90762" not in str(person), "a page shows the town (law 13)"


def test_search_is_that_of_a_recruiter(anna, karin, program, chamber):
    """The same people in the same order, with times that only checked employers read."""
    for number in range(25):
        place = factories.make_place(f"9076{number % 9}", f"Ort {number % 9}", 49.47 + number / 1000, 10.98)
        factories.make_profile(factories.make_user(), anna.profile.occupation, place, visibility="employers")
    browser = Client()
    browser.force_login(karin.user)
    for page in (1, 2):
        said = program.get("search", **ASK, page=page).json()
        html = browser.get("/search/", {**ASK, "page": page}).text
        links = [each["url"].removeprefix("http://testserver") for each in said["people"]]
        assert [link for link in links if f'href="{link}"' in html] == links
        assert said["total"] == 26
    assert program.get("search", **ASK).json()["next"].endswith("&page=2")
    assert program.get("search", **ASK, page=3).status_code == 404


def test_search_asks_the_same_for_one_and_for_many(anna, program, django_assert_max_num_queries):
    program.get("search", **ASK)
    for _ in range(19):
        factories.make_profile(factories.make_user(), anna.profile.occupation, anna.profile.place)
    with django_assert_max_num_queries(8):
        assert len(program.get("search", **ASK).json()["people"]) == 20


def test_worker_reads_that_the_employer_had_her_in_a_list(anna, program, chamber):
    program.ask("head", "search", ASK)
    assert not Look.objects.exists(), "the head alone shows nobody"
    program.get("search", **ASK)
    assert list(Look.objects.values_list("employer", "where")) == [(chamber.pk, "list")]


@pytest.mark.parametrize("hides", ["the firm", "its parent", "another firm of an administrator", "another of a member"])
def test_hidden_person_changes_no_byte(anna, karin, chamber, program, fuerth, elektro, reference, hides):
    """Law 4, for the firm, its family, and every firm whose people could read what the program brings."""
    factories.make_profile(factories.make_user(), elektro, fuerth)
    parent = factories.make_employer("Kammertag", fuerth)
    firm = {"the firm": chamber, "its parent": parent}.get(hides) or factories.make_employer("Nebenfirma", fuerth)
    if firm is parent:
        chamber.parent, chamber.root = parent, parent
        chamber.save()
    elif firm is not chamber:
        person = karin.user if "administrator" in hides else factories.make_member(chamber).user
        factories.make_member(firm, person)
    address = f"references/{reference.public_id}"
    assert program.get("search", **ASK).json()["total"] == 2
    assert program.get(address).status_code == 200
    profiles.block(by=anna, profile=anna.profile, employer=firm)
    hidden = program.get("search", **ASK).content, program.get(address).content
    Profile.objects.filter(pk=anna.profile.pk).update(visibility="off", searchable=False, public=False)
    assert hidden == (program.get("search", **ASK).content, program.get(address).content)
    assert hidden[1] == program.get("references/bcdfghjkmn").content


def test_reference_check_says_what_the_page_says(anna, program, reference):
    said = program.get(f"references/{reference.public_id}").json()
    assert said["standing"] == "genuine"
    assert said["about"]["signer"].startswith("Monika Brandt")
    assert said["about"]["text"] == "Sehr genau."
    assert "§ 109 GewO" in said["note"].replace("\xa0", " ")
    page = Client().get(f"/v/{reference.public_id}/").text
    for words in (said["about"]["worker"], said["about"]["employer"], *said["about"]["how_checked"]):
        assert words in page


def test_withdrawn_reference_has_no_words(anna, program, reference):
    references.withdraw(by=None, reference=reference, reason="Geheimer Grund")
    said = program.get(f"references/{reference.public_id}").json()
    assert said["standing"] == "withdrawn"
    assert said["about"] is None
    assert "Geheimer" not in str(said)


def test_reference_that_is_not_shown_looks_like_none(anna, brandt, program):
    station = helpers.make_station(anna, brandt)
    waiting = helpers.sign(helpers.ask(anna, station)).reference
    nothing = program.get("references/bcdfghjkmn")
    found = program.get(f"references/{waiting.public_id}")
    assert (found.status_code, found.content) == (404, nothing.content)


def test_notices_are_those_of_the_page(program, talheim, rita, fuerth):
    notice = factories.make_notice(talheim, rita, text="Nachts ist es ruhig.")
    listed = program.get("notices").json()
    (line,) = listed["notices"]
    assert (line["id"], line["kilometres"]) == (notice.public_id, None)
    near = program.get("notices", postcode="90762", radius=25, field="elektro").json()
    assert near["notices"][0]["kilometres"] == 7
    one = program.get(f"notices/{notice.public_id}").json()
    assert one["text"] == "Nachts ist es ruhig."
    assert one["contact"] == {"name": "Rita Renner", "phone": "+491713920055"}
    Notice.objects.update(ended_at=notice.pinned_at)
    assert program.get("notices").json()["total"] == 0
    assert program.get(f"notices/{notice.public_id}").content == program.get("notices/bcdfghjkmn").content


WRONG = {
    "postcode": ["", "9076", "fürth", "00000", "90762\0"],
    "radius": ["", "7", "025", "25.0"],
    "occupation": ["", "Elektriker", "elektriker", "nichts", "' or 1=1"],
    "field": ["nichts", "ELEKTRO"],
    "level": ["0", "9"],
    "shift": ["nights"],
    "qualification": ["schein"],
    "language": ["de", "de-d1"],
    "licence": ["z"],
    "montage": ["0", "true"],
    "hours": ["0", "61", "12.5", " 12"],
    "start": ["01.03.2027", "2027-02-30", "1999-01-01"],
    "fresh": ["1"],
    "years": ["6"],
    "reference": ["yes"],
    "sort": ["name"],
    "page": ["0", "-1", "x", "10000000"],
    "speak": ["de"],
    "name": ["Anna"],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_mistake_is_named_at_its_parameter(anna, program, name, value):
    answer = program.get("search", **{**ASK, name: value})
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert [each["parameter"] for each in answer.json()["errors"]] == [name]
    assert all(each["detail"] for each in answer.json()["errors"])


def test_mistakes_that_only_stand_together(anna, program):
    def at_fault(address, query):
        return [each["parameter"] for each in program.ask("get", address, query).json()["errors"]]

    assert at_fault("search", {"field": "elektro"}) == ["postcode"]
    assert at_fault("search", {"postcode": "90762"}) == ["occupation"]
    assert at_fault("search", {**ASK, "radius": ["5", "10"]}) == ["radius"]
    assert at_fault("notices", {"radius": "5"}) == ["radius"]
    factories.make_field("pflege")
    assert at_fault("search", {**ASK, "field": "pflege"}) == ["field"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("address", ["search", "notices", "notices/bcdfghjkmn", "openapi.json"])
def test_programs_only_read(db, method, address):
    answer = getattr(Client(enforce_csrf_checks=True), method)(f"/api/v1/{address}")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("address", ["", "search/", "nowhere", "references/", "notices/1/2"])
def test_unknown_address_is_a_problem_too(db, client, address):
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


def test_no_cookie_no_foreign_page_no_copy(anna, program):
    for answer in (program.get("search", **ASK), program.get("openapi.json")):
        assert not answer.cookies
        assert "no-store" in answer["Cache-Control"]
        assert "private" in answer["Cache-Control"]
        assert "Access-Control-Allow-Origin" not in answer


def test_answers_come_in_the_language_that_is_asked_for(anna, program):
    for language, word in (("en", "There is nothing here"), ("de", "Hier ist nichts")):
        answer = program.ask("get", "notices/bcdfghjkmn", **{"Accept-Language": language})
        assert answer.json()["title"] == word


def test_every_key_reads_its_own_name_only(anna, program, monika, brandt):
    """Who hides from one employer is there for another."""
    profiles.block(by=anna, profile=anna.profile, employer=brandt)
    theirs = make_key(brandt.memberships.get(user=monika))
    assert theirs.get("search", **ASK).json()["total"] == 0
    assert program.get("search", **ASK).json()["total"] == 1


def test_resources_are_the_four():
    assert [each.name for each in registry.resources] == ["search", "notices", "notice", "reference"]
