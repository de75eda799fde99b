"""Mails to and about witnesses: to the witness "Sie", to the worker "du"."""

from django.conf import settings
from django.urls import reverse

from accounts import mail
from network.profiles.presenters import shown_name
from references.models import Witness


def asked(witness: Witness, token: str) -> None:
    """The one mail with the one link: who gave the name, what for, until when, how to object (GDPR Art. 14)."""
    link = mail.link(reverse("references:witness", args=[token]))
    _to_witness("asked", witness, witness.email, link=link)


def code(witness: Witness, digits: str) -> None:
    _to_witness("code", witness, witness.email, code=digits)


def confirmed(witness: Witness, *, mailbox: str, manage_token: str) -> None:
    """A copy with the link to take it back, and a line to the worker. In the same room there is no mailbox, and both know."""
    if mailbox:
        link = mail.link(reverse("references:witness_own", args=[manage_token]))
        _to_witness("copy", witness, mailbox, link=link)
        _to_worker("answered", witness)


def withdrawn(witness: Witness) -> None:
    _to_worker("withdrawn", witness)


def _to_witness(name: str, witness: Witness, to: str, **more: str) -> None:
    context = {"witness": witness, "name": shown_name(witness.profile), "title": witness.sample.title, **more}
    mail.send(f"references/witness/emails/{name}", to=to, context=context, language=witness.language)


def _to_worker(name: str, witness: Witness) -> None:
    link = mail.link(reverse("references:witness_read", args=[witness.public_id]))
    context = {"witness": witness, "title": witness.sample.title, "link": link}
    to = witness.profile.user.email
    mail.send(f"references/witness/emails/{name}", to=to, context=context, language=settings.LANGUAGE_CODE)
