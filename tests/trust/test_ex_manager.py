"""7: who has left speaks on as if still there. Harmless: who is still there, and who changed only the role."""

import pytest

from references.payload import said_in
from tests import factories
from tests.trust.attacks import Person, read_by_strangers, stands

pytestmark = pytest.mark.django_db
LEFT = "Monika Brandt has not spoken for the employer since"


@pytest.fixture
def chief(monika, town) -> Person:
    return Person("198.51.100.5", monika)


@pytest.fixture
def adele(brandt, town) -> Person:
    return Person("198.51.100.6", factories.make_member(brandt, None, "Adele", is_admin=True).user).with_app()


def change(adele: Person, brandt, monika, what: str, said: dict) -> None:
    member = brandt.memberships.get(user=monika)
    assert adele.browser.post(f"/employer/{brandt.public_id}/people/{member.pk}/{what}", said).status_code == 302


def test_attack_word_of_who_has_left_says_so(worker, chief, adele, station, brandt, monika):
    reference = chief.sign(worker.ask(station, monika.email))
    assert LEFT not in worker.show(reference)
    change(adele, brandt, monika, "end/", {})
    assert LEFT in read_by_strangers(reference)


def test_attack_who_has_left_speaks_for_the_firm_no_more(worker, chief, adele, station, brandt, monika):
    """A link to another mailbox: the member would have been known by the account alone."""
    change(adele, brandt, monika, "end/", {})
    reference = chief.sign(worker.ask(station, "office@post.example"))
    assert (reference.level, said_in(reference)["checked"]["how"]) == (3, "code")


def test_twin_who_is_still_there(worker, chief, adele, station, brandt, monika):
    reference = chief.sign(worker.ask(station, monika.email))
    change(adele, brandt, monika, "", {"roles": ["referee"]})
    assert LEFT not in worker.show(reference)
    assert stands(reference, worker)
