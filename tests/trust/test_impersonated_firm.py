"""6: somebody speaks as a firm that exists. Harmless: the firm itself, a namesake, a second owner's free mailbox."""

from datetime import date

import pytest
from django.core import mail

from tests import factories
from tests.references import helpers
from tests.trust.attacks import Person, queue, stands

pytestmark = pytest.mark.django_db
DOMAIN, NAME = "easily taken for brandt-elektro.example", "The name of the firm is easily taken"
TWO = "Two mailboxes have signed with a role that a firm usually has once"


@pytest.fixture
def unregistered(anna, fuerth):
    def make(name: str):
        return factories.make_station(anna.profile, name=name, place=fuerth, start=date(2013, 9, 1))

    return make


@pytest.mark.parametrize("domain", ["brandt-e1ektro.example", "brandtelektro.example", "brandt-elektro.org"])
def test_attack_look_alike_domain(worker, boss, station, desk, domain):
    reference = boss.sign(worker.ask(station, f"monika@{domain}"))
    assert DOMAIN in queue(desk, reference)
    assert reference.level == 3  # not the word of the firm


@pytest.mark.parametrize("name", ["Elektro Brant", "Elektro-Brandts GmbH"])
def test_attack_look_alike_name(worker, boss, unregistered, desk, name):
    reference = boss.sign(worker.ask(unregistered(name), "chef@post.example"))
    assert NAME in queue(desk, reference)
    assert "The employer was not checked." in worker.show(reference)


def test_attack_free_mailbox_is_not_the_firm(worker, boss, station):
    reference = boss.sign(worker.ask(station, "monika.brandt@gmx.de"))
    assert reference.level == 3
    assert "Checked employer" not in worker.show(reference).split("</h1>")[0]


def test_attack_second_managing_director(worker, boss, anna, brandt, desk):
    boss.sign(worker.ask(helpers.make_station(anna, brandt)), role="Geschäftsführerin")
    token = worker.ask(helpers.make_station(anna, brandt), "other@post.example")
    assert TWO in queue(desk, Person("203.0.113.7").sign(token, role="Geschäftsführer"))


def test_attack_is_heard_of_by_the_firm(worker, boss, station, monika):
    mail.outbox.clear()
    boss.sign(worker.ask(station, "somebody@post.example"))
    assert [each.subject for each in mail.outbox if each.to == [monika.email]]


def test_twin_mailbox_of_the_firm(worker, boss, station, desk):
    reference = boss.sign(worker.ask(station))
    assert reference.level == 4
    assert queue(desk, reference) == ""
    assert stands(reference, worker)


def test_twin_two_brothers_with_one_surname(worker, boss, unregistered, desk):
    """Elektro Brandt is checked, Sanitär Brandt is the brother's."""
    reference = boss.sign(worker.ask(unregistered("Sanitär Brandt"), "uwe@brandt-sanitaer.example"))
    assert queue(desk, reference) == ""
    assert stands(reference, worker)


def test_twin_two_foremen(worker, boss, anna, brandt, desk):
    boss.sign(worker.ask(helpers.make_station(anna, brandt)), role="Vorarbeiterin")
    token = worker.ask(helpers.make_station(anna, brandt), "other@brandt-elektro.example")
    assert queue(desk, Person("203.0.113.7").sign(token, role="Vorarbeiter")) == ""
