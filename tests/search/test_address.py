"""What people type and what they send: one address for one question, strange ones are answered in words."""

import pytest
from django.utils.html import escape

from network.occupations.models import QualificationKind
from tests import factories

ELEKTRO = "elektroniker-energie-gebaeudetechnik"
ADDRESS = {"postcode": "90762", "radius": "25", "occupation": ELEKTRO}
NASTY = ["' OR 1=1 --", "<script>alert(1)</script>", "\x00", "%", "💣" * 500, "1); DROP TABLE profiles_profile; --"]
EVERY = [
    "postcode",
    "radius",
    "occupation",
    "field",
    "level",
    "qualification",
    "shift",
    "start",
    "hours",
    "montage",
    "licence",
    "speak",
    "speak_level",
    "language",
    "reference",
    "fresh",
    "years",
    "sort",
    "page",
]


@pytest.fixture(autouse=True)
def _english(client):
    client.cookies["django_language"] = "en"


def test_language_is_put_together(client, anna):
    response = client.get("/search/", {**ADDRESS, "language": "ar-a2", "speak": "de", "speak_level": "b2"})
    assert response.status_code == 302
    assert response.url == f"/search/?postcode=90762&radius=25&occupation={ELEKTRO}&language=ar-a2&language=de-b2"
    page = client.get(response.url).content.decode()
    assert "German, at least B2" in page
    assert escape(f"/search/?postcode=90762&radius=25&occupation={ELEKTRO}&language=ar-a2") in page


def test_second_occupation_is_added_and_taken_off(client, elektro, pflege, fuerth):
    """Of two fields, which is fine: a firm may look for both."""
    factories.make_profile(None, elektro, fuerth)
    factories.make_profile(None, pflege, fuerth)
    query = {"postcode": "90762", "radius": "25", "occupation": [str(pflege), elektro.slug]}
    response = client.get("/search/", query)
    assert response.status_code == 302
    assert response.url.endswith(f"occupation={elektro.slug}&occupation={pflege.slug}")
    page = client.get(response.url).content.decode()
    assert "2 skilled people" in page
    assert f'name="occupation" value="{pflege.slug}" checked' in page
    assert escape(f"/search/?postcode=90762&radius=25&occupation={elektro.slug}") + '"' in page


def test_proof_is_typed_and_becomes_its_address(client, anna):
    QualificationKind.objects.create(
        slug="staplerschein", bit=3, names={"de": "Staplerschein", "en": "Fork lift"}, rule="none", source="x"
    )
    response = client.get("/search/", {**ADDRESS, "qualification": "Fork lift"})
    assert response.url.endswith(f"occupation={ELEKTRO}&qualification=staplerschein")


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("path", ["/search/", "/search/narrow/", "/search/map/"])
def test_strange_values_are_answered_in_words(client, rita, anna, path, name):
    client.force_login(rita)
    for nasty in NASTY:
        response = client.get(path, {**ADDRESS, name: nasty})
        assert response.status_code in (200, 404), (name, nasty)
        assert "<script>alert" not in response.content.decode()


def test_forty_conditions_are_too_many(client, rita, anna):
    client.force_login(rita)
    every = {
        "shift": ["day", "early", "late", "night", "two-shift", "on-call"],
        "licence": ["a", "b", "be", "c", "c1", "c1e", "ce", "d"],
    }
    page = client.get("/search/", {**ADDRESS, **every}).content.decode()
    assert "These are more than 12 conditions" in page
    assert anna.profile.handle not in page


def test_six_occupations_are_too_many(client, elektro, fuerth):
    slugs = [factories.make_occupation(f"beruf-{n}", f"Beruf {n}", elektro.field).slug for n in range(6)]
    page = client.get("/search/", {"postcode": "90762", "occupation": slugs}).content.decode()
    assert "Search for at most 5 occupations at once" in page


def test_employer_that_lost_its_check_searches_as_a_stranger(client, rita, talheim, elektro, fuerth):
    """In mid-session: what was in the address a minute ago is refused by name."""
    factories.make_profile(None, elektro, fuerth, visibility="employers", shifts=1 << 3)
    client.force_login(rita)
    assert "1 skilled person" in client.get("/search/", {**ADDRESS, "shift": "night"}).content.decode()
    talheim.checked_until = None
    talheim.save()
    assert "Only members of checked employers" in client.get("/search/", {**ADDRESS, "shift": "night"}).content.decode()
    assert "Nobody fits here yet" in client.get("/search/", ADDRESS).content.decode()


def test_nobody_fits_and_one_condition_is_named_that_stands_in_the_way(client, anna):
    page = client.get("/search/", {**ADDRESS, "licence": "c", "fresh": "3"}).content.decode()
    assert "Nobody fits here yet" in page
    assert "Without “" not in page, "two stand in the way, so taking off one brings nobody"
    assert "Taking off one condition alone does not help here." in page
    assert "Without all conditions" in page
    assert escape(f"/search/?postcode=90762&radius=25&occupation={ELEKTRO}") + '"' in page
    page = client.get("/search/", {**ADDRESS, "licence": "c"}).content.decode()
    assert "Without “Driving licence C" in page
    assert escape(f"/search/?postcode=90762&radius=25&occupation={ELEKTRO}") + '"' in page
