"""Small steps that people take on the account pages."""

import re
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import User

PAGES = "accounts:confirm", "accounts:confirm_code"


def code_from(text: str) -> str:
    """The six digits that stand on a line of their own."""
    found: list[str] = re.findall(r"^(\d{6})$", text, re.MULTILINE)
    assert len(found) == 1, text
    return found[0]


def last_code() -> str:
    return code_from(mail.outbox[-1].body)


def other(code: str) -> str:
    return str((int(code) + 1) % 1_000_000).zfill(6)


def sign_in(client: Client, email: str, query: str = "") -> Any:
    client.post(reverse("account_login") + query, {"login": email})
    return client.post(reverse("account_confirm_login_code") + query, {"code": last_code()})


def confirm(client: Client, onward: str = "/account/") -> Any:
    """Through the page that asks again; the answer to the right digits."""
    client.post(reverse("accounts:confirm"), query_params={"next": onward})
    return client.post(reverse("accounts:confirm_code"), {"code": last_code()}, query_params={"next": onward})


def give_app(user: User) -> str:
    secret = auth.generate_totp_secret()
    auth.TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def digits(secret: str) -> str:
    return auth.format_hotp_value(auth.hotp_value(secret, next(iter(auth.yield_hotp_counters_from_time()))))


def give_passkey(user: User, name: str = "Handy") -> Authenticator:
    return Authenticator.objects.create(user=user, type="webauthn", data={"name": name, "credential": {}})
