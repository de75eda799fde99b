"""Every condition against plain Python, alone and together."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network.employers.viewer import Viewer
from network.occupations.models import QualificationKind
from network.occupations.validity import after_months
from network.occupations.vocabulary import LANGUAGE_LEVELS, LANGUAGES, LICENCES, LICENCES_ABOVE, SHIFTS, by_slug
from network.profiles.models import Block
from network.profiles.starting import first_days
from network.search import conditions, facets, hits
from network.search.criteria import Criteria
from tests import factories
from tests.search.world import BITS, TODAY, person

LEVELS = [each.slug for each in LANGUAGE_LEVELS]

asked = st.lists(
    st.one_of(
        st.tuples(st.just("level"), st.sampled_from([1, 2, 3])),
        st.tuples(st.just("shift"), st.sampled_from([each.slug for each in SHIFTS])),
        st.tuples(st.just("qualification"), st.sampled_from(BITS)),
        st.tuples(st.just("language"), st.tuples(st.sampled_from(["de", "ar", "dgs"]), st.sampled_from(LEVELS))),
        st.tuples(st.just("licence"), st.sampled_from([each.slug for each in LICENCES])),
        st.tuples(st.just("montage"), st.none()),
        st.tuples(st.just("hours"), st.sampled_from([1, 30, 60])),
        st.tuples(st.just("start"), st.sampled_from([TODAY, TODAY + timedelta(days=30), TODAY + timedelta(days=400)])),
        st.tuples(st.just("fresh"), st.sampled_from(conditions.FRESH)),
        st.tuples(st.just("years"), st.sampled_from(conditions.YEARS)),
        st.tuples(st.just("reference"), st.sampled_from(["1", "checked"])),
    ),
    max_size=3,
)


@pytest.fixture
def region(db):
    spots = [("90762", "Fürth", 49.47, 10.98), ("90402", "Nürnberg", 49.45, 11.07), ("96047", "Bamberg", 49.89, 10.88)]
    places = [factories.make_place(*spot) for spot in spots]
    trade, care = factories.make_field("elektro"), factories.make_field("pflege", care=True)
    occupations = [
        factories.make_occupation("elektroniker", "Elektroniker/in", trade),
        factories.make_occupation("elektrohelfer", "Elektrohelfer/in", trade, "26301"),
        factories.make_occupation("pflegefachkraft", "Pflegefachfrau/-mann", care, "81302"),
    ]
    kinds = [
        QualificationKind.objects.create(
            slug=f"kind-{bit}", bit=bit, names={"de": f"Schein {bit}"}, rule="none", source="x"
        )
        for bit in BITS
    ]
    firms = [factories.make_employer("Eins", places[0]), factories.make_employer("Zwei", places[1])]
    return places, occupations, kinds, firms


def made(name, value, kinds):
    if name == "qualification":
        return conditions.qualification(kinds[BITS.index(value)])
    if name == "language":
        return conditions.language(by_slug(LANGUAGES, value[0]), by_slug(LANGUAGE_LEVELS, value[1]))
    if name in ("shift", "licence"):
        return getattr(conditions, name)(by_slug(SHIFTS if name == "shift" else LICENCES, value))
    if name == "montage":
        return conditions.montage()
    return getattr(conditions, name)(value, *([TODAY] if name in ("start", "fresh") else []))


def begins(each) -> date:
    if each.available_from:
        return each.available_from
    return dict(first_days(TODAY)).get(each.notice, TODAY)


def speaks(each, language, least) -> bool:
    return language in each.languages and LEVELS.index(each.languages[language]) >= LEVELS.index(least)


def drives(each, slug) -> bool:
    enough = {slug, *LICENCES_ABOVE.get(slug, ())}
    return any(each.licences >> entry.bit & 1 for entry in LICENCES if entry.slug in enough)


# The rules in plain words: does this person fit the value?
RULES = {
    "level": lambda each, value: each.occupation.level == value,
    "shift": lambda each, value: each.shifts >> by_slug(SHIFTS, value).bit & 1,
    "qualification": lambda each, value: each.quals >> value & 1,
    "language": lambda each, value: speaks(each, *value),
    "licence": drives,
    "montage": lambda each, _value: each.montage,
    "hours": lambda each, value: each.hours is None or each.hours >= value,
    "start": lambda each, value: begins(each) <= value,
    "fresh": lambda each, value: each.last_confirmed and each.last_confirmed >= after_months(TODAY, -value),
    "years": lambda each, value: each.vouched_months >= 12 * value,
    "reference": lambda each, value: each.checked_refs if value == "checked" else each.refs,
}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(person, max_size=25), wishes=asked, by=st.sampled_from(["one", "two", "field"]))
def test_conditions_counts_and_facets_equal_plain_python(region, people, wishes, by):
    places, occupations, kinds, firms = region
    viewer = Viewer(user_id=0, roots=frozenset({firms[0].root_id}), checked=True, recruits=True)
    with transaction.atomic():
        fitting = []
        for facts in people:
            fields = {key: facts[key] for key in facts if key not in ("place", "occupation", "blocks")}
            profile = factories.make_profile(None, occupations[facts["occupation"]], places[facts["place"]], **fields)
            for firm in facts["blocks"]:
                Block.objects.create(profile=profile, employer=firms[firm])
            named = {"one": [0], "two": [0, 2], "field": [0, 1]}[by]
            may = facts["goal"] == "open" and 0 not in facts["blocks"] and facts["occupation"] in named
            near = {0: True, 1: facts["radius_km"] >= 25, 2: facts["radius_km"] >= 100}[facts["place"]]
            if may and near and all(RULES[name](profile, value) for name, value in wishes):
                fitting.append(profile)
        said = {"one": occupations[:1], "two": [occupations[0], occupations[2]], "field": []}[by]
        wanted = Criteria(
            places[0],
            100,
            tuple(said),
            None if said else occupations[0].field,
            tuple(dict.fromkeys(made(*wish, kinds) for wish in wishes)),
        )
        found = hits.find(viewer, wanted)
        assert found.total == len(fitting)
        assert {hit.profile.pk for hit in found.hits} <= {each.pk for each in fitting}
        assert len(found.hits) == min(len(fitting), hits.PER_PAGE)
        counted = facets.facets(viewer, wanted)
        assert counted.total == len(fitting)
        for link in counted.papers:
            bit = int(link.words.split()[-1])
            assert link.total == sum(each.quals >> bit & 1 for each in fitting)
        for link in counted.shifts:
            entry = next(each for each in SHIFTS if each.name == link.words)
            assert link.total == sum(each.shifts >> entry.bit & 1 for each in fitting)
        for link in counted.occupations:
            assert link.total == sum(str(each.occupation) == link.words for each in fitting)
        loosened = {each.words: each.total for each in hits.loosen(viewer, wanted)[1]}
        for each, wish in zip(wanted.conditions, dict.fromkeys(wishes), strict=False):
            if each.words in loosened:
                assert loosened[each.words] == hits.find(viewer, wanted.without(each)).total, wish
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 26), date(2027, 4, 1)),
        (date(2026, 11, 1), date(2027, 1, 1)),
        (date(2026, 1, 1), date(2026, 4, 1)),
    ],
)
def test_notice_to_the_end_of_a_quarter_needs_six_weeks(today, first):
    assert dict(first_days(today))["quarter"] == first
