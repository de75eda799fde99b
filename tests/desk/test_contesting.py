"""A worker contests a reference, and either side contests a decision, once."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from network.desk import cases, contesting
from network.desk.models import Case
from references import actions
from references.models import Reference, Withdrawal
from tests.desk.casework import REASON, WORDS, at_desk
from tests.employers.helpers import enter

pytestmark = pytest.mark.django_db


def test_worker_contests_once_and_reads_how_it_stands(anna, signed, petra):
    client = enter(anna)
    here = f"/me/references/{signed.public_id}/"
    assert "contest/" in client.get(here).content.decode()
    assert client.get(f"{here}contest/").status_code == 200
    assert not Case.objects.exists()
    for words in ("", "x" * 501):
        assert "words" in client.post(f"{here}contest/", {"words": words}).context["form"].errors
    for _click in range(2):
        answer = client.post(f"{here}contest/", {"words": WORDS})
        assert answer.url == f"/me/desk/{Case.objects.get().pk}/"
    case = Case.objects.get()
    assert (case.kind, case.subject, case.words) == ("contest", signed.key_of_item, WORDS)
    assert (case.profile, case.opened_by, case.employer) == (anna.profile, anna, signed.employer)
    assert WORDS in client.get(answer.url).content.decode()
    assert "contest/" not in client.get(here).content.decode()
    assert WORDS in enter(petra).get(f"/desk/cases/{case.pk}/").content.decode()


def test_contested_reference_can_be_hidden_meanwhile(anna, signed, case):
    actions.release(by=anna, reference=signed)
    enter(anna).post(f"/me/references/{signed.public_id}/decide/", {"show": "no"})
    assert not Reference.objects.get().shown
    assert Case.objects.open().exists()


@pytest.mark.parametrize("who", ["monika", "rita", "fremder"])
def test_nobody_else_contests_as_the_worker(who, signed, request):
    client = enter(request.getfixturevalue(who))
    for answer in (
        client.get(f"/me/references/{signed.public_id}/contest/"),
        client.post(f"/me/references/{signed.public_id}/contest/", {"words": WORDS}),
    ):
        assert answer.status_code in (302, 404)  # who has no page is sent to begin one
    assert not Case.objects.exists()


def test_withdrawn_reference_needs_no_contest(anna, signed):
    actions.withdraw(by=None, reference=signed)
    client = enter(anna)
    assert client.post(f"/me/references/{signed.public_id}/contest/", {"words": WORDS}).status_code == 302
    assert not Case.objects.exists()


def test_decision_is_contested_once_and_looked_at_by_somebody_else(petra, case, anna, signed):
    paul = at_desk("paul@desk.example", "Paul Pohl")
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    client = enter(anna)
    assert client.get(f"/me/desk/{case.pk}/contest/").status_code == 200
    answer = client.post(f"/me/desk/{case.pk}/contest/", {"words": "Es war mein Nachfolger."})
    second = Case.objects.open().get()
    assert answer.url == f"/me/desk/{second.pk}/"
    assert (second.contests, second.subject, second.kind) == (case, case.subject, "contest")
    with pytest.raises(contesting.Contested):
        contesting.contest_decision(by=anna, case=Case.objects.get(pk=case.pk), words="Noch einmal")
    page = enter(petra).get(f"/desk/cases/{second.pk}/")
    assert page.context["form"] is None
    with pytest.raises(PermissionDenied):
        cases.decide(by=petra, case=second, outcome="stays", reason=REASON)
    cases.decide(
        by=paul, case=Case.objects.get(pk=second.pk), outcome="ended", reason="Die Firma hat es anders gesagt."
    )
    assert Withdrawal.objects.get().who == "desk"
    with pytest.raises(contesting.Contested):
        contesting.contest_decision(by=anna, case=Case.objects.get(pk=second.pk), words="Noch einmal")


def test_alone_at_the_desk_looks_again(petra, case, anna):
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    second = contesting.contest_decision(by=anna, case=case, words="Doch")
    cases.decide(by=petra, case=second, outcome="stays", reason="Ich habe noch einmal gefragt.")
    assert not Withdrawal.objects.exists()


def test_decision_that_ended_it_can_be_wrong_and_nothing_is_ended_twice(petra, case, anna, monika):
    cases.decide(by=petra, case=case, outcome="ended", reason=REASON)
    second = contesting.contest_decision(by=monika, case=case, words="Ich war es sehr wohl.")
    paul = at_desk("paul@desk.example", "Paul Pohl")
    cases.decide(by=paul, case=second, outcome="ended", reason="Sie war es doch.")
    assert Withdrawal.objects.count() == 1


def test_two_contest_at_once_and_one_row_is_left(case, petra, anna):
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    contesting.contest_decision(by=anna, case=case, words="Eins")
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.create(kind="signals", subject=case.subject, contests=case)
