from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts import codes
from accounts.models import User
from network.employers import domains, emails, rules
from network.employers.actions.families import mirror
from network.employers.models import Employer, EmployerProof

PURPOSE = "employer-domain"


@transaction.atomic
def send_domain_code(*, by: User, employer: Employer, local: str) -> str:
    """Six digits to <local>@<own domain>; the mailbox they went to. Raises ValidationError for another domain, PermissionDenied."""
    if not (rules.is_admin(by, employer) and employer.domain):
        raise PermissionDenied
    mailbox = domains.mailbox(local, domains.clean(employer.domain))
    code = codes.issue(purpose=PURPOSE, subject=employer.public_id, email=mailbox)
    emails.domain_code(employer, mailbox, code)
    return mailbox


@transaction.atomic
def confirm_domain(*, by: User, employer: Employer, mailbox: str, code: str) -> codes.Result:
    """The right code says: somebody who reads mail at this domain is here. It does not make the employer checked (design.md, section 4)."""
    if not rules.is_admin(by, employer):
        raise PermissionDenied
    if mailbox.rpartition("@")[2] != employer.domain:  # the domain was changed in between
        return codes.Result.EXPIRED
    result = codes.redeem(purpose=PURPOSE, subject=employer.public_id, email=mailbox, code=code)
    if result is codes.Result.OK:
        EmployerProof.objects.create(
            employer=employer,
            kind=EmployerProof.Kind.DOMAIN_MAIL,
            valid_until=timezone.localdate() + rules.CHECK_LIFE,
            domain=employer.domain,
        )
    return result


@transaction.atomic
def ask_for_check(*, by: User, employer: Employer) -> bool:
    """Into the desk's queue: after a refusal, or when a check runs out. False when there is nothing to ask."""
    employer = Employer.objects.select_for_update().get(pk=employer.pk)
    if not rules.is_admin(by, employer):
        raise PermissionDenied
    if not rules.may_ask_for_check(employer):
        return False
    Employer.objects.filter(pk=employer.pk).update(queued_at=timezone.now())
    return True


@transaction.atomic
def record_proof(*, by: User, employer: Employer, kind: str, reason: str) -> EmployerProof:
    """What a human at the desk found out: a proof that holds a year, or a refusal that ends an older check. The admins get the reason by mail."""
    if kind not in (*rules.HUMAN_PROOFS, EmployerProof.Kind.REFUSED) or not reason.strip():
        raise ValueError(kind)
    refused = kind == EmployerProof.Kind.REFUSED
    until = None if refused else timezone.localdate() + rules.CHECK_LIFE
    proof = EmployerProof.objects.create(employer=employer, kind=kind, by=by, reason=reason.strip(), valid_until=until)
    Employer.objects.filter(pk=employer.pk).update(checked_until=until, queued_at=None)
    employer.checked_until, employer.queued_at = until, None
    mirror(employer)
    for admin in employer.memberships.admins().select_related("user"):
        emails.decided(proof, admin.user)
    return proof
