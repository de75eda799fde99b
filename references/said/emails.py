"""Mails to and about voices and witnesses: to who speaks "Sie", to the worker "du"."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from accounts import mail
from network.profiles.presenters import shown_name
from references.models import Voice
from references.said.rules import Said, word
from references.voices.about import of_voice


def asked(said: Said, token: str, *, reminder: bool = False) -> None:
    """The one mail with the one link: who gave the name, what for, until when, how to object (GDPR Art. 14)."""
    link = mail.link(reverse(f"references:{word(said)}", args=[token]))
    _to_speaker("asked", said, said.email, link=link, reminder=reminder)


def code(said: Said, digits: str) -> None:
    _to_speaker("code", said, said.email, code=digits)


def confirmed(said: Said, *, mailbox: str, manage_token: str) -> None:
    """A copy with the link to take it back, and a line to the worker. In the same room there may be no mailbox, and both know."""
    if mailbox:
        link = mail.link(reverse(f"references:{word(said)}_own", args=[manage_token]))
        _to_speaker("copy", said, mailbox, link=link)
        _to_worker("answered", said)


def withdrawn(said: Said) -> None:
    _to_worker("withdrawn", said)


def _to_speaker(name: str, said: Said, to: str, **more: object) -> None:
    context = {"name": shown_name(said.profile), **_about(said), **more}
    mail.send(_template(name, said), to=to, context=context, language=said.language)


def _to_worker(name: str, said: Said) -> None:
    link = mail.link(reverse(f"references:{word(said)}_read", args=[said.public_id]))
    to, context = said.profile.user.email, {"link": link, **_about(said)}
    mail.send(_template(name, said), to=to, context=context, language=settings.LANGUAGE_CODE)


def _about(said: Said) -> dict[str, Any]:
    if isinstance(said, Voice):
        return {"voice": said, "about": of_voice(said)}
    return {"witness": said, "title": said.sample.title}


def _template(name: str, said: Said) -> str:
    folder = "voices" if isinstance(said, Voice) else "witness"
    return f"references/{folder}/emails/{name}"
