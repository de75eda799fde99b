from datetime import timedelta

import pytest
from django.utils import timezone

from network.contacts.models import Notice
from tests import factories
from tests.contacts.conftest import POSTED as OFFERED

POSTED = {**OFFERED, "field": "pflege", "once": "6f0a1d0e-57e4-4e0c-9d8f-0b8f4d8b2f10"}


@pytest.fixture(autouse=True)
def _english(client):
    client.cookies["django_language"] = "en"


@pytest.fixture
def field(db):
    return factories.make_field("pflege")


@pytest.fixture
def notice(talheim, rita, field) -> Notice:
    return factories.make_notice(talheim, rita, field=field)


@pytest.fixture
def over(talheim, rita, field) -> Notice:
    return factories.make_notice(talheim, rita, field=field, pinned_at=timezone.now() - timedelta(days=61))


@pytest.fixture
def list_url(talheim):
    return f"/employer/{talheim.public_id}/notices/"


@pytest.fixture
def keeper(client, rita, nuernberg, field):
    client.force_login(rita)
    return client
