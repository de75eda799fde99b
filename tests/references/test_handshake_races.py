"""Several phones and two tabs at the same moment, each with a connection of its own."""

import pytest
from django.db import connection

from network.employers.viewer import STRANGER
from references.handshake import actions
from references.models import ReferenceRequest
from tests.desk.test_races import at_once
from tests.references import helpers

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def station(anna, brandt):
    if connection.vendor != "postgresql":
        pytest.skip("one process at a time writes in SQLite")
    return helpers.make_station(anna, brandt)


def test_of_four_phones_one_opens(anna, station):
    _request, code = actions.show_digits(by=anna, station=station)
    phones = [f"phone-{number}" for number in range(4)]
    results = at_once(
        *(lambda phone=phone: actions.enter(by=None, viewer=STRANGER, code=code, browser=phone) for phone in phones)
    )
    assert sum(each is not None for each in results) == 1
    assert ReferenceRequest.objects.get().links.count() == 1


def test_of_two_tabs_one_handshake_stays_open(anna, station):
    at_once(*[lambda: actions.show_digits(by=anna, station=station)] * 3)
    assert ReferenceRequest.objects.open().count() == 1


def test_guesses_at_the_same_moment_end_it_once(anna, station):
    request, code = actions.show_digits(by=anna, station=station)
    wrong = code[:3] + ("000" if code[3:] != "000" else "001")
    for _ in range(5):
        at_once(*[lambda: actions.enter(by=None, viewer=STRANGER, code=wrong, browser="")] * 4)
    request.refresh_from_db()
    assert request.state == "cancelled"
    assert request.profile.cases.count() == 1
