from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from network.desk import cases, facts, helping, rules
from network.desk.models import DeskMember
from network.employers import actions as employers
from network.employers.models import Employer, EmployerProof, Invitation
from network.places.models import Place


class Changed(Exception):
    """The facts are not those that were looked at, or somebody else has decided meanwhile."""


@transaction.atomic
def decide(*, by: User, employer: Employer, kind: str, reason: str, seen: str) -> EmployerProof:
    """Confirm or refuse what `seen` (facts.fingerprint) stands for. Raises Changed, PermissionDenied."""
    employer = _locked(by, employer)
    if facts.fingerprint(employer) != seen:
        raise Changed
    return employers.record_proof(by=by, employer=employer, kind=kind, reason=reason)


@transaction.atomic
def correct(
    *, by: User, employer: Employer, reason: str, name: str, place: Place, domain: str, parent: Employer | None
) -> EmployerProof:
    """New facts for an employer that asked for it. Raises PermissionDenied, employers.actions.Taken."""
    employer = _locked(by, employer)
    return employers.correct(
        by=by, employer=employer, reason=reason, name=name, place=place, domain=domain, parent=parent
    )


@transaction.atomic
def invite_admin(*, by: User, employer: Employer, email: str) -> Invitation:
    """For an employer nobody speaks for, or whose admins cannot be reached: the desk has made sure who asks."""
    return employers.invite(by=by, employer=_locked(by, employer), email=email, is_admin=True)


@transaction.atomic
def add_member(*, by: None, user: User, name: str) -> DeskMember:
    """By whoever runs the machine: `manage.py add_desk_member`."""
    member, _made = DeskMember.objects.update_or_create(user=user, defaults={"name": name})
    return member


@transaction.atomic
def erase(user: User) -> None:
    helping.forget(user)
    cases.forget(user)
    DeskMember.objects.filter(user=user).delete()


def purge() -> int:
    """Notes about pages that were begun here, and cases, that are over their time. How many rows."""
    return helping.purge() + cases.purge()


def _locked(by: User, employer: Employer) -> Employer:
    fresh = Employer.objects.select_for_update().get(pk=employer.pk)
    if not rules.may_decide(by, fresh):
        raise PermissionDenied
    return fresh
