"""1: own second mailbox, own browser, own line. Harmless: one router in a workshop, brothers with one surname, a borrowed phone."""

import pytest
from allauth.account.models import EmailAddress

from tests.references import handshakes
from tests.trust.attacks import Person, queue, stands

pytestmark = pytest.mark.django_db
SAME_BROWSER, SAME_LINE = "The same browser has asked and signed.", "used the same internet connection"
SAME_MAILBOX = "looks like another one of the worker"
SECOND = "meister.brandt@post.example"


def own(worker: Person, email: str) -> None:
    EmailAddress.objects.create(user=worker.user, email=email, verified=True)


@pytest.mark.parametrize("email", ["anna@example.org", "anna+chef@example.org", "Anna@Example.org"])
def test_attack_own_mailbox_is_refused(worker, station, email):
    assert worker.ask(station, email) == ""


def test_attack_second_mailbox_in_the_own_browser(worker, station, desk):
    token = worker.ask(station, SECOND)
    reference = worker.borrowed_by().sign(token)
    page = queue(desk, reference)
    assert SAME_BROWSER in page
    assert "people share a phone" in page  # why it is mostly harmless


def test_attack_second_mailbox_on_the_own_line(worker, station, desk):
    token = worker.ask(station, SECOND)
    assert SAME_LINE in queue(desk, Person("198.51.100.1").sign(token))


def test_attack_second_free_mailbox_of_one_name(worker, boss, station, desk):
    own(worker, "anna.gaertner@gmx.de")
    assert SAME_MAILBOX in queue(desk, boss.sign(worker.ask(station, "annagaertner77@web.de")))


def test_twin_router_of_a_workshop(worker, station, desk):
    """Asked by mail from the workshop, signed there: a human reads it and why it is harmless, and nothing is blocked."""
    reference = Person("198.51.100.1").sign(worker.ask(station))
    assert "one router for everybody" in queue(desk, reference)
    assert stands(reference, worker)


def test_twin_handshake_on_one_line(worker, station, desk):
    """In one room everybody is on one line: not even marked."""
    boss = Person("198.51.100.1").browser
    token = handshakes.shake(worker.browser, boss, station)
    handshakes.answer(boss, token)
    boss.post(f"/r/{token}/code/", {"without": "1"})
    handshakes.sign(boss, token)
    reference = station.references.get()
    assert queue(desk, reference) == ""
    assert stands(reference, worker)


def test_twin_brothers_with_one_surname(worker, boss, station, desk):
    own(worker, "anna.huber@gmx.de")
    reference = boss.sign(worker.ask(station, "bernd.huber@gmx.de"), name="Bernd Huber")
    assert queue(desk, reference) == ""
    assert stands(reference, worker)
