from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.employers import domains, emails, lookup, naming, registry, rules
from network.employers.actions.families import ask_parent, mirror, move
from network.employers.actions.people import add_member
from network.employers.models import Employer, EmployerProof
from network.places.models import Place


class Taken(Exception):
    """An employer of this name is registered in this town already; `twin` is it."""

    def __init__(self, twin: Employer) -> None:
        super().__init__(twin.name)
        self.twin = twin


@transaction.atomic
def register(
    *,
    by: User,
    name: str,
    place: Place,
    member_name: str,
    position: str = "",
    domain: str = "",
    founded_year: int | None = None,
    works_council: bool | None = None,
    parent: Employer | None = None,
) -> Employer:
    """A new employer, unchecked and in the desk's queue; who registers it holds all roles. Raises Taken, ValidationError."""
    User.objects.select_for_update().get(pk=by.pk)  # a double click registers once
    if twins := lookup.twins(name, place):
        raise Taken(twins[0])
    name = naming.check_name(name)
    employer = Employer.objects.create(
        name=name,
        key=naming.key(name),
        place=place,
        domain=domains.clean(domain),
        founded_year=founded_year,
        works_council=works_council,
        queued_at=timezone.now(),
    )
    employer.root = employer
    employer.save(update_fields=["root"])
    registry.tell_name(employer)
    add_member(
        by=by,
        employer=employer,
        user=by,
        name=member_name,
        position=position,
        is_admin=True,
        is_referee=True,
        is_recruiter=True,
    )
    if parent:
        ask_parent(by=by, employer=employer, parent=parent)
    return employer


@transaction.atomic
def change_facts(
    *, by: User, employer: Employer, name: str, place: Place, domain: str = "", founded_year: int | None = None
) -> None:
    """By an admin, while the employer is not checked. Raises PermissionDenied, Taken, ValidationError."""
    employer = Employer.objects.select_for_update().get(pk=employer.pk)
    if not (rules.is_admin(by, employer) and rules.may_change_facts(employer)):
        raise PermissionDenied
    _write_facts(employer, name, place, domain, founded_year)


def _write_facts(employer: Employer, name: str, place: Place, domain: str, founded_year: int | None) -> None:
    if twins := [twin for twin in lookup.twins(name, place) if employer.pk not in (twin.pk, twin.merged_into_id)]:
        raise Taken(twins[0])
    employer.name = naming.check_name(name)
    employer.key = naming.key(employer.name)
    employer.place, employer.domain, employer.founded_year = place, domains.clean(domain), founded_year
    employer.save(update_fields=["name", "key", "place", "domain", "founded_year"])
    mirror(employer)
    registry.tell_name(employer)


@transaction.atomic
def choose_facts_only(*, by: User, employer: Employer, works_council: bool | None, facts_only: bool) -> None:
    """Is there a works council, and may referees say more than facts? (§ 94 Abs. 2 BetrVG)"""
    if not rules.is_admin(by, employer):
        raise PermissionDenied
    Employer.objects.standing().filter(pk=employer.pk).update(works_council=works_council, facts_only=facts_only)
    mirror(employer)


@transaction.atomic
def correct(
    *,
    by: User,
    employer: Employer,
    reason: str,
    name: str,
    place: Place,
    domain: str = "",
    parent: Employer | None = None,
) -> EmployerProof:
    """By the desk, for checked employers too: a new name, a move, a family. The row says what it was before. Raises Taken, ValidationError."""
    employer = Employer.objects.select_for_update(of=("self",)).select_related("place", "parent").get(pk=employer.pk)
    before = f"{employer.name}, {employer.place}, {employer.domain or '–'}, {employer.parent or '–'}"
    _write_facts(employer, name, place, domain, employer.founded_year)
    if parent != employer.parent:
        move(employer, parent)
    proof = EmployerProof.objects.create(
        employer=employer, kind=EmployerProof.Kind.CORRECTED, by=by, reason=reason, before=before[:400]
    )
    for admin in employer.memberships.admins().select_related("user"):
        emails.corrected(proof, admin.user)
    return proof
