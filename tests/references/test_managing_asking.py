"""Asking for a fresh link: the answer tells nothing, the mail goes to who has signed, and not often."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from references import actions
from references.managing import asking
from references.models import ManageLink
from tests.references import helpers
from tests.references.managing import ASK, ask

TAGGED = "monika+zeugnis@brandt-elektro.example"


def test_mail_goes_to_who_has_signed_and_lists_it(boss, reference, outbox):
    outbox.clear()
    page = ask(boss, " Monika@Brandt-Elektro.EXAMPLE ")
    assert "Look into your mailbox" in page
    (letter,) = outbox
    assert letter.to == [helpers.BOSS]
    listed = boss.get(helpers.last_link()).content.decode()
    assert "Reference for Anna Gärtner" in listed


@pytest.mark.parametrize("mailbox", ["nobody@example.org", "anna@example.org", "offen@brandt-elektro.example"])
def test_answer_is_the_same_and_nothing_is_sent_where_nothing_was_signed(
    boss, anna, station, reference, outbox, mailbox
):
    """A stranger, the worker herself, somebody who was asked and has not answered."""
    helpers.ask(anna, helpers.make_station(anna), "offen@brandt-elektro.example")
    outbox.clear()
    known, unknown = ask(boss), ask(Client(headers={"accept-language": "en"}), mailbox)
    assert known == unknown
    assert [letter.to for letter in outbox] == [[helpers.BOSS]]
    assert ManageLink.objects.count() == 1


def test_request_costs_the_same_whether_something_was_signed(boss, reference, monkeypatch):
    """Looking it up and sending is not done by the page: it puts the mailbox aside and answers."""
    waiting = []
    monkeypatch.setattr(type(asking.send), "enqueue", lambda _task, *given: waiting.append(given))
    cost = []
    for mailbox in (helpers.BOSS, "nobody@example.org"):
        with CaptureQueriesContext(connection) as asked:
            boss.post(ASK, {"mailbox": mailbox})
        cost.append([each["sql"] for each in asked if "references_" in each["sql"]])
    assert cost == [[], []]
    assert len(waiting) == 2
    assert helpers.BOSS not in str(waiting)  # the row of a task is kept for two weeks
    assert not ManageLink.objects.exists()


def test_task_runs_once(reference, outbox):
    outbox.clear()
    cache.set("managing:key", helpers.BOSS, 60)
    for _twice in range(2):
        asking.send.func("key", "en")
    assert len(outbox) == 1


def test_tag_finds_the_mailbox_without_it_and_writes_there(boss, reference, outbox):
    """ "boss+x@" is on some servers another person's mailbox: the mail goes where the words came from."""
    outbox.clear()
    ask(boss, TAGGED)
    assert [letter.to for letter in outbox] == [[helpers.BOSS]]


def test_signed_with_a_tag_is_found_with_it_alone(boss, anna, outbox, statements):
    helpers.sign(helpers.ask(anna, helpers.make_station(anna), TAGGED))
    outbox.clear()
    ask(boss)
    assert not outbox
    cache.clear()
    ask(boss, TAGGED)
    assert [letter.to for letter in outbox] == [[TAGGED]]


def test_each_spelling_gets_its_own_link(boss, anna, reference, outbox):
    helpers.sign(helpers.ask(anna, helpers.make_station(anna), TAGGED))
    outbox.clear()
    ask(boss, TAGGED)
    assert sorted(letter.to[0] for letter in outbox) == sorted([helpers.BOSS, TAGGED])
    page = boss.get(helpers.last_link(TAGGED)).content.decode()
    assert page.count("Reference for Anna") == 1


def test_one_mailbox_gets_few_mails_and_the_answer_stays_the_same(boss, reference, outbox):
    outbox.clear()
    first = ask(boss)
    again = [ask(Client(REMOTE_ADDR=f"10.0.0.{n}", headers={"accept-language": "en"})) for n in range(3)]
    tagged = ask(Client(REMOTE_ADDR="10.0.0.9", headers={"accept-language": "en"}), TAGGED)
    assert {first, *again, tagged} == {first}
    assert len(outbox) == 1


def test_network_that_tries_many_is_stopped(boss, db):
    answers = [boss.post(ASK, {"mailbox": f"boss{n}@example.org"}).status_code for n in range(21)]
    assert answers[:20] == [302] * 20
    assert answers[20] == 429


@pytest.mark.parametrize(
    "typed", ["", "boss", "boss@@example.org", "a" * 300 + "@example.org", "böss@exämple.örg", "\x00@x.de"]
)
def test_wrong_address_is_told_at_the_field(boss, db, typed, outbox):
    answer = boss.post(ASK, {"mailbox": typed})
    if answer.status_code == 200:
        assert "Enter" in answer.content.decode() or "error" in answer.content.decode()
    assert not outbox


def test_member_who_signed_by_a_forwarded_link_is_not_the_mailbox(boss, anna, monika, brandt, outbox):
    """Monika signed as a member; the mailbox that was asked is somebody else's and manages by the link of its copy alone."""
    helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt), "office@brandt-elektro.example"), by=monika)
    outbox.clear()
    ask(boss, "office@brandt-elektro.example")
    assert not outbox


def test_account_that_held_the_mailbox_and_was_closed_is_found_by_it(boss, anna, monika, outbox):
    helpers.sign(helpers.ask(anna, helpers.make_station(anna), monika.email), by=monika)
    actions.erase(by=monika)
    outbox.clear()
    ask(boss, monika.email)
    assert len(outbox) == 1
