"""The one mail of an invitation: to the worker, "du"."""

from django.urls import reverse

from accounts import mail
from references.drafts import Draft
from references.models import WorkerInvitation


def invited(invitation: WorkerInvitation, token: str) -> None:
    """Who at which firm, what happens with it, how to say no for ever. The link shows; buttons act (law 8)."""
    words = Draft.of(invitation) if invitation.draft else None
    context = {
        "invitation": invitation,
        "firm": invitation.employer.name,
        "place": invitation.employer.place.name,
        "sender": sender(invitation),
        "words": words,
        "link": mail.link(reverse("references:invited", args=[token])),
    }
    mail.send("references/inviting/emails/invited", to=invitation.email, context=context, language=invitation.language)


def sender(invitation: WorkerInvitation) -> str:
    """How the firm's people call who sent it. Empty where the person has left."""
    member = invitation.employer.memberships.current().filter(user=invitation.by_id).first()
    return ", ".join(filter(None, [member.name, member.position])) if member else ""
