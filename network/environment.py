"""What the operator may set, read from the environment once. Every complaint names its variable."""

import json
import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from accounts.keks import parse

MODES = ("production", "demo", "test")
ENOUGH = "at least 50 characters, at least 15 different ones"


def read(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def required(name: str, why: str) -> str:
    value = read(name)
    if not value:
        raise ImproperlyConfigured(f"{name} is not set: {why}")
    return value


def mode() -> str:
    value = read("HANDSCHLAG_MODE", "production")
    if value not in MODES:
        raise ImproperlyConfigured(f"HANDSCHLAG_MODE is {value!r}: it must be one of {', '.join(MODES)}")
    if value == "production" and read("HANDSCHLAG_DEBUG") not in ("", "0"):
        raise ImproperlyConfigured(
            "HANDSCHLAG_DEBUG is set: debug pages show secrets, production does not start with it"
        )
    return value


def secret_key() -> str:
    value = required("HANDSCHLAG_SECRET_KEY", "sessions and codes are signed with it")
    if len(value) < 50 or len(set(value)) < 15:
        raise ImproperlyConfigured(f"HANDSCHLAG_SECRET_KEY is too weak: it needs {ENOUGH}")
    return value


def keks() -> str:
    """Key-encryption keys, refused at the start where sealing could not use them."""
    value = required("HANDSCHLAG_KEKS", "the signing keys are sealed with it, see docs/operating.md")
    parse(value)
    return value


def public_url() -> str:
    """The address people type, without a slash at the end. Links in mails are built from it, never from a header."""
    value = required("HANDSCHLAG_URL", "links in mails are built from it, for example https://handschlag.example.de")
    parts = urlsplit(value)
    if parts.scheme != "https" or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ImproperlyConfigured(
            "HANDSCHLAG_URL must look like https://handschlag.example.de, with nothing after the host"
        )
    return value.rstrip("/")


def mail() -> dict[str, object]:
    """smtp://user:password@host:587?tls=1 (or ssl=1) -> Django's EMAIL_ settings."""
    why = "codes and requests go out by mail, for example smtp://user:password@mail.example.de:587?tls=1"
    parts = urlsplit(required("HANDSCHLAG_MAIL_URL", why))
    if parts.scheme != "smtp" or not parts.hostname:
        raise ImproperlyConfigured(f"HANDSCHLAG_MAIL_URL cannot be read: {why}")
    options = parse_qs(parts.query)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or 25,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": options.get("tls") == ["1"],
        "EMAIL_USE_SSL": options.get("ssl") == ["1"],
        "EMAIL_TIMEOUT": 10,
    }


def sms() -> dict[str, Any]:
    """How codes reach a phone, see accounts/sms.py. Empty where HANDSCHLAG_SMS_URL is not set: then nobody is offered one."""
    url = read("HANDSCHLAG_SMS_URL")
    if not url:
        return {}
    parts = urlsplit(url)
    here = parts.hostname in ("127.0.0.1", "::1", "localhost")
    if not parts.hostname or parts.scheme not in ("https", *(["http"] if here else [])):
        raise ImproperlyConfigured(
            "HANDSCHLAG_SMS_URL must look like https://gateway.example/send; http only on this machine"
        )
    fields = [each.strip() for each in read("HANDSCHLAG_SMS_FIELDS", "to,text,from").split(",")]
    if len(fields) != 3 or not all(fields):
        raise ImproperlyConfigured("HANDSCHLAG_SMS_FIELDS must name three fields: number, text, sender")
    body = read("HANDSCHLAG_SMS_FORMAT", "json")
    if body not in ("json", "form"):
        raise ImproperlyConfigured("HANDSCHLAG_SMS_FORMAT must be json or form")
    name, colon, value = read("HANDSCHLAG_SMS_HEADER").partition(":")
    if name and not colon:
        raise ImproperlyConfigured("HANDSCHLAG_SMS_HEADER must look like Authorization: Bearer abc")
    countries = [each.strip().lstrip("+") for each in read("HANDSCHLAG_SMS_COUNTRIES", "49,43,41").split(",")]
    if not all(each.isdecimal() for each in countries):
        raise ImproperlyConfigured("HANDSCHLAG_SMS_COUNTRIES must look like 49,43,41")
    return {
        "url": url,
        "fields": fields,
        "format": body,
        "header": (name.strip(), value.strip()) if name else None,
        "sender": read("HANDSCHLAG_SMS_FROM", "Handschlag"),
        "countries": countries,
    }


def rdap_url() -> str:
    """Where the age of a firm's domain is asked for, see references/signals/registered.py. Empty: nobody is asked."""
    url = read("HANDSCHLAG_RDAP_URL").rstrip("/")
    parts = urlsplit(url)
    here = parts.hostname in ("127.0.0.1", "::1", "localhost")
    is_right = parts.hostname and parts.scheme in ("https", *(["http"] if here else [])) and not parts.query
    if url and not is_right:
        raise ImproperlyConfigured("HANDSCHLAG_RDAP_URL must look like https://rdap.example; http only on this machine")
    return url


def generated(folder: Path) -> dict[str, str]:
    """Secrets of a demo: made once, kept beside its database, never in the repository."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "demo-secrets.json"
    if not file.exists():
        made = {"secret_key": secrets.token_urlsafe(64), "keks": f"demo:{secrets.token_urlsafe(32)}="}
        file.write_text(json.dumps(made))
        file.chmod(0o600)
    loaded: dict[str, str] = json.loads(file.read_text())
    return loaded
