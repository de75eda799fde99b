"""Several at the same moment, each with a connection of their own: one decides, one answers, one contests."""

import pytest
from django.db import connection

from network.desk import asking, cases, contesting
from network.desk.models import Case, CaseQuestion
from references import actions
from references.models import LedgerEntry, Reference, Withdrawal
from tests.desk.casework import REASON, at_desk, contested, reference
from tests.desk.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case(anna, brandt, monika) -> Case:
    if connection.vendor != "postgresql":
        pytest.skip("one process at a time writes in SQLite")
    return contested(reference(anna, brandt, monika))


def fresh(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def test_of_four_at_the_desk_one_decides(case):
    people = [at_desk(f"desk{number}@desk.example") for number in range(4)]
    wanted = ["ended", "stays", "ended", "stays"]
    acts = [
        lambda who=who, what=what: cases.decide(by=who, case=fresh(case), outcome=what, reason=f"{REASON} {what}")
        for who, what in zip(people, wanted, strict=True)
    ]
    results = at_once(*acts)
    assert [each for each in results if each is not None] == ["Decided"] * 3
    decided = fresh(case)
    assert decided.reason == f"{REASON} {decided.outcome}"
    assert Withdrawal.objects.count() == (decided.outcome == "ended")


def test_decision_and_withdrawal_at_once_leave_one_record(case, monika):
    petra = at_desk()
    signed = Reference.objects.get()
    results = at_once(
        lambda: cases.decide(by=petra, case=fresh(case), outcome="ended", reason=REASON),
        lambda: actions.withdraw(by=monika, reference=signed),
    )
    assert not [each for each in results if isinstance(each, str)]
    assert Withdrawal.objects.count() == 1
    assert LedgerEntry.objects.filter(kind="withdrawn").count() == 1


def test_of_two_answers_one_is_kept(case, monika):
    question = asking.ask(by=at_desk(), case=fresh(case), who="referee", words="Waren Sie es?")
    results = at_once(
        *(lambda text=text: asking.answer(by=monika, question=question, words=text) for text in ("Ja", "Nein"))
    )
    assert results.count("Over") == 1
    assert CaseQuestion.objects.get().answer in ("Ja", "Nein")


def test_decision_is_contested_once_by_two(case, anna, monika):
    cases.decide(by=at_desk(), case=fresh(case), outcome="stays", reason=REASON)
    results = at_once(
        *(
            lambda who=who: contesting.contest_decision(by=who, case=fresh(case), words="Nein").pk
            for who in (anna, monika)
        )
    )
    assert results.count("Contested") == 1
    assert Case.objects.open().count() == 1


def test_side_is_asked_once_by_two(case):
    people = [at_desk(), at_desk("paul@desk.example")]
    results = at_once(
        *(lambda who=who: asking.ask(by=who, case=fresh(case), who="referee", words="?").pk for who in people)
    )
    assert results.count("Over") == 1
    assert CaseQuestion.objects.count() == 1
