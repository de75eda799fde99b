"""12: revenge, a name on a silent list. Harmless: a boss who withdraws, one who leaves a question open."""

import re

import pytest

from network.desk.models import Case
from network.occupations.models import Statement
from tests.references.helpers import fresh_token
from tests.references.test_referee_pages import url
from tests.trust.attacks import Person, queue, read_by_strangers, stands

pytestmark = pytest.mark.django_db


def test_attack_sentence_that_is_in_no_list(worker, boss, station):
    """There is no bad one to be ticked, and nobody can send one."""
    token = worker.ask(station)
    boss.browser.post(url(token), {"answer": "yes"})
    page = boss.browser.post(url(token, "seen"), {"statements": ["craft.is-lazy"], "text": ""})
    assert page.status_code == 200
    assert page.context["form"].errors["statements"]
    assert not re.search(r"\b(never|not|lazy|bad)\b", " ".join(str(each) for each in Statement.objects.all()))


def test_attack_coded_words_are_told_to_who_writes_them(worker, boss, station):
    """ "Hat sich stets bemüht" reads as praise and means the opposite: it is said before anybody signs it."""
    token = worker.ask(station)
    boss.browser.post(url(token), {"answer": "yes"})
    said = {"statements": ["craft.test-0"], "text": "Er hat sich stets bemüht."}
    page = boss.browser.post(url(token, "seen"), said)
    assert page.status_code == 200
    assert page.context["hints"]


def test_attack_withdrawal_leaves_no_reason_and_no_words(worker, boss, station):
    reference = boss.sign(worker.ask(station))
    worker.show(reference)
    address = f"/r/mine/{fresh_token()}/reference/{reference.public_id}/withdraw/"
    boss.browser.post(address, {"reason": "Hat gestohlen."})
    page = read_by_strangers(reference)
    assert "Withdrawn on" in page
    for words in ("gestohlen", "Sentence", "Gärtner"):
        assert words not in page
    handle = worker.user.profile.handle
    assert reference.public_id not in Person("198.51.100.78").page(f"/p/{handle}/")  # the worker's page tells nothing


def test_attack_word_that_is_not_right_is_contested(worker, boss, station, desk):
    reference = boss.sign(worker.ask(station))
    worker.browser.post(f"/me/references/{reference.public_id}/contest/", {"words": "So war es nicht."})
    assert Case.objects.open().get().kind == "contest"
    assert "A worker contests it" in desk.page("/desk/")
    assert "So war es nicht." not in read_by_strangers(reference)


def test_twin_boss_who_withdraws_what_no_longer_holds(worker, boss, station, desk):
    """Nobody is marked for it, and others stay."""
    first, second = boss.sign(worker.ask(station)), None
    boss.browser.post(f"/r/mine/{fresh_token()}/reference/{first.public_id}/withdraw/", {"reason": ""})
    second = boss.sign(worker.ask(station))
    assert queue(desk, first) == queue(desk, second) == ""
    assert stands(second, worker)


def test_twin_question_left_open_says_nothing(worker, boss, station):
    """Without "I would hire again" no page speaks of it."""
    token = worker.ask(station)
    boss.browser.post(url(token), {"answer": "yes"})
    boss.browser.post(url(token, "seen"), {"statements": ["craft.test-0"], "text": ""})
    reference = boss.sign(token, again="")
    assert "hire" not in worker.show(reference)
    assert stands(reference, worker)
