import pytest
from django.urls import reverse

from network.occupations.models import Occupation, QualificationKind


def test_list_shows_every_current_occupation_by_field(client, catalogue):
    Occupation.objects.filter(slug="maurer").update(current=False)
    page = client.get("/occupations/").content.decode()
    assert 'href="#pflege"' in page
    assert 'id="pflege"' in page
    assert "Pflegefachkraft" in page
    assert "Maurer/in" not in page


def test_qualifications_show_their_rule_and_source(client, catalogue):
    page = client.get("/qualifications/").content.decode()
    assert "Staplerschein" in page
    assert "DGUV Vorschrift 68" in page


@pytest.mark.parametrize("name", ["list", "qualifications"])
def test_list_pages_ask_few_questions(client, catalogue, django_assert_max_num_queries, name):
    with django_assert_max_num_queries(8):
        assert client.get(reverse(f"occupations:{name}")).status_code == 200


@pytest.mark.parametrize("name", ["list", "qualifications"])
def test_list_pages_ask_as_much_for_one_row_as_for_many(client, db, elektro, name, django_assert_max_num_queries):
    QualificationKind.objects.create(slug="x", bit=1, names={"de": "Schein"}, rule="none", source="X")
    with django_assert_max_num_queries(8):
        assert client.get(reverse(f"occupations:{name}")).status_code == 200


def test_list_is_there_before_the_catalogue(client, db):
    assert client.get("/occupations/").status_code == 200


def test_suggest_gives_names_and_the_word_that_fits(client, catalogue):
    answer = client.get("/occupations/suggest/", {"q": "krankenschw"}).json()
    assert answer[0] == {"value": "Pflegefachkraft", "label": "Krankenschwester"}
    assert len(answer) <= 8


def test_suggest_qualifications_gives_kinds(client, catalogue):
    assert client.get("/qualifications/suggest/", {"q": "gabelst"}).json()[0]["value"] == "Staplerschein"


@pytest.mark.parametrize("path", ["/occupations/suggest/", "/qualifications/suggest/"])
def test_suggest_without_a_word_is_empty(client, catalogue, path):
    assert client.get(path).json() == []
    assert client.get(path, {"q": "x" * 5000}).json() == []


@pytest.mark.parametrize("path", ["/occupations/suggest/", "/qualifications/suggest/"])
def test_suggest_is_kept_by_the_browser_for_one_language(client, catalogue, path):
    answer = client.get(path, {"q": "pflege"})
    assert "max-age" in answer.headers["Cache-Control"]
    assert {"Cookie", "Accept-Language"} <= set(answer.headers["Vary"].split(", "))


@pytest.mark.parametrize("path", ["/occupations/suggest/", "/qualifications/suggest/"])
def test_suggest_is_limited(client, catalogue, path):
    statuses = [client.get(path, {"q": "a"}).status_code for _ in range(301)]
    assert (statuses[299], statuses[300]) == (200, 429)


@pytest.mark.parametrize(
    "path", ["/occupations/", "/occupations/suggest/", "/qualifications/", "/qualifications/suggest/"]
)
def test_catalogue_is_only_read(client, db, path):
    assert client.post(path).status_code == 405
