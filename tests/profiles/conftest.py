"""More of the cast: Anna's profile, qualification kinds, Brandt's family."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from accounts.models import User
from network.employers.models import Employer
from network.occupations.models import QualificationKind
from network.profiles.models import Profile
from tests import factories


def make_kind(slug: str, bit: int, name: str, **fields) -> QualificationKind:
    defaults = {"rule": "none", "source": "test", "names": {"de": name, "en": name}, **fields}
    return QualificationKind.objects.create(slug=slug, bit=bit, **defaults)


@pytest.fixture
def page(anna: User) -> Profile:
    return anna.profile


@pytest.fixture
def stapler(db) -> QualificationKind:
    return make_kind("staplerschein", 3, "Staplerschein")


@pytest.fixture
def ersthelfer(db) -> QualificationKind:
    return make_kind("ersthelfer", 5, "Ersthelfer", rule="years", amount=2)


@pytest.fixture
def family(fuerth, nuernberg) -> dict[str, Employer]:
    """A holding with two branches."""
    parent = factories.make_employer("Pflege Holding", nuernberg)
    return {
        "parent": parent,
        "branch": factories.make_employer("Haus Rosengarten", fuerth, parent=parent),
        "sibling": factories.make_employer("Haus Lindenhof", nuernberg, parent=parent),
    }


@pytest.fixture
def english(settings) -> Iterator[None]:
    """Pages and sentences in the language of the sources."""
    settings.LANGUAGE_CODE = "en"
    with override("en"):
        yield


@pytest.fixture
def worker(client, anna: User):
    """Anna, signed in."""
    client.force_login(anna)
    return client


@pytest.fixture
def count_reads(client: Client) -> Callable[[str], int]:
    """How many times a page asks the database; the upkeep of the list of sessions is not this room's."""

    def count(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        reads = [q["sql"] for q in captured if q["sql"].startswith("SELECT")]
        users = [sql for sql in reads if 'FROM "accounts_user"' in sql]
        return len([sql for sql in reads if "usersessions" not in sql]) - len(users) + bool(users)

    return count
