"""Who may write, and what stays true whatever is written."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from network.profiles import actions, rules
from network.profiles.models import Block, Confirmation, Profile, Qualification, Station
from tests import factories


def station_data(page: Profile, **changes) -> dict:
    data = {
        "employer": "Elektro Alt",
        "place": page.place,
        "occupation": page.occupation,
        "start": date(2013, 9, 1),
        "end": date(2020, 6, 1),
    }
    return {**data, **changes}


def test_start_twice_makes_one_hidden_page(fremder) -> None:
    first, second = actions.start(by=fremder), actions.start(by=fremder)
    assert first == second
    assert (first.visibility, first.searchable, first.visibility_chosen) == ("off", False, False)


def test_every_action_refuses_a_stranger(page, fremder, brandt, stapler) -> None:
    station = actions.add_station(by=page.user, profile=page, **station_data(page))
    held = actions.add_qualification(by=page.user, profile=page, kind=stapler)
    blocked = actions.block(by=page.user, profile=page, employer=brandt)
    tries = [
        lambda: actions.save_name(by=fremder, profile=page, name="X", name_shown="full"),
        lambda: actions.save_occupation(by=fremder, profile=page, occupation=page.occupation),
        lambda: actions.save_place(by=fremder, profile=page, place=page.place, radius_km=5, montage=True),
        lambda: actions.save_goal(by=fremder, profile=page, goal="keep"),
        lambda: actions.save_about(by=fremder, profile=page, about="X"),
        lambda: actions.choose_visibility(by=fremder, profile=page, visibility="off"),
        lambda: actions.add_station(by=fremder, profile=page, **station_data(page)),
        lambda: actions.change_station(by=fremder, station=station, **station_data(page)),
        lambda: actions.remove_station(by=fremder, station=station),
        lambda: actions.add_qualification(by=fremder, profile=page, kind=stapler),
        lambda: actions.remove_qualification(by=fremder, qualification=held),
        lambda: actions.block(by=fremder, profile=page, employer="X"),
        lambda: actions.unblock(by=fremder, block=blocked),
    ]
    for attempt in tries:
        with pytest.raises(PermissionDenied):
            attempt()
    assert (Station.objects.count(), Qualification.objects.count(), Block.objects.count()) == (1, 1, 1)
    assert Profile.objects.get().name == "Anna Gärtner"


def test_goal_without_offers_forgets_the_start_date(page) -> None:
    actions.save_goal(by=page.user, profile=page, goal="open", available_from=date(2027, 3, 1))
    assert Profile.objects.get().available_from == date(2027, 3, 1)
    actions.save_goal(by=page.user, profile=page, goal="keep", available_from=date(2027, 3, 1))
    assert Profile.objects.get().available_from is None


def test_station_of_a_registered_firm_takes_its_name_and_town(page, talheim, nuernberg) -> None:
    station = actions.add_station(by=page.user, profile=page, **station_data(page, employer=talheim))
    assert (station.employer, station.employer_name, station.place) == (talheim, "Stadtwerke Talheim", nuernberg)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"end": date(2013, 8, 1)}, "end"),
        ({"start": date(2199, 1, 1), "end": None}, "start"),
        ({"end": date(2199, 1, 1)}, "end"),
        ({"start": date(1950, 1, 1)}, "start"),
    ],
)
def test_station_with_impossible_months_is_refused(page, changes, field: str) -> None:
    with pytest.raises(ValidationError) as problem:
        actions.add_station(by=page.user, profile=page, **station_data(page, **changes))
    assert list(problem.value.message_dict) == [field]
    assert Station.objects.count() == 0


def test_station_before_the_firm_began_is_refused(page, brandt) -> None:
    brandt.founded_year = 2014
    with pytest.raises(ValidationError) as problem:
        actions.add_station(by=page.user, profile=page, **station_data(page, employer=brandt))
    assert "2014" in problem.value.message_dict["start"][0]


def test_stations_have_an_upper_limit(page, monkeypatch) -> None:
    monkeypatch.setattr(rules, "MOST_STATIONS", 1)
    actions.add_station(by=page.user, profile=page, **station_data(page))
    with pytest.raises(ValidationError):
        actions.add_station(by=page.user, profile=page, **station_data(page, employer="Elektro Neu"))


@pytest.fixture
def confirmed(page, brandt) -> Station:
    station = actions.add_station(by=page.user, profile=page, **station_data(page, employer=brandt))
    months = {"first": station.start, "last": station.end}
    actions.confirm_station(station=station, source="reference:a", level=4, on=date(2025, 3, 14), **months)
    return station


def test_confirmed_station_keeps_its_firm_and_occupation(page, confirmed, talheim, pflege, brandt) -> None:
    for changes in ({"employer": talheim}, {"employer": "Elektro Alt"}, {"employer": brandt, "occupation": pflege}):
        with pytest.raises(PermissionDenied):
            actions.change_station(
                by=page.user, station=confirmed, **{**station_data(page, employer=brandt), **changes}
            )


def test_changed_months_stay_confirmed_only_where_both_cover_them(page, confirmed, brandt) -> None:
    longer = station_data(page, employer=brandt, start=date(2012, 9, 1), end=date(2019, 6, 1))
    actions.change_station(by=page.user, station=confirmed, **longer)
    page.refresh_from_db()
    assert (page.vouched_months, page.declared_months) == (70, 12)
    actions.change_station(by=page.user, station=confirmed, **station_data(page, employer=brandt))
    page.refresh_from_db()
    assert (page.vouched_months, page.declared_months) == (82, 0)


def test_months_moved_away_are_not_confirmed_at_all(page, confirmed, brandt) -> None:
    elsewhere = station_data(page, employer=brandt, start=date(2021, 1, 1), end=date(2021, 12, 1))
    actions.change_station(by=page.user, station=confirmed, **elsewhere)
    page.refresh_from_db()
    assert (page.vouched_months, page.declared_months, page.vouched_by) == (0, 12, 0)
    assert page.last_confirmed is None


def test_station_that_an_upper_room_holds_keeps_its_firm(page, monkeypatch) -> None:
    station = actions.add_station(by=page.user, profile=page, **station_data(page))
    monkeypatch.setattr(rules.registry, "bound", [lambda each: each == station])
    with pytest.raises(PermissionDenied):
        actions.change_station(by=page.user, station=station, **station_data(page, employer="Siemens"))


def test_removed_station_takes_its_confirmations_along(page, confirmed) -> None:
    actions.remove_station(by=page.user, station=confirmed)
    page.refresh_from_db()
    assert (Confirmation.objects.count(), page.refs, page.vouched_months) == (0, 0, 0)


def test_qualification_added_again_is_renewed(page, ersthelfer) -> None:
    for issued in (date(2024, 5, 1), date(2026, 5, 1)):
        held = actions.add_qualification(by=page.user, profile=page, kind=ersthelfer, issued=issued, issuer=" DRK ")
    assert Qualification.objects.count() == 1
    assert (held.issued, held.issuer) == (date(2026, 5, 1), "DRK")
    assert held.valid_until is not None
    assert held.valid_until.year == 2028


def test_block_twice_is_one_block(page, brandt) -> None:
    for firm in (brandt, brandt, "Elektro Neu GmbH", "elektro  neu"):
        actions.block(by=page.user, profile=page, employer=firm)
    assert [(block.employer, block.name) for block in Block.objects.order_by("pk")] == [
        (brandt, ""),
        (None, "Elektro Neu GmbH"),
    ]


def test_unblock_ends_the_block(page, brandt) -> None:
    actions.unblock(by=page.user, block=actions.block(by=page.user, profile=page, employer=brandt))
    assert Block.objects.count() == 0


@pytest.mark.parametrize(
    "broken",
    [
        lambda page: Station(profile=page, occupation=page.occupation, start=date(2020, 2, 1), end=date(2020, 1, 1)),
        lambda page: Profile(user=factories.make_user(), radius_km=4),
        lambda page: Profile(user=factories.make_user(), radius_km=101),
        lambda page: Profile(user=factories.make_user(), searchable=True, visibility="link"),
        lambda page: Profile(user=factories.make_user(), public=True, visibility="employers"),
        lambda page: Block(profile=page),
    ],
)
def test_database_refuses_what_cannot_be(page, broken) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        broken(page).save()
