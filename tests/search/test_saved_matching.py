"""The question turned round finds exactly those whom the search itself finds."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network.employers.viewer import viewer_of
from network.places.models import Near
from network.profiles import actions as profiles
from network.profiles.actions import refresh
from network.profiles.models import Block, Profile
from network.search import conditions, hits
from network.search.criteria import RADII, Criteria
from network.search.models import SavedSearch
from network.search.saved import matching, reading, upkeep
from tests import factories
from tests.search.test_conditions import asked, made, region
from tests.search.world import TODAY, person

__all__ = ["region"]
pytestmark = pytest.mark.django_db
question = st.fixed_dictionaries(
    {
        "place": st.integers(0, 2),
        "radius": st.sampled_from(RADII),
        "by": st.sampled_from(["one", "two", "field"]),
        "wishes": asked,
        "who": st.integers(0, 1),
        "since": st.integers(0, 9),  # hours ago
    }
)


def stored(wanted: Criteria, user, employer, since) -> SavedSearch:
    return SavedSearch.objects.create(
        employer=employer, user=user, rhythm="daily", query=f"{SavedSearch.objects.count()}", words="x",
        place=wanted.place, radius=wanted.radius, field=wanted.field, groups=wanted.groups,
        conditions=[[each.name, each.value] for each in wanted.conditions], last_run=since,
        ends_on=TODAY + timedelta(days=90),
    )  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(st.tuples(person, st.integers(0, 9)), max_size=25), questions=st.lists(question, max_size=6))
def test_batch_equals_the_search(region, people, questions):
    places, occupations, kinds, firms = region
    now = timezone.now()
    with transaction.atomic():
        users = [factories.make_member(firm, is_recruiter=True).user for firm in firms]
        factories.make_member(firms[1], users[0])  # the first one hides behind both
        for facts, hours in people:
            fields = {name: value for name, value in facts.items() if name not in ("place", "occupation", "blocks")}
            moved = now - timedelta(hours=hours) if hours else None
            occupation, place = occupations[facts["occupation"]], places[facts["place"]]
            profile = factories.make_profile(None, occupation, place, moved_at=moved, **fields)
            for firm in facts["blocks"]:
                Block.objects.create(profile=profile, employer=firms[firm])
        expected, searches = {}, []
        for each in questions:
            chosen = {"one": occupations[:1], "two": occupations[1:], "field": []}[each["by"]]
            area = None if chosen else occupations[0].field
            wishes = {(one.name, one.value): one for one in (made(*wish, kinds) for wish in each["wishes"])}
            asks = tuple(wishes.values())
            wanted = Criteria(places[each["place"]], each["radius"], tuple(chosen), area, asks)
            hits.find(viewer_of(users[0]), wanted)  # the neighbours are there
            user, since = users[each["who"]], now - timedelta(hours=each["since"], minutes=30)
            search = stored(wanted, user, firms[each["who"]], since)
            found = hits.matching(viewer_of(user), wanted).filter(moved_at__gt=since)
            if pks := set(found.values_list("pk", flat=True)):
                expected[search.pk] = pks
            searches.append(search)
        changed = matching.changed(now - timedelta(hours=10), now)
        answers = matching.matches(searches, upkeep._roots(), changed, TODAY)
        assert {search.pk: set(pks) for search, pks in answers} == expected
        transaction.set_rollback(True)


def test_every_condition_reads_back_as_it_was_written(region):
    _places, _occupations, kinds, _firms = region
    every = [
        made(name, value, kinds)
        for name, value in (
            ("level", 2), ("shift", "night"), ("qualification", 31), ("language", ("de", "b2")), ("licence", "c"),
            ("montage", None), ("hours", 30), ("start", TODAY), ("fresh", 6), ("years", 3), ("reference", "checked"),
        )
    ]  # fmt: skip
    assert {each.name for each in every} == set(conditions.NAMES)
    assert [reading.condition_of(each.name, each.value, TODAY) for each in every] == every
    lost = [("shift", "x"), ("licence", "x"), ("qualification", "x"), ("language", "x-y"), ("colour", "red")]
    assert [reading.condition_of(*each, TODAY) for each in lost] == [None] * 5


def test_neighbours_that_were_forgotten_are_found_anew(region):
    places, occupations, _kinds, firms = region
    user = factories.make_member(firms[0], is_recruiter=True).user
    now = timezone.now()
    factories.make_profile(None, occupations[0], places[1], moved_at=now)
    wanted = Criteria(places[0], 25, (occupations[0],))
    search = stored(wanted, user, firms[0], now - timedelta(days=1))
    Near.objects.all().delete()
    people = matching.changed(now - timedelta(days=1), now)
    assert [each for each, _pks in matching.matches([search], {}, people, TODAY)] == [search]


def moved(profile: Profile):
    return Profile.objects.values_list("moved_at", flat=True).get(pk=profile.pk)


def test_only_what_is_searched_by_moves_a_page(anna):
    profile = anna.profile
    refresh(profile)
    first = moved(profile)
    profiles.save_about(by=anna, profile=profile, about="Gern früh.")
    refresh(profile)
    assert moved(profile) == first
    for answers in ({"shifts": 8}, {"goal": "keep"}, {"goal": "open"}, {"radius_km": 30}, {"languages": {"de": "b2"}}):
        before = moved(profile)
        refresh(profile, dated=False, **answers)
        assert moved(profile) != before, answers
        refresh(profile, dated=False, **answers)


def test_a_month_more_for_everybody_is_no_news(anna, brandt):
    profile = anna.profile
    station = factories.make_station(profile, brandt)
    refresh(profile)
    before, declared = moved(profile), profile.declared_months
    station.start = station.start.replace(month=station.start.month - 1)
    station.save()
    refresh(profile)
    assert (moved(profile), profile.declared_months) == (before, declared + 1)
