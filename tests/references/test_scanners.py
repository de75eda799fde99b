"""Law 8: mail scanners open every link, some with HEAD, some twice. Nothing may change."""

import pytest
from django.test import Client

from references.models import RequestLink
from tests.references import helpers
from tests.tables import dump


@pytest.fixture
def addresses(anna, asked, token, issued, statements, brandt):
    """Every kind of link that stands in a mail: open and drafted, answered, too old, to withdraw, the check page."""
    second = helpers.ask(anna, helpers.make_station(anna, brandt), email="second@example.org")
    helpers.answer(second)
    draft = helpers.last_link("second@example.org")
    third = helpers.ask(anna, helpers.make_station(anna, brandt), email="third@example.org")
    RequestLink.objects.filter(request=third).update(expires_at=third.created_at)
    steps = [f"{draft}{step}/" for step in ("work", "seen", "again", "you", "code", "check", "new-link")]
    old = helpers.last_link("third@example.org")
    return [
        f"/r/{token}/",
        draft,
        *steps,
        f"{draft}code/?sent",
        f"{old}",
        f"{old}new-link/",
        f"/r/manage/{issued.manage_token}/",
        f"/v/{issued.reference.public_id}/",
        "/r/unknown/",
        "/r/manage/unknown/",
    ]


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_opening_changes_nothing(addresses, outbox, method):
    before, mails = dump(), len(outbox)
    for address in addresses:
        for _twice in range(2):
            assert getattr(Client(), method)(address).status_code < 500
    assert dump() == before
    assert len(outbox) == mails


def test_link_still_works_after_a_hundred_visits(addresses):
    for _visit in range(100):
        assert Client().get(addresses[1]).status_code == 200


def test_secrets_are_stored_hashed(token, issued):
    stored = str(dump())
    assert token not in stored
    assert issued.manage_token not in stored


def test_pages_with_secrets_are_not_kept(addresses):
    for address in addresses[:3]:
        assert "no-store" in Client().get(address)["Cache-Control"]
