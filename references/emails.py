"""Mails of this house: to the boss "Sie", to the worker "du", to the employer's administration "Sie"."""

from django.conf import settings
from django.urls import reverse

from accounts import mail
from network.employers.models import Membership
from network.profiles import kinds
from network.profiles.presenters import firm_of, shown_name
from references.changes import ENDED
from references.drafts import Draft
from references.models import Reference, ReferenceRequest, Withdrawal
from references.payload import said_in


def asked(request: ReferenceRequest, token: str, *, reminder: bool = False) -> None:
    """The one mail with the one link."""
    context = {
        "request": request,
        "name": shown_name(request.profile),
        "firm": firm_of(request.station),
        "learned": request.station.kind in kinds.LEARNED,
        "link": mail.link(reverse("references:start", args=[token])),
        "reminder": reminder,
    }
    mail.send("references/emails/asked", to=request.referee_email, context=context, language=request.language)


def code(request: ReferenceRequest, digits: str) -> None:
    context = {"code": digits, "name": shown_name(request.profile)}
    mail.send("references/emails/code", to=request.referee_email, context=context, language=request.language)


def issued(reference: Reference, *, request: ReferenceRequest, mailbox: str, draft: Draft, manage_token: str) -> None:
    """To the referee with the link to withdraw, to the worker, and to those who answer for the employer. `mailbox` may be empty."""
    facts = {"referee": draft.name, "firm": firm_of(request.station), "reference": reference}
    copy = {**facts, "name": request.profile.name, "link": _managed(manage_token)}
    if mailbox:  # who answers in person may give none, and reads the link on the page
        mail.send("references/emails/copy", to=mailbox, context=copy, language=request.language)
    own = {**facts, "link": mail.link(reverse("references:read", args=[reference.public_id]))}
    mail.send("references/emails/answered", to=request.profile.user.email, context=own, language=settings.LANGUAGE_CODE)
    _tell_admins(reference, facts)


def corrected(
    reference: Reference, *, request: ReferenceRequest, mailbox: str, draft: Draft, manage_token: str
) -> None:
    """The same three, of the new words. Where a firm began it, its people read of it when the worker shows it, as before."""
    facts = {"referee": draft.name, "firm": firm_of(request.station), "reference": reference, "corrected": True}
    if mailbox:
        copy = {**facts, "name": request.profile.name, "link": _managed(manage_token)}
        mail.send("references/emails/copy", to=mailbox, context=copy, language=request.language)
    own = {**facts, "link": mail.link(reverse("references:read", args=[reference.public_id]))}
    to = request.profile.user.email
    mail.send("references/emails/corrected", to=to, context=own, language=settings.LANGUAGE_CODE)
    if not reference.begun_by_firm:
        _tell_admins(reference, facts)


def _managed(token: str) -> str:
    return mail.link(reverse("references:manage", args=[token]))


def _tell_admins(reference: Reference, facts: dict[str, object]) -> None:
    if reference.employer is None:
        return
    link = mail.link(reverse("references:of_employer", args=[reference.employer.heir.public_id]))
    people = Membership.objects.admins().at(reference.employer)
    admins = people.exclude(user=reference.referee_user_id).select_related("user")
    for member in admins:
        context = {**facts, "link": link}
        mail.send(
            "references/emails/in_your_name", to=member.user.email, context=context, language=settings.LANGUAGE_CODE
        )


def objected(reference: Reference) -> None:
    """To the worker: the pages say it from now on, so the worker hears it first from us."""
    if reference.profile is None:
        return
    said = said_in(reference)
    link = mail.link(reverse("references:read", args=[reference.public_id]))
    context = {"firm": said["employer"]["name"], "referee": said["referee"]["name"], "link": link}
    to = reference.profile.user.email
    mail.send("references/emails/objected", to=to, context=context, language=settings.LANGUAGE_CODE)


def withdrawn(reference: Reference) -> None:
    if reference.profile is None:
        return
    context = {
        "link": mail.link(reverse("references:read", args=[reference.public_id])),
        "ended": ENDED[Withdrawal.Who(reference.withdrawal.who)],
    }
    to = reference.profile.user.email
    mail.send("references/emails/withdrawn", to=to, context=context, language=settings.LANGUAGE_CODE)
