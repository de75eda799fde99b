"""Production refuses to start half configured, and names the variable."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from network import environment


@pytest.mark.parametrize("value", ["", "short", "a" * 80, "ab" * 40])
def test_secret_key_weak_is_refused_by_name(monkeypatch, value):
    monkeypatch.setenv("HANDSCHLAG_SECRET_KEY", value)
    with pytest.raises(ImproperlyConfigured, match="HANDSCHLAG_SECRET_KEY"):
        environment.secret_key()


def test_debug_in_production_is_refused(monkeypatch):
    monkeypatch.setenv("HANDSCHLAG_MODE", "production")
    monkeypatch.setenv("HANDSCHLAG_DEBUG", "1")
    with pytest.raises(ImproperlyConfigured, match="HANDSCHLAG_DEBUG"):
        environment.mode()


@pytest.mark.parametrize("value", ["", "mail.example.de", "http://mail.example.de"])
def test_mail_settings_missing_or_odd_are_refused(monkeypatch, value):
    monkeypatch.setenv("HANDSCHLAG_MAIL_URL", value)
    with pytest.raises(ImproperlyConfigured, match="HANDSCHLAG_MAIL_URL"):
        environment.mail()


def test_mail_settings_are_read(monkeypatch):
    monkeypatch.setenv("HANDSCHLAG_MAIL_URL", "smtp://me%40x.de:p%40ss@mail.example.de:587?tls=1")
    read = environment.mail()
    assert (read["EMAIL_HOST_USER"], read["EMAIL_HOST_PASSWORD"], read["EMAIL_PORT"], read["EMAIL_USE_TLS"]) == (
        "me@x.de",
        "p@ss",
        587,
        True,
    )


@pytest.mark.parametrize("value", ["", "http://x.de", "https://x.de/path", "x.de"])
def test_public_address_must_be_https_without_path(monkeypatch, value):
    monkeypatch.setenv("HANDSCHLAG_URL", value)
    with pytest.raises(ImproperlyConfigured, match="HANDSCHLAG_URL"):
        environment.public_url()


@pytest.mark.parametrize("value", ["", "abc", "a:", "a:c2hvcnQ=", ":" + "A" * 43 + "=", "a:" + "A" * 43 + "=,b"])
def test_key_encryption_key_odd_is_refused(monkeypatch, value):
    monkeypatch.setenv("HANDSCHLAG_KEKS", value)
    with pytest.raises(ImproperlyConfigured, match="HANDSCHLAG_KEKS"):
        environment.keks()


def test_key_encryption_keys_in_both_alphabets_are_taken(monkeypatch):
    monkeypatch.setenv("HANDSCHLAG_KEKS", "a:" + "-_" * 21 + "A=, b:" + "+/" * 21 + "A=")
    assert environment.keks()


def test_mode_unknown_is_refused(monkeypatch):
    monkeypatch.setenv("HANDSCHLAG_MODE", "live")
    with pytest.raises(ImproperlyConfigured, match="HANDSCHLAG_MODE"):
        environment.mode()


def test_demo_secrets_are_made_once(tmp_path):
    assert environment.generated(tmp_path) == environment.generated(tmp_path)
