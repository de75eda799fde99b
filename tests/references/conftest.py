import pytest
from django.core import mail
from django.test import Client
from django.utils import translation

from tests.references import helpers


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    """Mails leave after the commit; tests never commit, so they leave at once."""
    monkeypatch.setattr("accounts.mail.transaction.on_commit", lambda deliver, **_: deliver())


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def client():
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def boss():
    """Somebody else's browser."""
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def station(anna, brandt):
    return helpers.make_station(anna, brandt)


@pytest.fixture
def asked(anna, station):
    return helpers.ask(anna, station)


@pytest.fixture
def token(asked):
    return helpers.last_link().removeprefix("/r/").strip("/")


@pytest.fixture
def statements(db):
    return helpers.make_statements()


@pytest.fixture
def issued(asked, statements):
    """Signed, not decided yet."""
    return helpers.sign(asked, statements=["craft.test-0", "craft.test-1"], text="Hat alle Kunden gehalten.")


@pytest.fixture
def reference(issued):
    return issued.reference


@pytest.fixture
def outbox():
    return mail.outbox
