"""Small steps at the counter: Petra types, the worker's own phone takes over."""

import re

import pytest
from django.test import Client

from accounts.models import User
from network.desk import actions
from network.desk.models import SetUp
from network.profiles.models import Profile
from tests import factories
from tests.employers.helpers import enter

NAME = "Aylin Öztürk"
DIGITS = re.compile(r"\b(\d{3}) (\d{3})\b")


def at_desk(email: str = "petra@desk.example", name: str = "Petra Hofmann") -> User:
    user = factories.make_user(email)
    actions.add_member(by=None, user=user, name=name)
    return user


def begin(petra: User, name: str = NAME) -> tuple[Client, SetUp]:
    """Petra's browser while she helps, and the note."""
    counter = enter(petra)
    assert counter.post("/desk/help/").url == "/me/profile/name/"
    if name:
        answer = counter.post("/me/profile/name/", {"name": name, "name_shown": "initial"})
        assert answer.status_code == 302, answer.content.decode()
    return counter, SetUp.objects.latest("pk")


def draft() -> Profile:
    """The page that was begun here."""
    return Profile.objects.get(user__email__endswith="@draft.invalid")


def show(counter: Client, set_up: SetUp) -> str:
    """The digits on Petra's screen."""
    shown = counter.post(f"/desk/help/{set_up.pk}/hand-over/").content.decode()
    return "".join(DIGITS.search(shown).groups())  # type: ignore[union-attr]


def type_digits(phone: Client, code: str):
    return phone.post("/takeover/", {"code": code})


@pytest.fixture
def petra(db) -> User:
    return at_desk()
