"""Mails to and about voices: to colleague and customer "Sie", to the worker "du"."""

from django.conf import settings
from django.urls import reverse

from accounts import mail
from network.profiles.presenters import shown_name
from references.models import Voice
from references.voices.about import of_voice


def asked(voice: Voice, token: str, *, reminder: bool = False) -> None:
    """The one mail with the one link: who gave the name, what for, until when, how to object (GDPR Art. 14)."""
    link = mail.link(reverse("references:voice", args=[token]))
    _to_speaker("asked", voice, voice.email, link=link, reminder=reminder)


def code(voice: Voice, digits: str) -> None:
    _to_speaker("code", voice, voice.email, code=digits)


def confirmed(voice: Voice, *, mailbox: str, manage_token: str) -> None:
    """A copy with the link to take it back, and a line to the worker. In the same room there may be no mailbox, and both know."""
    if mailbox:
        link = mail.link(reverse("references:voice_own", args=[manage_token]))
        _to_speaker("copy", voice, mailbox, link=link)
        _to_worker("answered", voice)


def withdrawn(voice: Voice) -> None:
    _to_worker("withdrawn", voice)


def _to_speaker(name: str, voice: Voice, to: str, **more: object) -> None:
    about = of_voice(voice)
    context = {"voice": voice, "about": about, "name": shown_name(voice.profile), **more}
    mail.send(f"references/voices/emails/{name}", to=to, context=context, language=voice.language)


def _to_worker(name: str, voice: Voice) -> None:
    link = mail.link(reverse("references:voice_read", args=[voice.public_id]))
    context = {"voice": voice, "about": of_voice(voice), "link": link}
    to = voice.profile.user.email
    mail.send(f"references/voices/emails/{name}", to=to, context=context, language=settings.LANGUAGE_CODE)
