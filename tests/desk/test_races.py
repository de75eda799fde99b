"""Several phones and a helper at the same moment, each with a connection of its own."""

import threading
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, connections

from accounts.models import User
from network.desk import helping
from network.desk.models import SetUp
from network.profiles import actions
from network.profiles.models import Profile
from tests import factories
from tests.accounts.helpers import give_app
from tests.desk.counter import at_desk

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each returned, or the name of what it raised."""
    start, results = threading.Barrier(len(acts)), []

    def run(act: Callable[[], object]) -> None:
        start.wait()
        try:
            results.append(act())
        except Exception as problem:  # noqa: BLE001  looked at below
            results.append(type(problem).__name__)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.fixture
def set_up() -> SetUp:
    if connection.vendor != "postgresql":
        pytest.skip("one process at a time writes in SQLite")
    petra = at_desk()
    give_app(petra)
    return helping.begin(by=petra)


def granted(set_up: SetUp) -> str:
    secret = helping.redeem(code=helping.show_digits(by=set_up.by, set_up=set_up))
    assert secret
    return secret


def test_of_four_phones_one_takes_over(set_up):
    secret = granted(set_up)
    people = [factories.make_user() for _each in range(4)]
    results = at_once(*(lambda who=who: helping.take_over(by=who, secret=secret) for who in people))
    assert sorted(str(each) for each in results if isinstance(each, str)) == ["Over"] * 3
    assert Profile.objects.get().user in people
    assert SetUp.objects.get().ending == "taken"


def test_of_four_phones_one_spends_the_digits(set_up):
    code = helping.show_digits(by=set_up.by, set_up=set_up)
    results = at_once(*(lambda: helping.redeem(code=code) for _each in range(4)))
    assert sum(each is not None for each in results) == 1


def test_same_person_in_two_tabs_gets_one_page(set_up):
    secret, who = granted(set_up), factories.make_user()
    results = at_once(*(lambda: helping.take_over(by=who, secret=secret) for _each in range(2)))
    assert results.count("Over") == 1
    assert Profile.objects.filter(user=who).count() == 1


def test_helper_who_types_meanwhile_is_in_or_out_but_never_half(set_up):
    secret, who = granted(set_up), factories.make_user()
    petra, before = set_up.by, set_up.profile

    def typed() -> None:
        actions.save_name(by=petra, profile=before, name="Aylin Öztürk", name_shown="full")

    results = at_once(typed, lambda: helping.take_over(by=who, secret=secret))
    page = Profile.objects.get()
    assert (page.user, page.helper) == (who, None)
    if PermissionDenied.__name__ in results:
        assert (page.name, page.unconfirmed) == ("", [])
    else:
        assert (page.name, page.unconfirmed) == ("Aylin Öztürk", ["name"])


def test_throwing_away_and_taking_over_leave_one_or_none(set_up):
    secret, who = granted(set_up), factories.make_user()
    petra = set_up.by
    results = at_once(
        lambda: helping.throw_away(by=petra, set_up=set_up), lambda: helping.take_over(by=who, secret=secret)
    )
    assert results.count("Over") == 1
    assert Profile.objects.count() == (SetUp.objects.get().ending == "taken")
    assert not User.objects.filter(email__endswith="@draft.invalid").exists()
