"""3 and 4: two who vouch for each other are labelled, three in a circle come before the desk. Harmless: one word alone, one from outside."""

import pytest

from references.models import Reference
from tests import factories
from tests.references import helpers
from tests.trust.attacks import Person, queue, stands

pytestmark = pytest.mark.django_db
LABEL, RING = "These two confirm each other.", "Three people speak for each other in a circle"


@pytest.fixture
def carla(elektro, fuerth, town) -> Person:
    user = factories.make_user("carla@example.org")
    factories.make_profile(user, elektro, fuerth, name="Carla Wolf")
    return Person("198.51.100.4", user)


def word(speaker: Person, about: Person, employer, **said) -> Reference:
    token = about.ask(helpers.make_station(about.user, employer), speaker.user.email)
    return speaker.sign(token, **{"relation": "colleague", "name": "A colleague", **said})


def test_attack_two_vouch_for_each_other(worker, bernd, brandt):
    both = (word(bernd, worker, brandt), word(worker, bernd, brandt))
    assert LABEL in worker.show(both[0])
    assert LABEL in bernd.show(both[1])


def test_attack_second_is_told_before_signing(worker, bernd, brandt):
    word(bernd, worker, brandt)
    token = bernd.ask(helpers.make_station(bernd.user, brandt), worker.user.email)
    assert "confirm each other" in worker.answer(token, relation="colleague").content.decode()


def test_twin_one_word_alone(worker, bernd, brandt, desk):
    reference = word(bernd, worker, brandt)
    assert LABEL not in worker.show(reference)
    assert queue(desk, reference) == ""
    assert stands(reference, worker)


def test_attack_ring_without_a_word_from_outside(worker, bernd, carla, brandt, desk):
    word(worker, bernd, brandt)
    word(bernd, carla, brandt)
    assert RING in queue(desk, word(carla, worker, brandt))


def test_twin_ring_with_a_word_from_outside(worker, bernd, carla, boss, brandt, desk):
    boss.sign(bernd.ask(helpers.make_station(bernd.user, brandt)))
    word(worker, bernd, brandt)
    word(bernd, carla, brandt)
    reference = word(carla, worker, brandt)
    assert queue(desk, reference) == ""
    assert stands(reference, worker)
