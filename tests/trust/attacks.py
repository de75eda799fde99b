"""The real pages, gone through as an attacker and as a harmless person would: asked, mailed, answered, signed, shown, looked at."""

import re
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from accounts.models import User
from network.desk.models import Case
from network.profiles.models import Station
from references.models import Reference, ReferenceRequest, Voice, Witness
from tests.accounts.helpers import give_app
from tests.references import helpers
from tests.references.helpers import BOSS, LINK
from tests.references.test_referee_pages import code_of, url

YOU = {"name": "Monika Brandt", "role": "Meisterin", "relation": "superior"}


def long_ago() -> datetime:
    return timezone.now() - timedelta(days=90)


class Person:
    """Somebody at a browser on a line, with an account or without."""

    def __init__(self, line: str, user: User | None = None, browser: Client | None = None) -> None:
        self.user = user
        self.browser = browser or Client(headers={"accept-language": "en"}, REMOTE_ADDR=line)
        if user:
            self.browser.force_login(user)
        self.browser.get("/r/mine/")  # a form brings the cookie by which a browser is known

    def with_app(self) -> "Person":
        give_app(self.user)
        return self

    def borrowed_by(self, user: User | None = None) -> "Person":
        """Somebody else at this very browser, or the same one signed out."""
        self.browser.cookies.pop(settings.SESSION_COOKIE_NAME, None)
        return Person("", user, self.browser)

    def page(self, address: str) -> str:
        return self.browser.get(address, follow=True).content.decode()

    def ask(self, station: Station, email: str = BOSS, *, waits: timedelta = timedelta(hours=3)) -> str:
        """Asks by mail; the secret of the link in it. "" where the house refuses."""
        said = {"referee_name": "Monika Brandt", "referee_email": email, "message": ""}
        before = len(mail.outbox)
        self.browser.post(f"/me/references/ask/{station.pk}/", said)
        if len(mail.outbox) == before:
            return ""
        request = ReferenceRequest.objects.latest("pk")
        ReferenceRequest.objects.filter(pk=request.pk).update(created_at=timezone.now() - waits)
        return helpers.last_link(email).removeprefix("/r/").strip("/")

    def answer(self, token: str, **said: Any) -> HttpResponse:
        """Every question and the code; up to the check page."""
        you = {name: said.pop(name, word) for name, word in YOU.items()}
        if work := said.pop("work", None):
            self.browser.post(url(token), {"answer": "other"})
            self.browser.post(url(token, "work"), work)
        else:
            self.browser.post(url(token), {"answer": "yes"})
        seen = {"statements": ["craft.test-0"], "text": "", "again": "on", **said}
        self.browser.post(url(token, "seen"), seen)
        answer = self.browser.post(url(token, "you"), you)
        if answer.status_code == 302 and "/code/" in answer["Location"]:
            self.browser.post(url(token, "code"), {"code": code_of(mail.outbox)})
        return self.browser.get(url(token, "check"))

    def sign(self, token: str, **said: Any) -> Reference:
        """The whole way. The test fails where the house does not let it be signed."""
        return self.press(token, self.answer(token, **said))

    def press(self, token: str, check: HttpResponse) -> Reference:
        """The button of a check page that was opened before."""
        page = check.content.decode()
        shown = re.search(r'name="shown" value="(\w+)"', page)
        assert shown, page
        self.browser.post(url(token, "check"), {"shown": shown[1]})
        return Reference.objects.latest("pk")

    def show(self, reference: Reference) -> str:
        """On the own page, and what a stranger then reads on the check page."""
        self.browser.post(f"/me/references/{reference.public_id}/decide/", {"show": "yes"})
        return read_by_strangers(reference)


def read_by_strangers(reference: Reference) -> str:
    return Person("198.51.100.77").page(f"/v/{reference.public_id}/")


def stands(reference: Reference, by: Person) -> bool:
    """Not blocked: shown by its worker, and a stranger reads that the signature holds."""
    return "We have just checked the signature" in by.show(reference)


def mailed_link(to: str) -> str:
    return [link for letter in mail.outbox if to in letter.to for link in LINK.findall(letter.body)][-1]


def queue(desk: Person, thing: Reference | Voice | Witness) -> str:
    """What the desk reads about it: the case that is open, found by its queue. "" where there is none."""
    key = getattr(thing, "key_of_item", f"witness:{thing.public_id}")
    case = Case.objects.open().filter(subject=key, kind="signals").first()
    if case is None:
        return ""
    address = f"/desk/cases/{case.pk}/"
    assert address in desk.page("/desk/"), "the queue does not lead to it"
    return desk.page(address)
