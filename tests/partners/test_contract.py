"""openapi.json, the answers, the form of the search and docs/api.md say the same."""

import json
import re
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.utils import timezone

from network.contacts.notices.browsing import BrowseForm
from network.employers.viewer import Viewer
from network.occupations.models import QualificationKind
from network.partners import doors, noticing, searching
from network.search import conditions
from network.search.forms import SearchForm
from tests.house.test_house import ROOT
from tests.partners import stage
from tests.partners.contract import description, problems_of, schema_of

PAPER = (ROOT / "docs/api.md").read_text()
EXAMPLE = re.compile(r'```sh\ncurl -H "Authorization: Bearer \$KEY" "(\S+)"\n```\n\n```json\n(.+?)```', re.DOTALL)
EXAMPLES = [(urlsplit(address), json.loads(said)) for address, said in EXAMPLE.findall(PAPER)]
FAR = timezone.localdate() + timedelta(days=30)


@pytest.fixture
def built(anna, brandt, talheim, rita):
    return stage.build(anna, brandt, talheim, rita)


def test_parameters_are_those_of_the_form(db):
    """Names of the address that the page understands, without the two lists that only a page needs."""
    names = {each.name for each in searching.parameters()} - {"page"}
    assert names == {*SearchForm.base_fields, "language"} - {"speak", "speak_level"}
    assert set(conditions.NAMES) <= names
    assert {each.name for each in noticing.parameters()} - {"page"} == set(BrowseForm.base_fields)


@pytest.mark.parametrize("form", ["search", "notices"])
def test_lists_are_those_of_the_form(db, form):
    made = SearchForm(Viewer(checked=True)) if form == "search" else BrowseForm()
    told = searching.parameters() if form == "search" else noticing.parameters()
    for each in told:
        if each.choices and each.name != "language":
            shown = {str(value) for value, _words in made.fields[each.name].choices if str(value)}
            assert set(each.choices) == shown, each.name


def test_every_documented_value_is_taken(built, program, monkeypatch):
    """Each value of each list, each end of each range."""
    monkeypatch.setattr(doors, "ASKED", doors.throttle.Limit("api-key", "100000/m"))
    told = description()
    for address, asks in (("search", {"postcode": "90762", "field": "elektro"}), ("notices", {"postcode": "90762"})):
        for each in told["paths"][f"/{address}"]["get"]["parameters"]:
            schema = each["schema"].get("items", each["schema"])
            values = schema.get("enum") or [schema[end] for end in ("minimum", "maximum") if end in schema]
            values = values or [FAR.isoformat() if schema.get("format") == "date" else "90762"]
            for value in values[:30]:
                answer = program.get(address, **{**asks, each["name"]: value})
                known = (200, 404) if each["name"] == "page" else (200,)
                apart = each["name"] == "occupation" and answer.status_code == 400
                assert answer.status_code in known or apart, (each["name"], value, answer.text)


def test_codes_of_the_catalogue_are_told(built):
    asked = {each["name"]: each["schema"] for each in description()["paths"]["/search"]["get"]["parameters"]}
    assert asked["occupation"]["items"]["enum"] == ["elektroniker-energie-gebaeudetechnik"]
    assert asked["field"]["enum"] == ["elektro"]
    assert asked["qualification"]["items"]["enum"] == list(QualificationKind.objects.values_list("slug", flat=True))


def test_examples_cover_every_address():
    here = {template_of(address.path) for address, _said in EXAMPLES}
    assert here == {"/search", "/notices", "/notices/{public_id}", "/references/{public_id}"}


def template_of(path: str) -> str:
    one = path.removeprefix("/api/v1")
    return re.sub(r"^/(\w+)/\w+$", r"/\1/{public_id}", one)


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_example_of_the_docs_is_true(built, program, number):
    """The request runs; what is shown and what comes fit the same schema and have the same shape."""
    address, shown = EXAMPLES[number]
    path = address.path.replace("n4r8kdt2vx", built.notice.public_id).replace("r3d7hqk5mb", built.reference.public_id)
    said = program.ask("get", path.removeprefix("/api/v1/"), dict(parse_qsl(address.query))).json()
    told = description()
    name = "Problem" if "errors" in shown else schema_of(told, template_of(address.path))
    assert problems_of(said, name, told) == []
    assert problems_of(shown, name, told) == []
    assert shape(said) == shape(shown)


def shape(said: Any) -> Any:
    """Names and kinds of values; of a list the first entry."""
    if isinstance(said, dict):
        return {name: shape(value) for name, value in said.items()}
    if isinstance(said, list):
        return [shape(said[0])] if said else []
    return type(said).__name__


def test_examples_are_told_as_they_come(built, program):
    """The first example word for word, where nothing about time or people is in it."""
    address, shown = next(each for each in EXAMPLES if "errors" in each[1])
    said = program.ask("get", "search", dict(parse_qsl(address.query))).json()
    assert said == {**shown, "type": said["type"]}


@pytest.mark.parametrize("standing", ["corrected", "withdrawn", "broken"])
def test_other_answers_about_a_reference_fit_too(built, program, standing, monkeypatch):
    from references import actions as references
    from references import partners

    if standing == "withdrawn":
        references.withdraw(by=None, reference=built.reference)
    elif standing == "broken":
        monkeypatch.setattr(partners, "payload_problem", lambda reference: "changed")
    else:
        monkeypatch.setattr("references.presenters.corrected", lambda reference: timezone.now())
    said = program.get(f"references/{built.reference.public_id}").json()
    assert said["standing"] == standing
    assert (said["about"] is None) == (standing != "corrected")
    assert problems_of(said, "ReferenceCheck", description()) == []


def test_problems_fit(built, program, client):
    told = description()
    for answer in (
        client.get("/api/v1/search"),
        program.get("search"),
        program.get("notices/x"),
        client.post("/api/v1/search"),
    ):
        said = answer.json()
        assert problems_of(said, "Problem", told) == []
        assert said["status"] == answer.status_code


def test_description_says_nothing_about_anybody(built, anna, client):
    text = client.get("/api/v1/openapi.json").text
    for word in ("Talheim", "Brandt", "Anna", anna.profile.handle, built.notice.public_id):
        assert word not in text
    assert client.get("/api/v1/openapi.json", headers={"Accept-Language": "en"}).text != text
