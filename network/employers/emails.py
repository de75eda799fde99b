"""Mails of this room. Each function says to whom and what; the words stand in templates/employers/emails/."""

from django.urls import reverse

from accounts import mail
from accounts.models import User
from network.employers.models import Employer, EmployerProof, Invitation
from network.employers.presenters import role_names


def invitation(invited: Invitation, token: str) -> None:
    sender = invited.employer.memberships.current().filter(user=invited.invited_by_id).first()
    context = {
        "employer": invited.employer,
        "sender": sender.name if sender else "",
        "roles": role_names(invited),
        "until": invited.expires_at,
        "link": mail.link(reverse("employers:invitation", args=[token])),
    }
    mail.send("employers/emails/invitation", to=invited.email, context=context)


def new_invitation_wanted(invited: Invitation, admin: User) -> None:
    people = mail.link(reverse("employers:people", args=[invited.employer.public_id]))
    context = {"employer": invited.employer, "email": invited.email, "link": people}
    mail.send("employers/emails/new_invitation", to=admin.email, context=context)


def domain_code(employer: Employer, mailbox: str, code: str) -> None:
    mail.send("employers/emails/domain_code", to=mailbox, context={"employer": employer, "code": code})


def decided(proof: EmployerProof, admin: User) -> None:
    """Checked or refused, with the reason and how to contest it (law 15)."""
    name = "refused" if proof.kind == EmployerProof.Kind.REFUSED else "checked"
    area = mail.link(reverse("employers:area", args=[proof.employer.public_id]))
    mail.send(
        f"employers/emails/{name}", to=admin.email, context={"employer": proof.employer, "proof": proof, "link": area}
    )


def merge_decided(proof: EmployerProof, admin: User) -> None:
    """Two firms are one now, or not, with the reason and how to contest it."""
    area = mail.link(reverse("employers:area", args=[proof.employer.public_id]))
    context = {"employer": proof.employer, "proof": proof, "merged": proof.kind == proof.Kind.TOOK_OVER, "link": area}
    mail.send("employers/emails/merge_decided", to=admin.email, context=context)


def corrected(proof: EmployerProof, admin: User) -> None:
    area = mail.link(reverse("employers:area", args=[proof.employer.public_id]))
    mail.send(
        "employers/emails/corrected", to=admin.email, context={"employer": proof.employer, "proof": proof, "link": area}
    )
