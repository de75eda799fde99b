"""Whatever is typed, sent or put into an address: never a 5xx (assurance: any 5xx while a scanner runs is a failure)."""

import logging
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client, RequestFactory
from django.test.client import ClientHandler

from network import wsgi
from tests.committing import commit_at_once
from tests.house.world import Fields, World, build, path, routes

pytestmark = pytest.mark.django_db
ROLES = ["nobody", "fremder", "anna", "monika", "rita", "petra"]
MANY = "9" * 30
NASTY_PATHS = [
    {"str": "%00", "slug": "-", "int": "9223372036854775808", "uuid": "0" * 8 + "-0000-0000-0000-" + "0" * 12},
    {"str": "a%00b%0d%0aX:y", "slug": "0", "int": "0", "uuid": "f" * 8 + "-ffff-ffff-ffff-" + "f" * 12},
    {"str": "%ff%fe%ed%a0%80", "slug": "a" * 3000, "int": MANY, "uuid": "0" * 8 + "-0000-0000-0000-" + "0" * 12},
    {"str": "%E2%80%AE%F0%9F%98%80%3Cb%3E", "slug": "_", "int": "9" * 5000, "uuid": "0" * 8 + "-0-0-0-" + "0" * 12},
]
NAMES = ["q", "page", "next", "postcode", "radius", "occupation", "field", "reference", "sort", "shift", "sent", "v"]
NASTY = [
    "\x00",
    "a\x00b",
    "٣" * 6,
    MANY * 200,
    "\u202e\u2066<b>'\"\r\nBcc: a@b.example",
    "%",
    "%(value)s %s {0} {{ 1 }}",
    "𝔄\ufeff\ud7ff\ufffe",
    "[" * 100_000,
    "-1",
    "1e9",
    "//evil.example",
    "{}",
    "[1]",
    "null",
    "9" * 5000,
    "x" * 10_000,
]
LONGER = ["\u0958", "ä", "ﷺ", "㎒", "İ", "ß"]  # grow when composed, folded or put in lower case
ADDRESSES = [f"x@{'.'.join([char * 20] * 5)}.de" for char in "㎒İßä"]
GOOD = {
    "name": "Anna Beispiel",
    "place": "90762",
    "postcode": "90762",
    "occupation": "elektroniker-energie-gebaeudetechnik",
    "employer": "Firma Beispiel",
    "kind": "Staplerschein",
    "email": "neu@example.org",
    "login": "neu@example.org",
    "referee_email": "chef@example.org",
    "start_year": "2020",
    "first_year": "2020",
    "pay_min": "20",
    "pay_max": "30",
    "contact_phone": "0171 3920055",
    "phone": "0171 3920055",
    "code": "123456",
    "local": "info",
    "domain": "beispiel.example",
    "parent": "",
    "year": "2020",
    "end_year": "",
    "last_year": "",
    "issued_year": "",
    "until_year": "",
    "available_from_year": "",
    "founded_year": "",
    "once": "",
}
EVERYWHERE = {"next", "language"}  # stands at the foot of every page
ASKING = {"search:search", "places:find", "places:suggest", "employers:suggest", "occupations:suggest", "desk:queue"}
FREE = (
    "do",
    "answer",
    "send",
    "next",
    "show",
    "shown",
    "turn",
    "to",
    "language",
    "credential",
    "session",
    "action_add",
)


@pytest.fixture
def world(monkeypatch, anna, brandt, monika, talheim, rita, fremder, fuerth) -> World:
    commit_at_once(monkeypatch)
    return build(anna, brandt, monika, talheim, rita, fremder, fuerth)


class Walk:
    """Sends requests, undoes what they did, and notes what went wrong."""

    def __init__(self, client: Client) -> None:
        self.client, self.wrong, self.sent = client, [], 0

    def __call__(self, method: str, address: str, data=None, **more) -> str:
        cookies = dict(self.client.cookies)
        html = ""
        cache.clear()
        self.sent += 1
        with transaction.atomic():
            try:
                answer = getattr(self.client, method)(address, data, **more)
                html = answer.content.decode() if not answer.streaming else ""
                if answer.status_code >= 500:
                    self.wrong.append(f"{answer.status_code} {method} {address[:90]} {str(data)[:160]}")
            except Exception as problem:  # noqa: BLE001  the test is about all of them
                what = f"{type(problem).__name__}: {str(problem)[:120]}"
                self.wrong.append(f"{what} | {method} {address[:90]} {str(data)[:160]}")
            transaction.set_rollback(True)
        self.client.cookies.clear()
        self.client.cookies.update(cookies)
        return html


@pytest.fixture
def walk(world, request, caplog) -> Iterator[Walk]:
    caplog.set_level(logging.CRITICAL, "django")
    walk = Walk(world.client(request.param))
    yield walk
    assert walk.sent > 100
    if walk.wrong:
        pytest.fail(f"{len(walk.wrong)} times:\n" + "\n".join(sorted(set(walk.wrong))[:40]), pytrace=False)


@pytest.mark.parametrize("walk", ROLES, indirect=True)
def test_nasty_addresses(world, walk):
    for name, route in routes():
        for nasty in NASTY_PATHS if "<" in route else []:
            walk("get", path(world, name, route, nasty))
        if "<" in route:
            walk("post", path(world, name, route, NASTY_PATHS[0]), {"do": "x"})


@pytest.mark.parametrize("walk", ["nobody", "rita"], indirect=True)
def test_nasty_queries(world, walk):
    for name, route in routes():
        for value in NASTY if name in ASKING else NASTY[:3]:
            walk("get", path(world, name, route), dict.fromkeys(NAMES, value[:4000]))


@pytest.mark.parametrize("walk", ROLES, indirect=True)
def test_nasty_answers(world, walk):
    """Everything nasty at once; then one field nasty, the others as a person would fill them."""
    for name, route in routes():
        here = path(world, name, route)
        form = Fields(walk("get", here))
        good = {key: value or GOOD.get(key, "Beispiel") for key, value in form.values.items() if key != "turn"}
        for value in NASTY if good.keys() - EVERYWHERE else NASTY[:1]:
            walk("post", here, dict.fromkeys([*good, *FREE], value))
        for key, most in form.typed.items():
            for value in [*NASTY[:5], *(char * most for char in LONGER)] if key not in EVERYWHERE else []:
                walk("post", here, {**good, key: value})
            for value in ADDRESSES if "mail" in key or key == "login" else []:
                walk("post", here, {**good, key: value})


@pytest.mark.parametrize("charset", ["hex", "idna", "utf-7", "utf-16", "unicode_escape", "undefined", "zlib", "\x00"])
@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_strange_charset(monkeypatch, charset, kind):
    """The query string would be read in the charset that the browser claims, and some of Python's are no charsets."""
    monkeypatch.setattr(wsgi, "_django", lambda environ, start_response: ClientHandler()(environ))

    for query in ("q=1&postcode=%2bAGE-%ff\\ud800", "q=%ff\\ud800", "q=a"):
        for address in ("/search/", "/places/", "/employers/suggest/", "/account/login/"):
            asked = RequestFactory().get(address, content_type=f"{kind}; charset={charset}").environ
            assert wsgi.application({**asked, "QUERY_STRING": query}, None).status_code < 500


@pytest.mark.parametrize("name", ["sessionid", "csrftoken", "django_language", "messages"])
@pytest.mark.parametrize("value", ['"aaaaaaaaaaa\\000"', "a" * 4000, '"\\377\\376aaaaaaaa"', "%00aaaaaaaaaaaaaaaa"])
def test_strange_cookie(db, name, value):
    answer = Client().get("/account/login/", headers={"cookie": f"{name}={value}"})
    assert answer.status_code < 500


def test_too_much_is_refused_and_no_error(db):
    many = {f"f{number}": "x" for number in range(1100)}
    assert Client().post("/account/login/", many).status_code == 400
    kind = "application/x-www-form-urlencoded"
    assert Client().post("/account/login/", b"login=" + b"x" * 3_000_000, content_type=kind).status_code == 400
    assert Client().get("/search/?" + "&".join(f"q={number}" for number in range(20_000))).status_code < 500
    assert (
        Client().post("/account/login/", b"--x\r\nbroken", content_type="multipart/form-data; boundary=x").status_code
        < 500
    )
