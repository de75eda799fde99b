"""Where allauth asks the house: forms of words, plain mails, links from the setting, no side doors."""

import logging
import smtplib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal import flows
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from accounts import confirming
from accounts.mail import link
from accounts.models import User
from accounts.returns import is_own_path

log = logging.getLogger("handschlag.mail")
security = logging.getLogger("handschlag.security")


class Adapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("This account is closed for now"),
        "duplicate_email": gettext_lazy("This is your address already. Type the new one"),
        "same_as_current": gettext_lazy("This is your address already. Type the new one"),
        "email_taken": gettext_lazy("This address belongs to another account. Type another one"),
        "incorrect_code": pgettext_lazy("account", "This code is not right. Type the 6 digits again"),
        "too_many_login_attempts": pgettext_lazy(
            "account", "That was tried too often. Wait a few minutes, then start again"
        ),
        "rate_limited": pgettext_lazy("account", "That was tried too often. Wait a few minutes, then start again"),
    }

    def is_safe_url(self, url: str | None) -> bool:
        return bool(url) and is_own_path(str(url))

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:  # type: ignore[override]
        """In the order of confirming.ways(); the first is where allauth sends people by itself."""
        words = {
            reverse("accounts:confirm"): _("Code by mail"),
            reverse("mfa_reauthenticate"): _("Authenticator app or recovery code"),
            reverse("mfa_reauthenticate_webauthn"): _("Passkey"),
        }
        urls = confirming.ways(user) if isinstance(user, User) else []
        return [{"id": url, "description": words[url], "url": url} for url in urls]

    def save_user(self, request: HttpRequest, user: User, form: BaseForm, commit: bool = True) -> User:  # type: ignore[override]
        """Two clicks at once: the second meets the address taken, and gets the answer everybody gets for a known address."""
        try:
            with transaction.atomic():
                super().save_user(request, user, form, commit)
        except IntegrityError as error:
            email = form.cleaned_data["email"]
            raise ImmediateHttpResponse(flows.signup.prevent_enumeration(request, email=email)) from error
        return user

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:  # type: ignore[override]
        """Who came in, by number (OWASP ASVS 5.0, 16.3.1); refusals are logged in entrance.py."""
        security.info("user %d signed in", user.pk)
        response: HttpResponse | None = super().post_login(request, user, **kwargs)
        return response

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        """After a change of address back to the account; after sign-up allauth goes its own way."""
        return reverse("accounts:overview")

    def send_account_already_exists_mail(self, email: str) -> None:
        self.send_mail("account/email/account_already_exists", email, {})

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """Plain text only. Links are built from PUBLIC_URL: a forged Host header must not get into a mail."""
        context = {**context, "operator": settings.OPERATOR, "site": settings.PUBLIC_URL}
        for name in ("account_login", "account_signup", "accounts:overview"):
            context[name.replace("accounts:", "account_") + "_url"] = link(reverse(name))
        subject = " ".join(render_to_string(f"{template_prefix}_subject.txt", context).split())
        body = render_to_string(f"{template_prefix}_message.txt", context).strip() + "\n"
        to = [email] if isinstance(email, str) else email
        return EmailMessage(subject, body, self.get_from_email(), to, headers=headers)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A mail server that does not answer, or does not know the mailbox, is no reason for a broken page: the page offers a new code."""
        message = self.render_mail(template_prefix, email, {**context, "email": email})
        try:
            message.send()
        except (OSError, smtplib.SMTPException):
            log.exception("mail %s could not be handed over", template_prefix)
            words = _("The mail could not be sent. Look at the address, then ask for a new code in a minute.")
            messages.error(self.request, words)
