"""What the pages say about an employer and its people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from network.employers import domains
from network.employers.models import Employer, EmployerProof
from network.employers.rules import HUMAN_PROOFS, ROLES
from network.ui.templatetags.ui import day, month

CHECKED, SELF_DECLARED = 4, 0  # design.md, section 4

HOW = {
    EmployerProof.Kind.REGISTER: gettext_lazy("The desk saw the register or a trade card on %(day)s."),
    EmployerProof.Kind.CALL_BACK: gettext_lazy("The desk called back on %(day)s, on a number that it found itself."),
    EmployerProof.Kind.VISIT: gettext_lazy("The desk came by on %(day)s."),
}


class Roles(Protocol):
    is_admin: bool
    is_referee: bool
    is_recruiter: bool


def role_names(held: Roles) -> list[str]:
    words = {
        "admin": pgettext("role", "Administration"),
        "referee": pgettext("role", "References"),
        "recruiter": pgettext("role", "Search and offers"),
    }
    return [words[role] for role in ROLES if getattr(held, f"is_{role}")]


@dataclass(frozen=True)
class Standing:
    """Whether somebody made sure who the employer is: plate, and sentences for how and since when."""

    level: int
    words: str
    sentences: list[str]


def standing(employer: Employer, proofs: Iterable[EmployerProof]) -> Standing:
    """From the employer and its proofs, newest first. A refusal is between the desk and the employer, so it reads as "not checked"."""
    known = list(proofs)
    mailbox = [_mailbox(proof) for proof in known if confirms_mailbox(proof, employer)][:1]
    human = next((proof for proof in known if proof.kind in HUMAN_PROOFS), None)
    if employer.is_checked:
        return Standing(CHECKED, _plate(human), [*_how(human), *mailbox])
    ended = employer.checked_until
    past = [_("A check ended on %(day)s.") % {"day": day(ended)}] if ended else []
    return Standing(SELF_DECLARED, _("Not checked yet"), [*past, *mailbox])


def confirms_mailbox(proof: EmployerProof, employer: Employer) -> bool:
    """A code came back from a mailbox at the domain that the employer still names."""
    in_time = bool(proof.valid_until and proof.valid_until >= timezone.localdate())
    return proof.kind == EmployerProof.Kind.DOMAIN_MAIL and in_time and proof.domain == employer.domain


def known_on(proofs: Iterable[EmployerProof], on: date) -> list[str]:
    """How it was known on a day who the employer is: what the desk had seen last, and the mailbox. Proofs come newest first."""
    held = [
        each for each in proofs if timezone.localdate(each.at) <= on and each.valid_until and each.valid_until >= on
    ]
    human = [
        str(HOW[EmployerProof.Kind(each.kind)]) % {"day": day(each.at)} for each in held if each.kind in HUMAN_PROOFS
    ]
    mailbox = [_mailbox(each) for each in held if each.kind == EmployerProof.Kind.DOMAIN_MAIL]
    return [*human[:1], *mailbox[:1]]


def _plate(proof: EmployerProof | None) -> str:
    if proof is None:
        return _("Checked employer")
    return _("Checked employer, %(month)s") % {"month": month(timezone.localdate(proof.at))}


def _how(proof: EmployerProof | None) -> list[str]:
    if proof is None:
        return []
    sentences = [str(HOW[EmployerProof.Kind(proof.kind)]) % {"day": day(proof.at)}]
    if proof.valid_until:
        sentences.append(_("The check holds until %(day)s.") % {"day": day(proof.valid_until)})
    return sentences


def _mailbox(proof: EmployerProof) -> str:
    facts = {"domain": domains.shown(proof.domain), "day": day(proof.at)}
    return _("A mailbox at the employer's own domain %(domain)s was confirmed on %(day)s.") % facts
