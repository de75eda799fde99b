"""Passkeys, authenticator apps, recovery codes: how allauth's parts behave here."""

import base64
import hashlib
import hmac
from collections.abc import Collection

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from qrcode.main import QRCode

from accounts import keks, registry
from accounts.models import User

APP, PASSKEY = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN


class MFAAdapter(DefaultMFAAdapter):
    """A passkey opens the door, it never closes it: only an authenticator app makes a second step necessary."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": pgettext_lazy("account", "This code is not right. Type the 6 digits again"),
        "cannot_delete_authenticator": gettext_lazy("Your role needs the authenticator app. It stays switched on"),
        "cannot_generate_recovery_codes": gettext_lazy("Recovery codes need an authenticator app. Set it up first"),
        "unverified_email": gettext_lazy("Confirm your e-mail address first"),
    }

    def is_mfa_enabled(self, user: AbstractBaseUser, types: Collection[str] | None = None) -> bool:
        """allauth's sign-in asks for "app or passkey" together: there a passkey would lock out whoever has it on another phone."""
        if types is None or {APP, PASSKEY} <= set(types):
            types = [APP]
        return bool(super().is_mfa_enabled(user, types=types))

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return authenticator.type != APP or not registry.needs_second_factor(authenticator.user)

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("My device") if not count else _("Device %(number)s") % {"number": count + 1}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": context.request.get_host().partition(":")[0], "name": "Handschlag"}

    def build_totp_svg(self, url: str) -> SafeString:
        """One path without style attributes, so that the strict CSP lets it through."""
        code = QRCode(border=4)
        code.add_data(url)
        rows = code.get_matrix()
        path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
        return format_html(
            '<svg class="qr" viewBox="0 0 {0} {0}" width="264" height="264" role="img" aria-label="{1}">'
            '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path d="{2}"/></svg>',
            len(rows),
            _("QR code for the authenticator app"),
            mark_safe(path),  # noqa: S308  digits only
        )

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()


def _box() -> MultiFernet:
    """Secrets of apps are sealed with keys drawn from HANDSCHLAG_KEKS: the first seals, all open."""
    drawn = [hmac.digest(key, b"accounts.mfa", hashlib.sha256) for key in keks.parse(settings.KEKS).values()]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in drawn])


def has_app(user: User) -> bool:
    return bool(Authenticator.objects.filter(user_id=user.pk, type=APP).exists())


def has_passkey(user: User) -> bool:
    return bool(Authenticator.objects.filter(user_id=user.pk, type=PASSKEY).exists())
