"""Who is found: both radii, visibility, blocks, order, exact totals. Compared with a slow and simple oracle in Python."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network.employers.viewer import STRANGER, Viewer
from network.places.distance import km as km_between
from network.places.models import Near
from network.profiles.models import Block, Profile
from network.search import conditions, hits
from network.search.criteria import DISTANCE, NEWEST, RADII, Criteria
from tests import factories

SPOTS = [
    ("90762", "Fürth", 49.4772, 10.9893),
    ("90402", "Nürnberg", 49.4521, 11.0767),
    ("91052", "Erlangen", 49.5896, 11.0120),
    ("91522", "Ansbach", 49.3010, 10.5714),
    ("96047", "Bamberg", 49.8917, 10.8880),
    ("97070", "Würzburg", 49.7944, 9.9294),
    ("80331", "München", 48.1374, 11.5755),
]
DAYS = [None, date(2024, 5, 1), date(2025, 1, 1), date(2026, 3, 1)]

person = st.fixed_dictionaries(
    {
        "place": st.integers(0, len(SPOTS) - 1),
        "occupation": st.integers(0, 3),
        "radius_km": st.sampled_from([5, 10, 25, 50, 100]),
        "visibility": st.sampled_from(["off", "link", "employers", "everyone"]),
        "goal": st.sampled_from(["open", "keep"]),
        "refs": st.integers(0, 2),
        "last_confirmed": st.sampled_from(DAYS),
        "blocks": st.sets(st.integers(0, 2), max_size=2),
    }
)
question = st.fixed_dictionaries(
    {
        "place": st.integers(0, len(SPOTS) - 1),
        "radius": st.sampled_from(RADII),
        "occupations": st.sets(st.integers(0, 3), max_size=3),  # none: the whole field
        "reference": st.booleans(),
        "sort": st.sampled_from([DISTANCE, NEWEST]),
        "viewer": st.sampled_from(["stranger", "checked", "unchecked", "branch"]),
    }
)


@pytest.fixture
def world(db):
    """Places, four occupations (two of them one group), a parent with a branch and an unchecked firm."""
    places = [factories.make_place(*spot) for spot in SPOTS]
    trade, care = factories.make_field("elektro"), factories.make_field("pflege", care=True)
    occupations = [
        factories.make_occupation("elektroniker", "Elektroniker/in", trade),
        factories.make_occupation("elektrohelfer", "Elektrohelfer/in", trade, "26301"),
        factories.make_occupation("pflegefachkraft", "Pflegefachfrau/-mann", care, "81302", "pflegefachkraft"),
        factories.make_occupation("altenpfleger", "Altenpfleger/in", care, "82102", "pflegefachkraft"),
    ]
    parent = factories.make_employer("Mutter", places[0])
    firms = [parent, factories.make_employer("Filiale", places[1], parent=parent)]
    firms.append(factories.make_employer("Ungeprüft", places[2], checked=False))
    return places, occupations, firms


def viewers(firms):
    roots = [frozenset({firm.root_id}) for firm in firms]
    return {
        "stranger": STRANGER,
        "checked": Viewer(user_id=0, roots=roots[0], checked=True, recruits=True),
        "branch": Viewer(user_id=0, roots=roots[1], checked=True),
        "unchecked": Viewer(user_id=0, roots=roots[2], checked=False),
    }


def oracle(people: list[Profile], blocked: dict[int, set[int]], viewer: Viewer, wanted: Criteria) -> list[int]:
    """The rules in plain words, one person after the other."""
    found = []
    for each in people:
        far = round(km_between(wanted.place.lat, wanted.place.lon, each.place.lat, each.place.lon), 2)
        listed = each.visibility in ("employers", "everyone") and each.goal == "open"
        may_see = listed if viewer.checked else each.visibility == "everyone"
        fits = each.group in wanted.groups if wanted.groups else each.field == wanted.field
        if (
            may_see
            and fits
            and far <= min(wanted.radius, each.radius_km)
            and not blocked[each.pk] & viewer.roots
            and (each.refs > 0 or not wanted.conditions)
        ):
            newest = -(each.last_confirmed.toordinal()) if each.last_confirmed else 0
            key = (newest, far, each.pk) if wanted.sort == NEWEST else (far, newest, each.pk)
            found.append((key, each.pk))
    return [pk for _, pk in sorted(found)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(person, max_size=30), asked=st.lists(question, min_size=1, max_size=4))
def test_find_equals_oracle(world, people, asked):
    places, occupations, firms = world
    with transaction.atomic():
        made, blocked = [], {}
        for facts in people:
            occupation, place = occupations[facts["occupation"]], places[facts["place"]]
            fields = {key: facts[key] for key in ("radius_km", "visibility", "goal", "refs", "last_confirmed")}
            profile = factories.make_profile(None, occupation, place, **fields)
            for firm in facts["blocks"]:
                Block.objects.create(profile=profile, employer=firms[firm])
            blocked[profile.pk] = {firms[firm].root_id for firm in facts["blocks"]}
            made.append(profile)
        for each in asked:
            named = tuple(occupations[number] for number in sorted(each["occupations"]))
            wanted = Criteria(
                place=places[each["place"]],
                radius=each["radius"],
                occupations=named,
                field=None if named else occupations[0].field,
                conditions=(conditions.reference("1"),) if each["reference"] else (),
                sort=each["sort"],
            )
            viewer = viewers(firms)[each["viewer"]]
            expected = oracle(made, blocked, viewer, wanted)
            ids, page = [], 1
            while len(ids) < len(expected):
                found = hits.find(viewer, wanted, page)
                assert found.total == len(expected)
                ids += [hit.profile.pk for hit in found.hits]
                page += 1
            assert ids == expected
            assert hits.find(viewer, wanted, page).total == (None if page > 1 else 0)
        transaction.set_rollback(True)


@pytest.mark.parametrize("several", [False, True])
def test_find_reads_near_places_first_and_people_from_the_index(world, several):
    """Also where nobody has counted the rows (ANALYZE): the other way begins with everybody of the field."""
    places, occupations, _ = world
    factories.make_profile(None, occupations[0], places[0])
    named = (occupations[0], occupations[2]) if several else ()
    wanted = Criteria(place=places[0], radius=25, occupations=named, field=None if several else occupations[0].field)
    if connection.vendor == "postgresql":  # a few rows it would rather read one after the other
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    plan = hits.page_of(STRANGER, wanted, 1).explain()
    people = "INDEX profile_search (spot=?" if connection.vendor == "sqlite" else "using profile_search"
    assert plan.index("places_near") < plan.index(people), plan
    assert "SCAN profiles_profile" not in plan


def test_find_shows_twenty_of_an_exact_total(world):
    places, occupations, _ = world
    for _number in range(45):
        factories.make_profile(None, occupations[0], places[0])
    wanted = Criteria(place=places[0], radius=5, occupations=(occupations[0],))
    pages = [hits.find(STRANGER, wanted, number) for number in (1, 2, 3)]
    assert [len(page.hits) for page in pages] == [20, 20, 5]
    assert {page.total for page in pages} == {45}
    assert len({hit.profile.pk for page in pages for hit in page.hits}) == 45


def test_find_writes_the_neighbours_of_a_new_origin_once(world):
    places, occupations, _ = world
    factories.make_profile(None, occupations[0], places[1])
    wanted = Criteria(place=places[0], radius=25, occupations=(occupations[0],))
    assert hits.find(STRANGER, wanted).total == 1
    assert Near.objects.filter(origin=places[0]).count() == 6  # München is too far
    with CaptureQueriesContext(connection) as queries:
        assert hits.find(STRANGER, wanted).total == 1
    assert len(queries) == 2


def test_find_ignores_years_in_the_order(world):
    """Law 11: years never sort. The one with less time and the newer word stands first."""
    places, occupations, _ = world
    today = timezone.localdate()
    old = factories.make_profile(
        None, occupations[0], places[0], vouched_months=400, last_confirmed=today - timedelta(days=90)
    )
    new = factories.make_profile(None, occupations[0], places[0], vouched_months=3, last_confirmed=today)
    found = hits.find(STRANGER, Criteria(place=places[0], radius=5, occupations=(occupations[0],)))
    assert [hit.profile.pk for hit in found.hits] == [new.pk, old.pk]


def test_wider_names_the_nearest_radius_with_hits(world):
    places, occupations, firms = world
    factories.make_profile(None, occupations[0], places[2], radius_km=100)  # Erlangen, 13 km
    factories.make_profile(None, occupations[0], places[4], radius_km=100)  # Bamberg, 46 km
    blocked = factories.make_profile(None, occupations[0], places[1], radius_km=100)  # Nürnberg, 7 km
    Block.objects.create(profile=blocked, employer=firms[0])
    wanted = Criteria(place=places[0], radius=5, occupations=(occupations[0],))
    hits.find(STRANGER, wanted)
    near, _conditions = hits.loosen(STRANGER, wanted)
    assert (near.km, near.total) == (10, 1)
    hidden, _conditions = hits.loosen(viewers(firms)["branch"], wanted)
    assert (hidden.km, hidden.total) == (15, 1), "totals obey blocks (law 4)"
    assert hits.loosen(STRANGER, Criteria(place=places[0], radius=100, occupations=(occupations[0],))) == (None, [])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's plan")
@pytest.mark.parametrize("by", ["group", "field"])
def test_statement_is_answered_from_the_covering_index(world, by):
    """Nothing but the index is read to find ids, order and total."""
    for plan in plans(world, by):
        assert "USING COVERING INDEX profile_search" in plan, plan


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's plan")
@pytest.mark.parametrize("by", ["group", "field"])
def test_statement_reads_the_neighbours_and_then_the_search_index(world, by):
    for plan in plans(world, by):
        assert "USING COVERING INDEX sqlite_autoindex_places_near_1 (origin_id=? AND km<?)" in plan, plan
        assert "INDEX profile_search (" in plan, plan
        assert "SCAN profiles_profile" not in plan


def plans(world, by):
    """How SQLite finds a page, for each kind of viewer."""
    places, occupations, firms = world
    factories.make_profile(None, occupations[0], places[0])
    occupation = occupations[0] if by == "group" else None
    wanted = Criteria(
        place=places[0], radius=25, occupations=(occupation,) if occupation else (), field=occupations[0].field
    )
    hits.find(STRANGER, wanted)
    for viewer in viewers(firms).values():
        with CaptureQueriesContext(connection) as queries:
            list(hits.page_of(viewer, wanted, 1))
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {queries[0]['sql']}")
            yield " | ".join(row[3] for row in cursor.fetchall())
