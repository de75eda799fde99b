import pytest
from django.utils import translation

from network.employers.models import Employer
from network.profiles.models import Station
from tests import factories
from tests.committing import commit_at_once
from tests.references import helpers
from tests.trust.attacks import Person, long_ago


@pytest.fixture(autouse=True)
def _after_commit_at_once(monkeypatch):
    """Nothing is committed in a test: mails leave and looks begin at once."""
    commit_at_once(monkeypatch)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def town(anna, brandt, talheim) -> None:
    """Everybody has been here for a while, and the sentences are there."""
    helpers.make_statements()
    Employer.objects.update(created_at=long_ago())


@pytest.fixture
def worker(anna, town) -> Person:
    return Person("198.51.100.1", anna)


@pytest.fixture
def boss(town) -> Person:
    """Without account, at home."""
    return Person("198.51.100.2")


@pytest.fixture
def desk(town) -> Person:
    from tests.desk.casework import at_desk

    return Person("198.51.100.9", at_desk()).with_app()


@pytest.fixture
def station(anna, brandt) -> Station:
    return helpers.make_station(anna, brandt)


@pytest.fixture
def bernd(elektro, fuerth, town) -> Person:
    user = factories.make_user("bernd@example.org")
    factories.make_profile(user, elektro, fuerth, name="Bernd Meier")
    return Person("198.51.100.3", user)
