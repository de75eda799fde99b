"""The desk asks a side; the side answers once, with or without an account, and others learn nothing."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from accounts import actions as accounts
from accounts import registry
from network.desk import asking, cases
from network.desk import registry as desk
from network.desk.models import Case, CaseQuestion
from network.desk.registry import Side
from references import actions
from references.models import Reference
from tests import factories
from tests.desk.casework import QUESTION, REASON, SECRET, ask, asks, at_desk, contested
from tests.employers.helpers import enter, link_in_mail
from tests.references import helpers

pytestmark = pytest.mark.django_db


def test_desk_asks_and_the_side_answers_once(petra, case, monika):
    mail.outbox.clear()
    assert ask(petra, case).url == f"/desk/cases/{case.pk}/"
    (letter,) = mail.outbox
    assert letter.to == [monika.email]
    assert case.words not in letter.body
    client = enter(monika)
    here = link_in_mail()
    assert here == f"/me/desk/{case.pk}/"
    assert f"{here}answer/" in client.get(here).content.decode()
    page = client.get(f"{here}answer/").content.decode()
    assert QUESTION in page
    for hidden in (case.words, "Anna", "Gärtner", SECRET):
        assert hidden not in page + client.get(here).content.decode()
    assert client.post(f"{here}answer/", {"words": "Ja, am Freitag."}).url == here
    assert client.post(f"{here}answer/", {"words": "Nein."}).url == here  # a double click
    question = CaseQuestion.objects.get()
    assert (question.answer, question.answered_by) == ("Ja, am Freitag.", monika)
    page = enter(petra).get(f"/desk/cases/{case.pk}/").content.decode()
    assert "Ja, am Freitag." in page
    assert "Petra Hofmann" in page


@pytest.mark.parametrize("words", ["", "x" * 301])
def test_question_is_short_and_says_something(petra, case, words):
    assert "words" in ask(petra, case, words=words).context["form"].errors
    assert not CaseQuestion.objects.exists()


def test_side_is_not_asked_twice_at_once(petra, case):
    ask(petra, case)
    assert "who" in ask(petra, case).context["form"].errors
    assert CaseQuestion.objects.count() == 1
    CaseQuestion.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert ask(petra, case).status_code == 302


def test_answer_that_comes_late_is_none(petra, case, monika):
    ask(petra, case)
    question = CaseQuestion.objects.get()
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    with pytest.raises(asking.Over):
        asking.answer(by=monika, question=question, words="Doch")
    assert enter(monika).post(f"/me/desk/{case.pk}/answer/", {"words": "Doch"}).url == f"/me/desk/{case.pk}/"
    assert CaseQuestion.objects.get().answer == ""


@pytest.mark.parametrize("who", ["anna", "rita", "fremder", "petra"])
def test_others_do_not_answer_for_a_side(who, petra, case, request):
    ask(petra, case)
    client = enter(request.getfixturevalue(who))
    answer = client.post(f"/me/desk/{case.pk}/answer/", {"words": "Ich war es."})
    assert answer.status_code == (302 if who == "anna" else 404)
    assert CaseQuestion.objects.get().answered_at is None
    if who != "anna":
        assert client.get(f"/me/desk/{case.pk}/").status_code == 404
        assert client.post(f"/me/desk/{case.pk}/contest/", {"words": "Nein"}).status_code == 404


def test_party_at_the_desk_asks_nothing(case, monika, signed):
    at_desk(monika.email)
    assert ask(monika, case).status_code == 409
    with pytest.raises(PermissionDenied):
        asking.ask(by=monika, case=case, who="worker", words=QUESTION)
    assert not CaseQuestion.objects.exists()


def test_who_has_no_account_and_no_mailbox_cannot_be_asked(petra, anna, monkeypatch):
    subject = desk.Subject(load=lambda name: None, end=None, told=lambda name: [Side("referee", "Jemand")])
    monkeypatch.setitem(desk.subjects, "request", subject)
    case = cases.open_case(by=None, kind="guessed", subject="request:x", profile=anna.profile)
    assert "who" in ask(petra, case).context["form"].errors
    with pytest.raises(asking.Unreachable):
        asking.ask(by=petra, case=case, who="referee", words=QUESTION)


def test_mailbox_without_account_answers_by_the_link_once(petra, anna, monkeypatch):
    side = Side("referee", "Jemand", email="boss@example.org", language="de")
    subject = desk.Subject(load=lambda name: None, end=None, told=lambda name: [side])
    monkeypatch.setitem(desk.subjects, "request", subject)
    case = cases.open_case(by=None, kind="guessed", subject="request:x", profile=anna.profile)
    ask(petra, case)
    link = link_in_mail()
    token = link.strip("/").rpartition("/")[2]
    assert token not in str(CaseQuestion.objects.values().get())
    stranger = Client()
    assert QUESTION in stranger.get(link).content.decode()
    assert CaseQuestion.objects.get().answered_at is None
    assert stranger.post(link, {"words": "Ja."}).status_code == 200
    assert stranger.post(link, {"words": "Nein."}).status_code == 200
    assert CaseQuestion.objects.get().answer == "Ja."
    assert QUESTION not in stranger.get(link).content.decode()
    for wrong in ("/desk/answer/x/", f"/desk/answer/{'x' * 99}/"):
        assert stranger.get(wrong).status_code == 404
    ask(petra, case)
    CaseQuestion.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert stranger.post(link_in_mail(), {"words": "Zu spät"}).status_code == 410


def test_firm_that_began_it_learns_nothing_while_the_worker_does_not_show_it(petra, brandt, monika, anna):
    helpers.reference_for(anna, brandt)
    Reference.objects.all()._change(begun_by_firm=True, referee_user=monika)
    signed = Reference.objects.get()
    case = contested(signed)
    assert [side.who for side in desk.sides_of(case)] == ["worker"]
    mail.outbox.clear()
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    assert [letter.to for letter in mail.outbox] == [[anna.email]]
    client = enter(monika)
    assert client.get(f"/me/desk/{case.pk}/").status_code == 404
    assert REASON not in client.get("/me/desk/").content.decode()
    assert asks(monika) is None
    actions.release(by=anna, reference=signed)
    assert client.get(f"/me/desk/{case.pk}/").status_code == 200


def test_what_looked_unusual_and_stays_needs_no_mail(petra, signed, anna):
    case = cases.open_case(by=None, kind="signals", subject=signed.key_of_item, profile=anna.profile)
    assert enter(anna).get(f"/me/desk/{case.pk}/").status_code == 404
    mail.outbox.clear()
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    assert not mail.outbox
    assert REASON in enter(anna).get(f"/me/desk/{case.pk}/").content.decode()


def test_line_in_the_own_area_says_when_the_desk_asks(petra, case, anna, monika):
    assert (asks(anna), asks(monika)) == (False, None)
    ask(petra, case)
    assert (asks(anna), asks(monika)) == (False, True)
    assert "/me/desk/" in enter(monika).get("/me/").content.decode()
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    assert (asks(anna), asks(monika)) == (False, False)


def test_export_holds_own_words_and_reasons_and_no_words_of_others(petra, case, anna, monika):
    ask(petra, case)
    asking.answer(by=monika, question=CaseQuestion.objects.get(), words="Meine Antwort")
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    mine, hers = (str(registry.exporters["desk"](who).data) for who in (anna, monika))
    assert case.words in mine
    assert REASON in mine
    assert "Meine Antwort" not in mine
    assert "Meine Antwort" in hers
    assert REASON in hers
    assert case.words not in hers
    assert REASON in str(registry.exporters["desk"](petra).data)


def test_closing_takes_words_and_answers_along(petra, case, anna, monika):
    ask(petra, case)
    asking.answer(by=monika, question=CaseQuestion.objects.get(), words="Meine Antwort")
    other = factories.make_user("zweite@brandt-elektro.example")
    factories.make_member(case.employer, other, "Zweite", is_admin=True)
    accounts.close(by=monika)
    question = CaseQuestion.objects.get()
    assert (question.answer, question.answered_by) == ("", None)
    assert enter(petra).get(f"/desk/cases/{case.pk}/").status_code == 200
    accounts.close(by=anna)
    assert not Case.objects.exists()
    assert not CaseQuestion.objects.exists()


def test_who_signed_without_account_answers_by_the_own_link(petra, anna, brandt):
    issued = helpers.reference_for(anna, brandt)
    link = f"/r/manage/{issued.manage_token}/"
    case = contested(issued.reference)
    mail.outbox.clear()
    assert ask(petra, case).status_code == 302
    assert not mail.outbox
    stranger = Client()
    assert f"{link}question/" in stranger.get(link).content.decode()
    page = stranger.get(f"{link}question/").content.decode()
    assert QUESTION in page
    assert case.words not in page
    assert stranger.post(f"{link}question/", {"words": "Ja, ich."}).url == link
    assert stranger.get(f"{link}question/").url == link
    assert CaseQuestion.objects.get().answer == "Ja, ich."
    cases.decide(by=petra, case=case, outcome="stays", reason=REASON)
    assert REASON in stranger.get(link).content.decode()
    assert stranger.get("/r/manage/x/question/").status_code == 404
