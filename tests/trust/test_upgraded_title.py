"""10: helping becomes a trade. Harmless: the same level under another name, and moving up within a firm."""

from datetime import date

import pytest

from references.payload import said_in
from tests import factories
from tests.references import helpers
from tests.references.test_referee_pages import url
from tests.trust.attacks import Person, queue, stands

pytestmark = pytest.mark.django_db
DIFFERS = "The level of the work differs"
WORK = {"first_month": "9", "first_year": "2013", "last_month": "6", "last_year": "2020"}


@pytest.fixture
def helper(elektro):
    return factories.make_occupation("elektrohelfer", "Elektrohelfer/in", elektro.field, kldb="26301")


@pytest.fixture
def kin(elektro):
    return factories.make_occupation("elektroniker-betriebstechnik", "Betriebstechnik", elektro.field, kldb="26252")


def test_attack_helper_is_signed_as_skilled(worker, boss, anna, brandt, helper, elektro, desk):
    station = helpers.make_station(anna, brandt, occupation=helper)
    reference = boss.sign(worker.ask(station), work={**WORK, "occupation": str(elektro)})
    assert said_in(reference)["occupation"]["level"] == 2
    page = queue(desk, reference)
    assert DIFFERS in page
    assert "People move up within a firm" in page


def test_attack_second_word_says_more_than_the_first(worker, boss, anna, brandt, helper, elektro, desk):
    """The worker changes nothing on the page: two bosses differ."""
    first = helpers.make_station(anna, brandt, occupation=helper)
    boss.sign(worker.ask(first))
    second = helpers.make_station(anna, brandt, occupation=elektro)
    token = worker.ask(second, "other@brandt-elektro.example")
    assert DIFFERS in queue(desk, Person("203.0.113.7").sign(token))


def test_attack_title_that_is_in_no_list(worker, boss, station):
    token = worker.ask(station)
    boss.browser.post(f"/r/{token}/", {"answer": "other"})
    page = boss.browser.post(url(token, "work"), {**WORK, "occupation": "Obermeister der Elektrik"})
    assert page.status_code == 200
    assert page.context["form"].errors["occupation"]


def test_twin_other_name_of_the_same_level(worker, boss, station, kin, desk):
    reference = boss.sign(worker.ask(station), work={**WORK, "occupation": str(kin)})
    assert queue(desk, reference) == ""
    assert stands(reference, worker)


def test_twin_helped_first_and_learned_the_trade_then(worker, boss, anna, brandt, helper, elektro, desk):
    first = helpers.make_station(anna, brandt, occupation=helper, end=date(2016, 8, 1))
    boss.sign(worker.ask(first))
    then = helpers.make_station(anna, brandt, occupation=elektro, start=date(2016, 9, 1))
    reference = boss.sign(worker.ask(then))
    assert queue(desk, reference) == ""
    assert stands(reference, worker)
