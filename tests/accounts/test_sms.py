"""Texts to a phone by the operator's gateway, and what happens when it does not answer."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs

import pytest
from django.core import mail
from django.core.exceptions import ImproperlyConfigured

from accounts import sms
from network import environment

NUMBER = "+491713920055"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    monkeypatch.setattr("accounts.sms.transaction.on_commit", lambda deliver, **_: deliver())


@pytest.fixture
def gateway():
    """What arrived: (headers, body); answers with `status`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self.server.got.append((dict(self.headers), self.path, body))
            self.send_response(self.server.status)
            self.end_headers()

        def log_message(self, *said) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.got, server.status = [], 200
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def configure(monkeypatch, settings, url: str, **more: str) -> None:
    monkeypatch.setenv("HANDSCHLAG_SMS_URL", url)
    for name, value in more.items():
        monkeypatch.setenv(f"HANDSCHLAG_SMS_{name}", value)
    settings.SMS = environment.sms()


def test_demo_texts_lie_with_the_sent_mail():
    sms.send(NUMBER, "123456")
    assert (mail.outbox[-1].to, mail.outbox[-1].body) == ([f"{NUMBER}@sms.invalid"], "123456")


def test_gateway_gets_json(gateway, monkeypatch, settings):
    url = f"http://127.0.0.1:{gateway.server_port}/send?x=1"
    configure(monkeypatch, settings, url, HEADER="Authorization: Bearer abc", FROM="Kammer")
    sms.send(NUMBER, "Grüße 123456")
    ((headers, path, body),) = gateway.got
    assert path == "/send?x=1"
    assert headers["Authorization"] == "Bearer abc"
    assert json.loads(body) == {"to": NUMBER, "text": "Grüße 123456", "from": "Kammer"}


def test_gateway_gets_a_form_with_its_own_names(gateway, monkeypatch, settings):
    url = f"http://user:p%40ss@127.0.0.1:{gateway.server_port}/"
    configure(monkeypatch, settings, url, FORMAT="form", FIELDS="To, Body, From")
    sms.send(NUMBER, "123456")
    ((headers, _path, body),) = gateway.got
    assert headers["Authorization"] == "Basic dXNlcjpwQHNz"
    assert parse_qs(body) == {"To": [NUMBER], "Body": ["123456"], "From": ["Handschlag"]}


def test_trouble_is_logged_without_the_number(gateway, monkeypatch, settings, caplog):
    configure(monkeypatch, settings, f"http://127.0.0.1:{gateway.server_port}/")
    gateway.status = 500
    sms.send(NUMBER, "123456")
    settings.SMS = {**settings.SMS, "url": "http://127.0.0.1:1/"}
    sms.send(NUMBER, "123456")
    assert len(caplog.records) == 2
    assert NUMBER not in caplog.text
    assert "123456" not in caplog.text


@pytest.mark.parametrize(("number", "reached"), [(NUMBER, True), ("+43660123456", True), ("+88213300", False)])
def test_only_paid_countries_are_reached(number, reached):
    assert sms.reaches(number) is reached


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("URL", "http://gateway.example/"),
        ("URL", "gateway"),
        ("FORMAT", "xml"),
        ("FIELDS", "to,text"),
        ("HEADER", "Bearer abc"),
        ("COUNTRIES", "DE"),
    ],
)
def test_settings_that_cannot_work_are_named(monkeypatch, name, value):
    monkeypatch.setenv("HANDSCHLAG_SMS_URL", "https://gateway.example/")
    monkeypatch.setenv(f"HANDSCHLAG_SMS_{name}", value)
    with pytest.raises(ImproperlyConfigured, match=f"HANDSCHLAG_SMS_{name}"):
        environment.sms()


def test_nothing_set_is_no_gateway(monkeypatch, settings):
    monkeypatch.delenv("HANDSCHLAG_SMS_URL", raising=False)
    settings.SMS = environment.sms()
    assert not sms.is_there()
    assert not sms.reaches(NUMBER)
