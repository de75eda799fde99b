"""Nobody who reads a log can use a link that went to somebody else."""

import logging
from pathlib import Path

import pytest
from django.conf import settings

from accounts.logs import NoSecrets

ROOT = Path(__file__).resolve().parent.parent.parent
SECRET = "wZ3yS8k1Qx-_v7Hn2T5bL0pRc9Jd4Fg6"


@pytest.mark.parametrize(
    "path",
    [
        *("/r/{}/", "/r/{}/code/", "/r/{}/new-link/", "/r/manage/{}/", "/employer/invitation/{}/"),
        *("/s/{}/", "/w/{}/", "/w/{}/you/", "/w/own/{}/", "/mails/{}/", "/calendar/{}.ics"),
    ],
)
def test_secret_of_a_link_is_taken_out(path):
    line = logging.LogRecord(
        "django.request", logging.WARNING, "", 1, "%s: %s", ("Not Found", path.format(SECRET)), None
    )
    assert NoSecrets().filter(line)
    assert line.getMessage() == f"Not Found: {path.format('***')}"


@pytest.mark.parametrize(
    "path", ["/p/b7c9dfgh2k/", "/employer/b7c9dfgh2k/people/invitation/12/", "/r/manage/", "/w/", "/w/own/"]
)
def test_other_addresses_stay_readable(path):
    line = logging.LogRecord("django.request", logging.WARNING, "", 1, "%s", (path,), None)
    NoSecrets().filter(line)
    assert line.getMessage() == path


def test_every_handler_takes_them_out():
    assert all("no_secrets" in handler["filters"] for handler in settings.LOGGING["handlers"].values())


def test_proxy_writes_no_addresses():
    """Each server block says where its errors go, and that they are few; the default formats name the address."""
    text = (ROOT / "deploy/nginx.conf").read_text()
    servers = text.split("\nserver {")[1:]
    assert len(servers) == 2
    for server in servers:
        assert "error.log crit;" in server
        assert "access_log off;" in server or "handschlag.log brief;" in server
    assert "$request " not in text
    assert "$uri" not in text
