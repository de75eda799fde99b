"""Two at the desk, two firms that ask each other, and somebody who accepts an invitation, at the same moment."""

import pytest
from django.db import connection
from django.utils import timezone

from network.employers import actions
from network.employers.models import Employer, EmployerProof, Membership
from tests import factories
from tests.desk.casework import at_desk
from tests.desk.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _at_once_at_all(db):
    if connection.vendor != "postgresql":
        pytest.skip("one process at a time writes in SQLite")


@pytest.fixture
def asked(brandt, talheim, monika):
    Employer.objects.filter(pk=brandt.pk).update(
        merge_asked=talheim, merge_words="Übernommen.", merge_agreed_at=timezone.now()
    )
    return brandt


def test_two_at_the_desk_make_one_of_them_once(asked, talheim):
    petra = at_desk()
    results = at_once(
        *(lambda: actions.merge(by=petra, employer=asked, into=talheim, reason="Gesehen.") for _each in range(3))
    )
    assert sorted(map(str, results)) == ["Gone", "Gone", "None"]
    assert EmployerProof.objects.filter(kind="took-over").count() == 1


def test_yes_and_no_of_the_desk_leave_one_of_both(asked, talheim):
    petra = at_desk()
    results = at_once(
        lambda: actions.merge(by=petra, employer=asked, into=talheim, reason="Gesehen."),
        lambda: actions.refuse_merge(by=petra, employer=asked, into=talheim, reason="Nicht gesehen."),
    )
    assert sorted(map(str, results)) == ["Gone", "None"]


def test_whoever_accepts_meanwhile_belongs_to_the_firm_that_is_left(asked, talheim, monika):
    petra, neu = at_desk(), factories.make_user("neu@example.org")
    invited = actions.invite(by=monika, employer=asked, email=neu.email, is_referee=True)
    results = at_once(
        lambda: actions.merge(by=petra, employer=asked, into=talheim, reason="Gesehen."),
        lambda: actions.accept_invitation(by=neu, invitation=invited, name="Nina Neu"),
    )
    assert not [each for each in results if isinstance(each, str)], results
    assert [each.employer for each in Membership.objects.current().filter(user=neu)] == [talheim]


def test_two_that_ask_each_other_ask_one_question(brandt, talheim, monika):
    tanja = factories.make_user("tanja@talheim.example")
    factories.make_member(talheim, tanja, "Tanja Thal", is_admin=True)
    results = at_once(
        lambda: actions.ask_merge(by=monika, employer=brandt, into=talheim, words="Wir zu euch."),
        lambda: actions.ask_merge(by=tanja, employer=talheim, into=brandt, words="Wir zu euch."),
    )
    assert sorted(map(str, results)) == ["Gone", "None"]
    assert Employer.objects.exclude(merge_asked=None).count() == 1
