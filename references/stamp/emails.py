"""One mail to the firm, twice a year, and one to the worker when the firm has answered."""

from django.conf import settings
from django.urls import reverse

from accounts import mail
from network.employers.models import Employer
from references.models import StampAnswer, StampRound


def asked(round_: StampRound) -> None:
    """Comes by itself, to the firm's admins. Names nobody: mailboxes are read by many."""
    employer = round_.employer
    link = mail.link(reverse("references:stamp", args=[employer.public_id]))
    context = {"employer": employer, "link": link, "until": round_.closes_at}
    for member in employer.memberships.admins().select_related("user"):
        mail.send("references/emails/stamp", to=member.user.email, context=context, language=settings.LANGUAGE_CODE)


def answered(answer: StampAnswer, employer: Employer) -> None:
    """The same words whatever the firm said: that stands behind the sign-in."""
    context = {"firm": employer.name, "link": mail.link(reverse("references:stamps"))}
    to = answer.station.profile.user.email
    mail.send("references/emails/stamp_answered", to=to, context=context, language=settings.LANGUAGE_CODE)
