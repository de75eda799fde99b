"""A human decides, once, with a reason that the sides read (law 15)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts import registry
from network.desk import cases
from network.desk import registry as desk
from network.desk.models import Case
from references import actions
from references.models import LedgerEntry, Withdrawal
from tests import factories
from tests.desk.casework import REASON, SECRET, at_desk, contested, reference
from tests.employers.helpers import enter

pytestmark = pytest.mark.django_db


def url(case: Case) -> str:
    return f"/desk/cases/{case.pk}/"


def test_ended_reference_is_withdrawn_by_the_desk_with_the_reason(petra, case, signed):
    actions.release(by=signed.profile.user, reference=signed)
    before = LedgerEntry.objects.count()
    cases.decide(by=petra, case=case, outcome="ended", reason=REASON)
    withdrawal = Withdrawal.objects.get()
    assert (withdrawal.who, withdrawal.reason, withdrawal.reference) == ("desk", REASON, signed)
    assert LedgerEntry.objects.count() == before + 1
    assert LedgerEntry.objects.order_by("seq").last().kind == "withdrawn"
    case.refresh_from_db()
    assert (case.outcome, case.decided_by, case.reason) == ("ended", petra, REASON)


def test_both_sides_and_the_firm_get_the_reason(petra, case, anna, monika):
    mail.outbox.clear()
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    assert sorted(letter.to[0] for letter in mail.outbox) == sorted([anna.email, monika.email])
    for letter in mail.outbox:
        assert REASON in letter.body
        assert f"/me/desk/{case.pk}/" in letter.body
    for who in (anna, monika):
        assert REASON in enter(who).get(f"/me/desk/{case.pk}/").content.decode()
    assert not Withdrawal.objects.exists()


def test_long_reason_is_read_line_by_line_by_worker_and_signer(petra, case, signed, anna, monika):
    reason = "Wir haben beide gefragt.\n" + "Der Plan zeigt andere Wochen. " * 32
    cases.decide(by=petra, case=case, outcome="ended", reason=reason)
    assert Withdrawal.objects.get().reason == reason
    for who, address in (
        (anna, f"/me/references/{signed.public_id}/"),
        (anna, f"/me/desk/{case.pk}/"),
        (monika, f"/me/desk/{case.pk}/"),
    ):
        page = enter(who).get(address).content.decode()
        assert "gefragt.<br>Der Plan" in page, address


def test_second_decision_is_none(petra, case):
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    with pytest.raises(cases.Decided):
        cases.decide(by=at_desk("paul@desk.example"), case=case, outcome="ended", reason="Doch nicht")
    assert Case.objects.get().outcome == "stays"
    assert not Withdrawal.objects.exists()


@pytest.mark.parametrize("reason", ["", "  ", "x" * 1001])
def test_no_decision_without_a_reason_that_fits(petra, case, reason):
    with pytest.raises(ValueError, match="reason"):
        cases.decide(by=petra, case=case, outcome="stays", reason=reason)
    answer = enter(petra).post(url(case), {"outcome": "stays", "reason": reason})
    assert "reason" in answer.context["form"].errors
    assert Case.objects.open().exists()


@pytest.mark.parametrize("who", ["anna", "monika", "rita", "fremder"])
@pytest.mark.parametrize("outcome", ["stays", "ended"])
def test_others_decide_nothing(who, outcome, case, request):
    with pytest.raises(PermissionDenied):
        cases.decide(by=request.getfixturevalue(who), case=case, outcome=outcome, reason=REASON)
    assert Case.objects.open().exists()


@pytest.mark.parametrize("who", ["anna", "monika", "colleague"])
def test_who_is_part_of_it_neither_reads_nor_decides(who, petra, case, brandt, request):
    user = request.getfixturevalue(who) if who != "colleague" else at_desk("kollege@brandt-elektro.example")
    if who == "colleague":
        branch = factories.make_employer("Brandt Nord", brandt.place, parent=brandt)
        factories.make_member(branch, user, "Karl Kollege")
    at_desk(user.email)
    client = enter(user)
    for answer in (client.get(url(case)), client.post(url(case), {"outcome": "stays", "reason": REASON})):
        assert answer.status_code == 409
        assert case.words not in answer.content.decode()
    with pytest.raises(PermissionDenied):
        cases.decide(by=user, case=case, outcome="stays", reason=REASON)
    assert Case.objects.open().exists()


def test_hidden_words_and_name_stay_hidden_from_the_desk(petra, case, anna):
    page = enter(petra).get(url(case)).content.decode()
    assert "Meisterin" in page
    assert case.words in page
    for hidden in (SECRET, "Satz 0.", "Sentence 0."):
        assert hidden not in page
    Case.objects.update(opened_by=None, words="", kind="signals")
    assert "Anna" not in enter(petra).get(url(case)).content.decode()


def test_page_asks_once_more_before_it_ends_anything(petra, case):
    client = enter(petra)
    choice = {"outcome": "ended", "reason": REASON}
    sure = client.post(url(case), choice)
    assert REASON in sure.content.decode()
    assert not Withdrawal.objects.exists()
    assert client.post(url(case), {**choice, "sure": "yes"}).status_code == 200
    assert Withdrawal.objects.get().who == "desk"
    assert client.post(url(case), {**choice, "sure": "yes"}).status_code == 200  # a double click reads the decision


def test_who_is_slower_reads_that_somebody_else_has_decided(petra, case, monkeypatch):
    seen = Case.objects.whole().get()
    monkeypatch.setattr("network.desk.views_cases.get_object_or_404", lambda *args, **kwargs: seen)
    cases.decide(by=at_desk("paul@desk.example"), case=case, outcome="stays", reason="Schneller")
    assert enter(petra).post(url(case), {"outcome": "stays", "reason": REASON}).status_code == 409
    assert Case.objects.get().reason == "Schneller"


def test_queue_has_the_longest_waiting_first_and_then_what_was_decided(petra, case, anna, brandt):
    second = contested(reference(anna, brandt))
    Case.objects.filter(pk=second.pk).update(opened_at=timezone.now() - timedelta(days=3))
    page = enter(petra).get("/desk/cases/")
    assert [row.url for row in page.context["waiting"]] == [url(second), url(case)]
    cases.decide(by=petra, case=second, outcome="stays", reason=REASON)
    page = enter(petra).get("/desk/cases/")
    assert [row.url for row in page.context["decided"]] == [url(second)]


@pytest.mark.parametrize("who", ["anna", "monika", "rita", "fremder"])
def test_pages_of_the_desk_do_not_exist_for_others(who, petra, case, request):
    client = enter(request.getfixturevalue(who))
    for address in ("/desk/cases/", url(case)):
        for answer in (client.get(address), client.post(address, {"outcome": "stays", "reason": REASON})):
            assert answer.status_code == 404
            assert case.words not in answer.content.decode()
    assert Case.objects.open().exists()


def test_thing_without_a_room_can_only_stay(petra, anna, monkeypatch):
    case = cases.open_case(by=None, kind="signals", subject="nothing:1", profile=anna.profile)
    assert desk.subject_of(case) is None
    with pytest.raises(cases.Lasting):
        cases.decide(by=petra, case=case, outcome="ended", reason=REASON)
    assert Case.objects.open().exists()
    client = enter(petra)
    assert client.get(url(case)).status_code == 200
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)


def test_case_goes_three_years_after_the_decision(petra, case):
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    Case.objects.update(decided_at=timezone.now() - cases.KEPT + timedelta(hours=1))
    registry.purgers["desk"]()
    assert Case.objects.exists()
    Case.objects.update(decided_at=timezone.now() - cases.KEPT - timedelta(hours=1))
    assert registry.purgers["desk"]() == 1
    assert not Case.objects.exists()
