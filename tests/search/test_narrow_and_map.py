"""Counts and the map: what they say, what they cost, and that nobody who is hidden leaves a trace in them (laws 3 and 4)."""

import re

import pytest
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network.occupations.models import QualificationKind
from network.profiles.models import Block, Profile
from tests import factories

ELEKTRO = "elektroniker-energie-gebaeudetechnik"
ADDRESS = {"postcode": "90762", "radius": "25", "occupation": ELEKTRO}
PAGES = ["/search/", "/search/narrow/", "/search/map/"]


@pytest.fixture(autouse=True)
def _english(client):
    client.cookies["django_language"] = "en"


@pytest.fixture
def fork_lift(db):
    return QualificationKind.objects.create(
        slug="staplerschein", bit=3, names={"de": "Staplerschein", "en": "Fork lift"}, rule="none", source="x"
    )


def text(client, path, query=None, status=200):
    response = client.get(path, query or ADDRESS)
    assert response.status_code == status
    return response.content.decode()


def test_narrow_names_papers_shifts_occupations_and_radii(client, rita, elektro, fuerth, nuernberg, fork_lift):
    other = factories.make_occupation("elektrohelfer", "Elektrohelfer/in", elektro.field, "26301")
    factories.make_profile(None, elektro, fuerth, quals=1 << 3, shifts=1 << 3)
    factories.make_profile(None, other, fuerth)
    factories.make_profile(None, elektro, nuernberg, radius_km=100)
    client.force_login(rita)
    query = {"postcode": "90762", "radius": "5", "field": "elektro"}
    page = text(client, "/search/narrow/", query)
    base = "/search/?postcode=90762&radius=5"
    for url, words, number in [
        (f"{base}&field=elektro&qualification=staplerschein", "Fork lift", "1"),
        (f"{base}&field=elektro&shift=night", "Night shift", "1"),
        (f"{base}&occupation=elektrohelfer", "Elektrohelfer/in", "1"),
        ("/search/?postcode=90762&radius=10&field=elektro", "Within 10 kilometres", "+1"),
    ]:
        assert re.search(
            f'href="{re.escape(escape(url))}">{words}</a><b class="task__state">{re.escape(number)}<', page
        )
        assert client.get(url).status_code == 200


def test_strangers_read_no_shifts(client, elektro, fuerth):
    """Law 3: times of work are for those who may know that offers are wanted."""
    factories.make_profile(None, elektro, fuerth, shifts=1 << 3)
    factories.make_profile(None, elektro, fuerth)
    for path in PAGES:
        assert "Night shift" not in text(client, path)


def test_map_draws_towns_with_links_and_names_no_person(client, anna, fuerth, nuernberg, elektro):
    factories.make_profile(None, elektro, nuernberg, radius_km=100)
    page = text(client, "/search/map/")
    drawing = page[page.index('<svg class="map"') : page.index("</svg>", page.index('<svg class="map"'))]
    assert escape(f"/search/?postcode=90402&radius=5&occupation={ELEKTRO}") in drawing
    assert "<title>90762 Fürth: 1</title>" in drawing
    assert re.findall(r"map__name[^>]*>(Fürth[^<]*)<", drawing) == ["Fürth 1"], "each town once"
    assert "Anna" not in page
    assert anna.profile.handle not in page


@pytest.mark.parametrize("path", PAGES)
def test_nobody_near_is_said_calmly(client, elektro, fuerth, path):
    assert "problem" not in text(client, path)


@pytest.mark.parametrize("number", [1, 30])
@pytest.mark.parametrize("path", PAGES)
def test_pages_cost_the_same_for_one_hit_and_thirty(
    client, rita, elektro, fuerth, fork_lift, django_assert_max_num_queries, path, number
):
    for _number in range(number):
        factories.make_profile(None, elektro, fuerth, quals=1 << 3, shifts=9)
    factories.make_profile(
        None, factories.make_occupation("helfer", "Helfer/in", elektro.field), fuerth, quals=8, shifts=9
    )
    client.force_login(rita)
    query = {
        "postcode": "90762",
        "radius": "25",
        "field": "elektro",
        "qualification": "staplerschein",
        "shift": "night",
    }
    client.get(path, query)
    with django_assert_max_num_queries(8):
        client.get(path, query)


asked = st.fixed_dictionaries(
    {"radius": st.sampled_from(["5", "25", "100"])},
    optional={
        "shift": st.sampled_from(["night", "day"]),
        "qualification": st.just("staplerschein"),
        "language": st.sampled_from(["de-b2", "ar-a1"]),
        "licence": st.sampled_from(["b", "c"]),
        "montage": st.just("1"),
        "hours": st.sampled_from(["1", "40"]),
        "fresh": st.just("12"),
        "years": st.sampled_from(["1", "5"]),
        "reference": st.sampled_from(["1", "checked"]),
        "sort": st.just("newest"),
        "page": st.sampled_from(["1", "2"]),
    },
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=asked, path=st.sampled_from(PAGES), by=st.sampled_from([{"occupation": ELEKTRO}, {"field": "elektro"}]))
def test_hidden_person_changes_no_byte(client, rita, talheim, anna, elektro, nuernberg, fork_lift, query, path, by):
    """Law 4, for every page and condition: with the one who blocked the reader, and without anybody there."""
    client.force_login(rita)
    hidden = Profile.objects.filter(user=anna)
    hidden.update(
        shifts=9, quals=1 << 3, languages={"de": "c2", "ar": "c2"}, licences=2**13 - 1, montage=True, radius_km=100,
        vouched_months=99, refs=2, checked_refs=1, last_confirmed="2026-11-01",
    )  # fmt: skip
    Block.objects.get_or_create(profile=anna.profile, employer=talheim)
    Profile.objects.get_or_create(
        handle="zzzzzzzzzz", defaults={"occupation": elektro, "place": nuernberg, "field": elektro.field}
        | {"group": elektro.group, "visibility": "everyone", "searchable": True, "public": True, "open": True}
        | {"user": factories.make_user(), "shifts": 8, "radius_km": 100},
    )  # fmt: skip
    said = {"postcode": "90762", **by, **query}
    seen = client.get(path, said)
    hidden.update(searchable=False)
    nothing = client.get(path, said)
    hidden.update(searchable=True)
    assert seen.status_code == nothing.status_code
    assert without_secrets(seen) == without_secrets(nothing)


def without_secrets(response) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
