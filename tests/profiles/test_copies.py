"""The copies for search: one writer, always what the facts say."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from network.occupations.models import Occupation
from network.profiles import actions, copies
from network.profiles.models import Profile, Qualification
from network.profiles.spots import spot
from tests import factories

COPIES = [
    "field_id",
    "group",
    "spot",
    "searchable",
    "public",
    "open",
    "quals",
    "refs",
    "vouched_months",
    "declared_months",
    "vouched_by",
    "last_confirmed",
]


def stored(profile: Profile) -> dict[str, object]:
    return Profile.objects.filter(pk=profile.pk).values(*COPIES).get()


def test_refresh_twice_is_refresh_once(page, brandt, stapler, django_assert_num_queries) -> None:
    station = factories.make_station(page, brandt, start=date(2013, 9, 1), end=date(2020, 6, 1))
    confirm(station, "reference:abc", date(2013, 9, 1), date(2018, 8, 1))
    actions.add_qualification(by=page.user, profile=page, kind=stapler)
    Profile.objects.filter(pk=page.pk).update(group="x", refs=9, vouched_months=1, quals=0, public=False)
    actions.refresh(page)
    once = stored(page)
    actions.refresh(page)
    assert stored(page) == once
    assert once == {
        "field_id": page.occupation.field_id,
        "group": page.occupation.group,
        "spot": page.occupation.field_id * 65536 + page.place_id,
        "searchable": True,
        "public": True,
        "open": True,
        "quals": 1 << 3,
        "refs": 1,
        "vouched_months": 60,
        "declared_months": 22,
        "vouched_by": 1,
        "last_confirmed": date(2025, 3, 14),
    }


def confirm(station, source: str, first: date, last: date, level: int = 4, on: date = date(2025, 3, 14)):
    return actions.confirm_station(station=station, source=source, level=level, first=first, last=last, on=on)


def test_refresh_updates_the_object_in_hand(page) -> None:
    Profile.objects.filter(pk=page.pk).update(visibility="off", searchable=False, public=False)
    actions.refresh(page)
    assert (page.searchable, page.public) == (False, False)


@pytest.mark.parametrize(
    ("visibility", "searchable", "public"),
    [("off", False, False), ("link", False, False), ("employers", True, False), ("everyone", True, True)],
)
def test_visibility_decides_who_finds(page, visibility: str, searchable: bool, public: bool) -> None:
    actions.choose_visibility(by=page.user, profile=page, visibility=visibility)
    assert (page.searchable, page.public) == (searchable, public)


@pytest.mark.parametrize("missing", [{"name": ""}, {"occupation": None}, {"place": None}])
def test_searchable_needs_name_occupation_and_place(page, missing) -> None:
    Profile.objects.filter(pk=page.pk).update(**missing)
    actions.refresh(page)
    assert page.searchable is False


@pytest.mark.parametrize(
    ("goal", "wants"), [("open", True), ("side", True), ("training", True), ("keep", False), ("", False)]
)
def test_open_follows_the_goal(page, goal: str, wants: bool) -> None:
    Profile.objects.filter(pk=page.pk).update(goal=goal)
    actions.refresh(page)
    assert page.open is wants


def test_quals_hold_only_what_is_valid_today_and_not_bound_to_a_firm(page, stapler, ersthelfer) -> None:
    from tests.profiles.conftest import make_kind

    crane = make_kind("kran", 7, "Kranschein", bound_to_firm=True)
    today = timezone.localdate()
    for kind, until in ((stapler, None), (ersthelfer, today), (crane, None)):
        Qualification.objects.create(profile=page, kind=kind, valid_until=until)
    actions.refresh(page)
    assert page.quals == 1 << 3 | 1 << 5
    Qualification.objects.filter(kind=ersthelfer).update(valid_until=today - timedelta(days=1))
    actions.refresh(page)
    assert page.quals == 1 << 3


def test_quals_without_the_month_that_tells_validity_do_not_count(page, ersthelfer) -> None:
    Qualification.objects.create(profile=page, kind=ersthelfer)
    actions.refresh(page)
    assert page.quals == 0


def test_two_jobs_confirmed_by_one_firm_count_one_employer(page, brandt, talheim) -> None:
    first = factories.make_station(page, brandt, start=date(2010, 1, 1), end=date(2010, 12, 1))
    again = factories.make_station(page, brandt, start=date(2012, 1, 1), end=date(2012, 12, 1))
    other = factories.make_station(page, talheim, start=date(2011, 1, 1), end=date(2011, 12, 1))
    confirm(first, "stamp:1", first.start, first.end)
    confirm(again, "reference:b", again.start, again.end)
    assert (Profile.objects.get().vouched_by, Profile.objects.get().refs) == (1, 1)
    confirm(other, "reference:c", other.start, other.end, on=date(2026, 2, 1))
    profile = Profile.objects.get()
    assert (profile.vouched_by, profile.refs, profile.vouched_months) == (2, 2, 36)
    assert profile.last_confirmed == date(2026, 2, 1)


def test_drop_confirmation_takes_the_copies_back(page, brandt) -> None:
    station = factories.make_station(page, brandt, start=date(2010, 1, 1), end=date(2010, 12, 1))
    confirm(station, "reference:a", station.start, station.end)
    actions.drop_confirmation(source="reference:a")
    actions.drop_confirmation(source="reference:a")
    profile = Profile.objects.get()
    assert (profile.refs, profile.vouched_months, profile.declared_months) == (0, 0, 12)
    assert profile.last_confirmed is None


def test_confirming_again_by_the_same_source_replaces(page, brandt) -> None:
    station = factories.make_station(page, brandt, start=date(2010, 1, 1), end=date(2010, 12, 1))
    confirm(station, "reference:a", date(2010, 1, 15), date(2010, 6, 20))
    confirm(station, "reference:a", date(2010, 1, 1), date(2010, 3, 1))
    assert station.confirmations.count() == 1
    assert Profile.objects.get().vouched_months == 3


def test_nightly_run_finds_what_ran_out(page, stapler, ersthelfer) -> None:
    today = date(2026, 11, 20)
    Qualification.objects.create(profile=page, kind=ersthelfer, valid_until=today - timedelta(days=2))
    Profile.objects.filter(pk=page.pk).update(quals=1 << 5)
    assert copies.refresh_aged(today) == 1
    assert Profile.objects.get().quals == 0
    assert copies.refresh_aged(today + timedelta(days=20)) == 0


def test_nightly_run_finds_whose_occupation_was_moved_in_the_catalogue(page) -> None:
    """The search asks for the field too, so nobody would find them by their occupation."""
    today = date(2026, 11, 20)
    assert copies.refresh_aged(today) == 0
    Occupation.objects.filter(pk=page.occupation_id).update(field=factories.make_field("logistik"), group="andere")
    assert copies.refresh_aged(today) == 1
    found = Profile.objects.get()
    assert (found.field.slug, found.group) == ("logistik", "andere")
    assert found.spot == spot(found.field_id, found.place_id)


def test_nightly_run_finds_whose_spot_is_of_another_place(page, nuernberg) -> None:
    Profile.objects.filter(pk=page.pk).update(place=nuernberg)  # not by an action, which would have refreshed it
    assert copies.refresh_aged(date(2026, 11, 20)) == 1
    assert Profile.objects.get().spot == spot(page.field_id, nuernberg.pk)
    assert copies.refresh_aged(date(2026, 11, 20)) == 0


def test_nightly_run_leaves_pages_without_a_place_alone(page) -> None:
    actions.refresh(page, place=None)
    assert Profile.objects.get().spot is None
    assert copies.refresh_aged(date(2026, 11, 20)) == 0


def test_nightly_run_counts_the_new_month_of_who_still_works_there(page) -> None:
    factories.make_station(page, start=timezone.localdate().replace(day=1))
    assert copies.refresh_aged(date(2026, 11, 20)) == 0
    assert copies.refresh_aged(date(2026, 12, 1)) == 1
    assert Profile.objects.get().declared_months == 1
