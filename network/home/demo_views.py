"""Demo mode only: sent mail, codes of the demo people's authenticator apps, and every part of the look on one page."""

import time
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape, urlize
from django.utils.safestring import SafeString, mark_safe

from network.home.styleguide import parts

SHOWN = 60
SEPARATOR = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True)
class Letter:
    name: str
    to: str
    subject: str
    date: str
    body: SafeString


def _letters() -> list[Letter]:
    """Sent mail, newest first. One file may hold several messages."""
    files = sorted(Path(settings.EMAIL_FILE_PATH).glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True)
    found = []
    for file in files[:SHOWN]:
        raw = [part for part in file.read_bytes().split(SEPARATOR) if part.strip()]
        found += [_letter(f"{file.stem}-{number}", part) for number, part in reversed(list(enumerate(raw)))]
    return found


def _letter(name: str, raw: bytes) -> Letter:
    message = message_from_bytes(raw, policy=policy.default)
    body = message.get_body(("plain",))
    text = str(body.get_content()) if body else ""
    words = mark_safe(urlize(escape(text)))  # noqa: S308 escaped the moment before
    return Letter(name, str(message["To"]), str(message["Subject"]), str(message["Date"]), words)


def _app_codes() -> list[tuple[str, str]]:
    """The six digits that the authenticator apps of demo people show now."""
    counter = int(time.time()) // 30
    secrets = Authenticator.objects.filter(type=Authenticator.Type.TOTP, user__is_demo=True).select_related("user")
    return [(str(row.user), format_hotp_value(hotp_value(decrypt(row.data["secret"]), counter))) for row in secrets]


@login_not_required
def outbox(request: HttpRequest) -> HttpResponse:
    return render(request, "home/outbox.html", {"letters": _letters()[:SHOWN], "app_codes": _app_codes()})


@login_not_required
def letter(request: HttpRequest, name: str) -> HttpResponse:
    for found in _letters():
        if found.name == name:
            return render(request, "home/letter.html", {"letter": found})
    raise Http404


@login_not_required
def styleguide(request: HttpRequest) -> HttpResponse:
    return render(request, "home/styleguide.html", parts(request))
