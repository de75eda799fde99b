"""13: an account of a firm is taken over, a leaver keeps access. Harmless: an autumn in which three people ask, a list of half a year."""

import pytest

from references.models import Reference
from tests import factories
from tests.references import helpers, stamps
from tests.trust.attacks import Person, queue, stands

pytestmark = pytest.mark.django_db
MANY = "Many statements were signed within a day"


@pytest.fixture
def chief(monika, town) -> Person:
    return Person("198.51.100.5", monika).with_app()


def people(count: int, occupation, place) -> list[Person]:
    made = []
    for number in range(count):
        user = factories.make_user(f"worker{number}@post.example")
        factories.make_profile(user, occupation, place, name=f"Person {number}")
        made.append(Person(f"203.0.113.{number}", user))
    return made


def signed_for(chief: Person, workers: list[Person], employer) -> list[Reference]:
    """Each worker asks another mailbox of the firm; the one account signs them all as its member."""
    asked = [
        (each.ask(helpers.make_station(each.user, employer), f"office{at}@brandt-elektro.example"))
        for at, each in enumerate(workers)
    ]
    return [chief.sign(token) for token in asked]


def test_attack_twelve_signatures_of_one_account_in_a_day(chief, brandt, elektro, fuerth, desk):
    *_others, last = signed_for(chief, people(12, elektro, fuerth), brandt)
    assert MANY in queue(desk, last)


def test_attack_every_worker_reads_it_and_can_contest_it(chief, worker, station, desk):
    reference = chief.sign(worker.ask(station))
    assert "Read what Monika Brandt says" in worker.page("/me/")
    contested = worker.browser.post(f"/me/references/{reference.public_id}/contest/", {"words": "Not my boss."})
    assert contested.status_code == 302
    assert "A worker contests it" in desk.page("/desk/")


def test_attack_answer_on_a_list_is_read_and_contested(chief, worker, anna, brandt):
    station = stamps.working(anna, brandt)
    stamps.open_round(brandt)
    chief.browser.post(f"/employer/{brandt.public_id}/stamp/", {f"s{station.pk}": "yes"})
    page = worker.page("/me/stamp/")
    assert "the firm said" in page
    assert "This is not so" in page


def test_attack_who_has_left_finds_nothing(chief, brandt, monika):
    adele = Person("198.51.100.6", factories.make_member(brandt, None, "Adele", is_admin=True).user).with_app()
    member = brandt.memberships.get(user=monika)
    adele.browser.post(f"/employer/{brandt.public_id}/people/{member.pk}/end/")
    assert chief.browser.get(f"/employer/{brandt.public_id}/references/").status_code == 404


def test_attack_password_alone_is_not_enough(brandt, monika, worker, boss, station, town):
    """There are none; and a mailbox that was taken over lacks the app."""
    reference = boss.sign(worker.ask(station))
    thief = Person("203.0.113.66", monika)
    address = f"/employer/{brandt.public_id}/references/{reference.public_id}/withdraw/"
    assert thief.browser.post(address, {"reason": ""})["Location"].startswith("/account/second-factor/")
    assert stands(reference, worker)


def test_twin_three_signatures_in_a_day(chief, brandt, elektro, fuerth, desk):
    workers = people(3, elektro, fuerth)
    *_others, last = signed_for(chief, workers, brandt)
    assert queue(desk, last) == ""
    assert stands(last, workers[-1])
