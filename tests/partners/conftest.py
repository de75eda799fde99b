"""A chamber with an administrator, and a program that holds its key."""

from typing import NamedTuple
from uuid import uuid4

import pytest
from django.test import Client

from network.partners import actions
from network.partners.models import Key
from tests import factories


class Program(NamedTuple):
    """Asks as programs do: no cookie, a key in the head."""

    key: Key
    secret: str

    def get(self, address: str, **query):
        return self.ask("get", address, query)

    def ask(self, method: str, address: str, query=None, **headers):
        sent = {"Authorization": f"Bearer {self.secret}", **headers}
        return getattr(Client(), method)(f"/api/v1/{address}", query or None, headers=sent)


def make_key(member, name: str = "Stellenbörse") -> Program:
    return Program(*actions.make(by=member.user, member=member, name=name, once=uuid4()))


@pytest.fixture
def chamber(nuernberg):
    return factories.make_employer("Handwerkskammer Mitte", nuernberg)


@pytest.fixture
def karin(chamber):
    """Administrates the chamber."""
    return factories.make_member(chamber, factories.make_user("karin@kammer.example"), "Karin Kern", is_admin=True)


@pytest.fixture
def program(karin) -> Program:
    return make_key(karin)
