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

from accounts import mfa
from accounts.models import User

SENSITIVE = frozenset(
    {
        "accounts:close",
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


def is_needed(request: HttpRequest) -> bool:
    match = request.resolver_match
    return bool(match and match.view_name in SENSITIVE and request.user.is_authenticated and not is_fresh(request))


def is_fresh(request: HttpRequest) -> bool:
    """Confirmed in this session within the last 10 minutes (ACCOUNT_REAUTHENTICATION_TIMEOUT); signing in does not count."""
    assert isinstance(request.user, User)
    records = [record for record in get_authentication_records(request, request.user) if record.get("reauthenticated")]
    return bool(records) and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT


def ask(request: HttpRequest) -> HttpResponse:
    """To the first way that fits this person; what was posted waits in the session and goes on afterwards."""
    assert isinstance(request.user, User)
    return reauthentication.suspend_request(request, ways(request.user)[0])


def ways(user: User) -> list[str]:
    """With an app, the mailbox alone is not enough: it would make the second factor worthless."""
    if mfa.has_app(user):
        ways = [reverse("mfa_reauthenticate")]
    else:
        ways = [reverse("accounts:confirm")]
    return [*ways, reverse("mfa_reauthenticate_webauthn")] if mfa.has_passkey(user) else ways


def remember(request: HttpRequest) -> HttpResponse | None:
    """The digits were right: note it, and go on with what was asked for, if anything."""
    assert isinstance(request.user, User)
    record_authentication(request, request.user, method="code", email=request.user.email, reauthenticated=True)
    return reauthentication.resume_request(request)
