"""Mails: plain text, one link on its own line, sent after the transaction is through."""

import logging
import smtplib
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import get_language, override

from accounts import placeholders

log = logging.getLogger("handschlag.mail")


def link(path: str) -> str:
    """The full address for a path, built from the setting and never from a request's Host header."""
    return f"{settings.PUBLIC_URL}{path}"


def send(name: str, *, to: str, context: Mapping[str, Any], language: str | None = None) -> None:
    """Render templates/<name>.txt (first line: subject) now, send it after commit.

    Nothing is sent to who is not there yet (placeholders.py). A mail server that does not answer must not break what has been stored already: it is logged, the pages offer to send again.
    """
    if placeholders.is_nobody(to):
        return
    with override(language or get_language() or settings.LANGUAGE_CODE):
        text = render_to_string(f"{name}.txt", {"operator": settings.OPERATOR, **context})
    subject, _, body = text.strip().partition("\n")
    message = EmailMessage(" ".join(subject.split()), body.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [to])

    def deliver() -> None:
        try:
            message.send()
        except (OSError, smtplib.SMTPException) as trouble:  # its text may hold the address, so only its kind is logged
            log.error("mail %s could not be handed over: %s", name, type(trouble).__name__)

    transaction.on_commit(deliver)
