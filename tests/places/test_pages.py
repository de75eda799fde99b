import pytest
from django.urls import reverse

from network.places import views

pytestmark = pytest.mark.usefixtures("germany")


def suggested(client, text):
    return client.get(reverse("places:suggest"), {"q": text})


def test_suggest_answers_strangers_with_json(client):
    answer = suggested(client, "fue")
    assert answer.json()[0] == {"value": "Fürth (Bayern)", "label": "90762"}
    assert len(answer.json()) == 8
    assert "max-age=3600" in answer["Cache-Control"]
    assert "sessionid" not in answer.cookies


@pytest.mark.parametrize("text", ["", " ", "x", "%", "\x00", "<script>", "ü" * 5000])
def test_suggest_odd_text_is_an_empty_list(client, text):
    assert suggested(client, text).json() == []


def test_suggest_without_text_is_an_empty_list(client):
    assert client.get(reverse("places:suggest")).json() == []


@pytest.mark.parametrize("text", ["fue", "ba", "90", "neustadt"])
def test_suggest_asks_little(client, text, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        suggested(client, text)


@pytest.mark.parametrize("name", ["places:suggest", "places:find"])
def test_lookups_have_a_limit(client, monkeypatch, name):
    monkeypatch.setattr(views, "LOOKUPS", views.throttle.Limit("place-lookups-test", "2/m"))
    answers = [client.get(reverse(name), {"q": "90762"}).status_code for _ in range(3)]
    assert answers == [200, 200, 429]


@pytest.mark.parametrize("name", ["places:suggest", "places:find"])
def test_pages_do_not_take_posts(client, name):
    assert client.post(reverse(name), {"q": "90762"}).status_code == 405


def found(client, text):
    return client.get(reverse("places:find"), {"q": text}).content.decode()


def test_find_shows_every_town_with_its_postcodes(client):
    html = found(client, "Fürth")
    assert "Fürth (Bayern)" in html
    assert "90762, 90763, 90765, 90766, 90768" in html
    assert "Fürth (Hessen)" in html
    assert 'value="Fürth"' in html


def test_find_begins_with_an_empty_question(client):
    html = client.get(reverse("places:find")).content.decode()
    assert "field--error" not in html
    assert 'name="q"' in html


def test_find_half_a_name_lists_what_it_may_be(client):
    assert "Nürnberg (Bayern)" in found(client, "Nürnb")


def test_find_unknown_says_so_and_keeps_the_text(client):
    html = found(client, "Qwertz<b>")
    assert "field--error" in html
    assert 'value="Qwertz&lt;b&gt;"' in html


def test_find_nothing_typed_asks_for_it(client):
    assert "field--error" in found(client, " ")


@pytest.mark.parametrize("text", ["90762", "Neustadt", "bad"])
def test_find_asks_the_same_for_one_and_many(client, text, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        found(client, text)


def test_find_names_the_source_as_its_licence_asks(client):
    assert "OpenStreetMap" in found(client, "")
