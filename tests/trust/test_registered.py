"""How old a domain is: asked only where the operator wants it, of one directory, and nothing but the domain. No answer is no sign."""

import socket
from datetime import date

import pytest
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured

from network import environment
from references.signals import registered
from tests.trust.directory import directory, registered_on

DAY = date(2026, 9, 3)
PATH = "/domain/brandt-bau.example"


@pytest.fixture
def asked(settings):
    with directory() as server:
        settings.RDAP_URL = server.url
        yield server


def test_day_of_registration_is_read(asked):
    asked.answers[PATH] = registered_on(DAY)
    assert registered.since("brandt-bau.example") == DAY


def test_directory_sends_on_to_the_registry(asked):
    asked.answers[PATH] = (302, b"", f"{asked.url}/registry")
    asked.answers["/registry"] = registered_on(DAY)
    assert registered.since("brandt-bau.example") == DAY


@pytest.mark.parametrize(
    "answer",
    [
        (404, b"", ""),
        (500, b"{}", ""),
        (200, b"no JSON", ""),
        (200, b"[]", ""),
        (200, b'{"events": "none"}', ""),
        (200, b'{"events": [{"eventAction": "last changed", "eventDate": "2026-01-01T00:00:00Z"}]}', ""),  # as .de
        (200, b'{"events": [{"eventAction": "registration", "eventDate": "soon"}]}', ""),
        (200, b'{"events": [{"eventAction": "registration"}]}', ""),
        (200, b'{"x": "' + b"x" * registered.LARGEST + b'"}', ""),
        (302, b"", PATH),
        (302, b"", "http://192.0.2.1/domain/x"),  # not encrypted, and not the directory
        (302, b"", "file:///etc/passwd"),
        (302, b"", ""),
    ],
)
def test_no_answer_is_no_sign(asked, answer):
    asked.answers[PATH] = answer
    assert registered.since("brandt-bau.example") is None
    assert len(asked.asked) <= registered.HOPS + 1


def test_silence_is_no_sign(settings, monkeypatch):
    monkeypatch.setattr(registered, "TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        settings.RDAP_URL = f"http://127.0.0.1:{deaf.getsockname()[1]}"
        assert registered.since("brandt-bau.example") is None
    assert registered.since("brandt-bau.example") is None  # nobody there at all


@pytest.mark.parametrize(
    ("domain", "own"),
    [
        ("brandt-elektro.de", "brandt-elektro.de"),
        ("mail.brandt-elektro.de", "brandt-elektro.de"),
        ("post.brandt.co.uk", "brandt.co.uk"),
        ("co.uk", ""),
        ("brandt.jimdosite.com", "brandt.jimdosite.com"),
        ("gmx.de", ""),
        ("localhost", ""),
        ("", ""),
        ("a..de", ""),
        ("brändt.de", ""),
    ],
)
def test_only_the_part_below_which_names_are_given_out(domain, own):
    assert registered.own_part(domain) == own


def test_without_a_directory_nothing_is_put_aside_and_nobody_asked(settings):
    assert settings.RDAP_URL == ""
    assert registered.put_aside("brandt-bau.example") == ""
    assert registered.since("brandt-bau.example") is None


def test_task_carries_a_random_key_and_the_domain_waits_once(asked):
    key = registered.put_aside("mail.brandt-bau.example")
    assert "brandt" not in key
    assert registered.taken_up(key) == "brandt-bau.example"
    assert registered.taken_up(key) == registered.taken_up("") == ""
    assert registered.put_aside("gmx.de") == ""
    assert cache.get(f"registered:{key}") is None


@pytest.mark.parametrize(
    "value", ["rdap.example", "http://rdap.example", "https://", "https://rdap.example?x=1", "ftp://x"]
)
def test_odd_address_is_refused_by_name(monkeypatch, value):
    monkeypatch.setenv("HANDSCHLAG_RDAP_URL", value)
    with pytest.raises(ImproperlyConfigured, match="HANDSCHLAG_RDAP_URL"):
        environment.rdap_url()


@pytest.mark.parametrize("value", ["", "https://rdap.example/", "http://127.0.0.1:8043"])
def test_address_is_read(monkeypatch, value):
    monkeypatch.setenv("HANDSCHLAG_RDAP_URL", value)
    assert environment.rdap_url() == value.rstrip("/")


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["", "https://rdap.example"])
def test_privacy_page_says_whether_somebody_is_asked(client, settings, url):
    settings.RDAP_URL = url
    page = client.get("/privacy/", headers={"accept-language": "en"}).content.decode()
    assert ("we ask a directory of domains" in page) is bool(url)
