"""Asking again who is there, before something that could lock a person out of the own account.

allauth treats people who have neither password nor passkey nor app as "recently confirmed" for ever: a stolen session could add
an address or a passkey. Our own six digits by mail close that, and are kept in allauth's own record, so that both agree.
This uses allauth.account.internal (pinned to 65.x, tests/accounts/test_confirming.py tells when it moves).
"""

import time

from allauth.account import app_settings
from allauth.account.internal.flows import reauthentication
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accounts import mfa, registry
from accounts.models import User

SENSITIVE = frozenset(
    {
        "accounts:close",
        "accounts:move_app",
        "account_email",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_add_webauthn",
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
    }
)


def ask_if_needed(request: HttpRequest) -> HttpResponse | None:
    """For a sensitive page: to the first way that fits this person; what was posted waits in the session and goes on afterwards."""
    match, user = request.resolver_match, request.user
    if (
        not match
        or match.view_name not in SENSITIVE | registry.sensitive
        or not isinstance(user, User)
        or is_fresh(request, user)
    ):
        return None
    asked: HttpResponse = reauthentication.suspend_request(request, ways(user)[0])
    return asked


def is_fresh(request: HttpRequest, user: User) -> bool:
    """Confirmed in this session within the last 10 minutes (ACCOUNT_REAUTHENTICATION_TIMEOUT); signing in does not count."""
    records = [record for record in get_authentication_records(request, user) if record.get("reauthenticated")]
    return bool(records) and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT


def ways(user: User) -> list[str]:
    """With an app, the mailbox alone is not enough: it would make the second factor worthless."""
    first = reverse("mfa_reauthenticate") if mfa.has_app(user) else reverse("accounts:confirm")
    return [first, reverse("mfa_reauthenticate_webauthn")] if mfa.has_passkey(user) else [first]


def remember(request: HttpRequest, user: User) -> HttpResponse | None:
    """The digits were right: note it, and go on with what was asked for, if anything."""
    record_authentication(request, user, method="code", email=user.email, reauthenticated=True)
    onward: HttpResponse | None = reauthentication.resume_request(request)
    return onward
