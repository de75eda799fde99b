"""Who was there too (law 2): a colleague is believed as such when a superior or the firm stands for the own time there."""

from datetime import date

import pytest

from network.profiles import actions as profiles
from network.profiles.models import Confirmation
from references import actions, rules
from references.payload import said_in
from tests import factories
from tests.references import helpers

pytestmark = pytest.mark.django_db


@pytest.fixture
def kollege(elektro, fuerth):
    user = factories.make_user("kollege@example.org")
    factories.make_profile(user, elektro, fuerth)
    return user


@pytest.fixture
def asked_about(anna, brandt):
    """September 2013 to June 2020 at Elektro Brandt."""
    return helpers.make_station(anna, brandt)


def was_at(user, employer, first=date(2012, 1, 1), last=date(2015, 12, 1), level=3, **fields):
    station = factories.make_station(user.profile, employer, start=first, end=last, **fields)
    if level:
        source = f"reference:{user.pk}-{station.pk}"
        profiles.confirm_station(station=station, source=source, level=level, first=first, last=last, on=last)
    return station


@pytest.mark.parametrize(
    ("first", "last", "level", "shared"),
    [
        (date(2012, 1, 1), date(2015, 12, 1), 3, True),
        (date(2012, 1, 1), date(2015, 12, 1), 4, True),
        (date(2012, 1, 1), date(2015, 12, 1), 2, False),  # colleagues do not confirm colleagues in a circle
        (date(2012, 1, 1), date(2015, 12, 1), 0, False),  # said by oneself alone
        (date(2012, 1, 1), date(2013, 9, 1), 3, True),  # one month is enough
        (date(2012, 1, 1), date(2013, 8, 1), 3, False),
        (date(2020, 6, 1), date(2021, 1, 1), 3, True),
        (date(2020, 7, 1), date(2021, 1, 1), 3, False),
    ],
)
def test_station_is_shared_when_confirmed_months_overlap(kollege, brandt, asked_about, first, last, level, shared):
    was_at(kollege, brandt, first, last, level)
    assert rules.shares_station(kollege, asked_about) is shared


def test_only_the_confirmed_months_count_not_those_claimed_around_them(kollege, brandt, asked_about):
    station = was_at(kollege, brandt, date(2010, 1, 1), date(2016, 1, 1), level=0)
    early = {"first": date(2010, 1, 1), "last": date(2011, 12, 1), "on": date(2011, 12, 1)}
    profiles.confirm_station(station=station, source="reference:early", level=4, **early)
    assert not rules.shares_station(kollege, asked_about)


def test_station_that_goes_on_is_shared_until_today(anna, kollege, brandt):
    going_on = factories.make_station(anna.profile, brandt, start=date(2019, 1, 1), end=None)
    was_at(kollege, brandt, date(2018, 1, 1), date(2019, 6, 1))
    assert rules.shares_station(kollege, going_on)


def test_branch_and_parent_are_one_firm_and_others_are_not(kollege, brandt, talheim, asked_about, fuerth):
    was_at(kollege, talheim)
    assert not rules.shares_station(kollege, asked_about)
    branch = factories.make_employer("Brandt Filiale", fuerth, parent=brandt, root=brandt)
    was_at(kollege, branch)
    assert rules.shares_station(kollege, asked_about)


@pytest.mark.parametrize(
    ("name", "here", "shared"),
    [
        ("Malerei Süß GmbH", True, True),
        ("Malerei Süß", True, True),
        ("Malerei Süß", False, False),
        ("Malerei Sauer", True, False),
    ],
)
def test_unregistered_firm_is_the_same_by_name_and_town(anna, kollege, fuerth, nuernberg, name, here, shared):
    about = factories.make_station(anna.profile, name="Malerei Süß GmbH", place=fuerth)
    was_at(kollege, None, date(2016, 1, 1), date(2017, 1, 1), name=name, place=fuerth if here else nuernberg)
    assert rules.shares_station(kollege, about) is shared


def test_typed_name_of_a_registered_firm_is_not_that_firm(kollege, asked_about, fuerth):
    was_at(kollege, None, name="Elektro Brandt", place=fuerth)
    assert not rules.shares_station(kollege, asked_about)


def test_nobody_shares_a_station_with_oneself_or_by_the_confirmation_of_another(anna, kollege, brandt, asked_about):
    was_at(anna, brandt)
    assert not rules.shares_station(anna, asked_about)
    assert not rules.shares_station(kollege, asked_about)


def test_sharing_is_asked_in_one_statement(kollege, brandt, asked_about, django_assert_num_queries):
    for year in range(2013, 2020):
        was_at(kollege, brandt, date(year, 1, 1), date(year, 12, 1))
    with django_assert_num_queries(1):
        assert rules.shares_station(kollege, asked_about)


def sign_as_colleague(kollege, station):
    asked = helpers.ask(station.profile.user, station, email=kollege.email)
    helpers.answer(asked, relation="colleague")
    return actions.issue(by=kollege, request=asked).reference


def test_colleague_with_a_confirmed_common_station_signs_at_level_2(kollege, brandt, asked_about):
    was_at(kollege, brandt)
    reference = sign_as_colleague(kollege, asked_about)
    assert reference.level == said_in(reference)["level"] == 2


def test_colleague_without_one_signs_at_level_1_and_stays_there(kollege, brandt, asked_about):
    reference = sign_as_colleague(kollege, asked_about)
    was_at(kollege, brandt)
    reference.refresh_from_db()
    assert reference.level == 1
    assert not Confirmation.objects.filter(station=asked_about).exists()


def test_colleague_known_by_a_code_alone_is_not_asked_whose_account_it_is(kollege, brandt, asked_about):
    was_at(kollege, brandt)
    asked = helpers.ask(asked_about.profile.user, asked_about, email="someone@else.example")
    assert helpers.sign(asked, relation="colleague").reference.level == 1
