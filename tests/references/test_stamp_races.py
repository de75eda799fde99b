"""Two people and one list at the same moment, each with a connection of its own."""

import pytest
from django.core import mail
from django.db import connection

from network.desk.models import Case
from network.profiles.models import Confirmation
from references.models import StampAnswer, StampConsent, StampRound
from references.stamp import actions, calendar, rules
from tests import factories
from tests.desk.test_races import at_once
from tests.references import stamps

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def postgresql() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("one process at a time writes in SQLite")


@pytest.fixture
def working(anna, brandt):
    return stamps.working(anna, brandt)


@pytest.fixture
def second(brandt):
    user = factories.make_user("zweite@brandt-elektro.example")
    factories.make_member(brandt, user, "Zoe Zweit", is_admin=True)
    return user


def test_of_two_admins_one_answers(brandt, working, monika, second):
    asked = stamps.open_round(brandt)
    stored = at_once(
        lambda: actions.answer(by=monika, asked=asked, said={working.pk: "yes"}),
        lambda: actions.answer(by=second, asked=asked, said={working.pk: "gone"}),
    )
    assert sorted(stored) == [0, 1]
    said = StampAnswer.objects.get().said
    assert Confirmation.objects.count() == (1 if said == "yes" else 0)


def test_double_click_is_one_answer_and_one_mail(brandt, working, monika):
    asked = stamps.open_round(brandt)
    mail.outbox.clear()
    acts = [lambda: actions.answer(by=monika, asked=asked, said={working.pk: "yes"})] * 4
    assert sorted(at_once(*acts)) == [0, 0, 0, 1]
    assert (Confirmation.objects.count(), len(mail.outbox)) == (1, 1)


def test_consent_taken_back_and_answer_leave_no_answer_without_consent(brandt, working, anna, monika):
    """Either the answer came first, or there is none; nothing is torn."""
    asked = stamps.open_round(brandt)
    results = at_once(
        lambda: actions.disagree(by=anna, station=working),
        lambda: actions.answer(by=monika, asked=asked, said={working.pk: "yes"}),
    )
    assert not StampConsent.objects.exists()
    assert StampAnswer.objects.count() == Confirmation.objects.count() == sum(each or 0 for each in results)


def test_two_daily_runs_open_one_round_and_write_one_mail(brandt, working, monika, monkeypatch):
    monkeypatch.setattr(rules, "is_time_to_ask", lambda day: True)
    mail.outbox.clear()
    assert at_once(calendar.daily, calendar.daily) == [0, 0]
    assert (StampRound.objects.count(), len(mail.outbox)) == (1, 1)


def test_contested_while_the_firm_takes_it_back_leaves_no_case_about_nothing(brandt, working, anna, monika):
    asked = stamps.open_round(brandt)
    answer = stamps.said(monika, asked, working)
    mine, theirs = (StampAnswer.objects.select_related("round__employer", "station__profile").get() for _each in "ab")
    at_once(
        lambda: actions.contest(by=anna, answer=mine, words="So nicht."),
        lambda: actions.take_back(by=monika, answer=theirs),
    )
    there = StampAnswer.objects.filter(pk=answer.pk).exists()
    assert Case.objects.exists() == there
    assert not Confirmation.objects.exists()
