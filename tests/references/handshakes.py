"""Short ways through the doors of the handshake: digits shown and typed, a slip printed, answered up to the question who it is."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from network.profiles.models import Station
from references.models import ReferenceRequest
from tests.references.test_referee_pages import url

DIGITS = re.compile(r'counter__digits">(\d{3} \d{3})<')
SLIP = re.compile(r'slip__address">testserver/r/([a-z0-9-]+)/<')
SAID = {"statements": ["craft.test-0"], "text": ""}
YOU = {"name": "Monika Brandt", "role": "Meisterin", "relation": "superior"}


def show(worker: Client, station: Station) -> str:
    """The digits on the worker's screen."""
    page = worker.post(reverse("references:handshake", args=[station.pk]))
    return DIGITS.findall(page.content.decode())[0]


def type_in(boss: Client, code: str) -> HttpResponse:
    return boss.post(reverse("references:handshake_enter"), {"code": code})


def token_in(answer: HttpResponse) -> str:
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"].removeprefix("/r/").strip("/")


def shake(worker: Client, boss: Client, station: Station) -> str:
    """Shown and typed: the secret of the boss's browser."""
    return token_in(type_in(boss, show(worker, station)))


def print_slip(worker: Client, station: Station, size: str = "a6", message: str = "") -> str:
    page = worker.post(reverse("references:paper", args=[station.pk]), {"size": size, "message": message})
    return SLIP.findall(page.content.decode())[0]


def answer(boss: Client, token: str, **changes: Any) -> HttpResponse:
    """Up to the page that asks who it is."""
    boss.post(url(token), {"answer": "yes"})
    boss.post(url(token, "seen"), SAID)
    return boss.post(url(token, "you"), {**YOU, **changes})


def sign(boss: Client, token: str) -> HttpResponse:
    """Presses the button on the check page as it stands now."""
    page = boss.get(url(token, "check")).content.decode()
    shown = re.findall(r'name="shown" value="(\w+)"', page)
    return boss.post(url(token, "check"), {"shown": shown[0] if shown else ""})


def the_request() -> ReferenceRequest:
    return ReferenceRequest.objects.get()
