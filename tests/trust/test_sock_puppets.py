"""2: fresh mailboxes, fast answers, many for one. Harmless: a boss with the phone in hand, a firm that closes."""

from datetime import timedelta

import pytest

from tests.references import handshakes, helpers
from tests.trust.attacks import Person, queue, stands

pytestmark = pytest.mark.django_db
FAST, MANY = "less than a minute after the request", "Many statements were signed within a day"


def test_attack_answer_within_seconds(worker, boss, station, desk):
    token = worker.ask(station, waits=timedelta())
    assert FAST in queue(desk, boss.sign(token))


def test_attack_five_mailboxes_in_a_day(worker, anna, brandt, desk):
    """Each from a browser and a line of its own."""
    for number in range(5):
        token = worker.ask(helpers.make_station(anna, brandt), f"puppet{number}@post.example")
        last = Person(f"203.0.113.{number}").sign(token)
    assert MANY in queue(desk, last)


def test_attack_colleague_out_of_nowhere_lifts_nothing(worker, boss, station):
    """Labelled: without a confirmed common station a colleague stays on the first rung."""
    reference = boss.sign(worker.ask(station), relation="colleague")
    assert reference.level == 1
    assert "Colleague" in worker.show(reference)


def test_twin_boss_answers_within_minutes(worker, boss, station, desk):
    reference = boss.sign(worker.ask(station, waits=timedelta(minutes=4)))
    assert queue(desk, reference) == ""
    assert stands(reference, worker)


def test_twin_in_one_room_it_takes_seconds(worker, boss, station, desk):
    token = handshakes.shake(worker.browser, boss.browser, station)
    handshakes.answer(boss.browser, token)
    boss.browser.post(f"/r/{token}/code/", {"without": "1"})
    handshakes.sign(boss.browser, token)
    assert queue(desk, station.references.get()) == ""


def test_twin_four_in_a_day_when_a_firm_closes(worker, anna, brandt, desk):
    for number in range(4):
        token = worker.ask(helpers.make_station(anna, brandt), f"boss{number}@brandt-elektro.example")
        last = Person(f"203.0.113.{number}").sign(token)
    assert queue(desk, last) == ""
    assert stands(last, worker)
