"""Mails of these pages: to who said something "Sie", to the worker "du"."""

from django.conf import settings
from django.urls import reverse

from accounts import mail
from references import rules
from references.models import Reference
from references.payload import said_in
from references.presenters import firm_in


def fresh_link(mailbox: str, token: str, language: str) -> None:
    link = mail.link(reverse("references:managing_all", args=[token]))
    mail.send("references/managing/emails/fresh_link", to=mailbox, context={"link": link}, language=language)


def name_erased(reference: Reference) -> None:
    """To the worker, who may keep it, hide it, or ask somebody else."""
    context = {"withdrawn": rules.is_withdrawn(reference)}
    _to_worker("name_erased", reference, reverse("references:read", args=[reference.public_id]), **context)


def words_erased(reference: Reference) -> None:
    """Sent before they go: afterwards nobody knows whose they were."""
    _to_worker("words_erased", reference, reverse("references:mine"))


def _to_worker(name: str, reference: Reference, path: str, **more: object) -> None:
    if reference.profile is None:
        return
    said = said_in(reference)
    facts = {"role": said["referee"]["role"], "firm": firm_in(said), "reference": reference, "link": mail.link(path)}
    to = reference.profile.user.email
    mail.send(f"references/managing/emails/{name}", to=to, context={**facts, **more}, language=settings.LANGUAGE_CODE)
