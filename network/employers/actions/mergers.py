"""Two firms become one. The old one stays as a name, for what was signed in it. Both want it, the desk decides (decision 0040)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.employers import emails, registry, rules
from network.employers.actions.families import mirror, move
from network.employers.actions.people import add_member
from network.employers.models import Employer, EmployerProof

Kind = EmployerProof.Kind
NOT_ASKED = {"merge_asked": None, "merge_words": "", "merge_agreed_at": None}


class Gone(Exception):
    """Taken back, answered or decided meanwhile. Nothing was stored."""


@transaction.atomic
def ask_merge(*, by: User, employer: Employer, into: Employer, words: str) -> None:
    """`employer` wants to belong to `into`. Asked by an admin of it; or by one of `into`, where nobody speaks for `employer`.

    Where nobody speaks for the other side, or `by` does, only the desk is asked. Raises PermissionDenied, Gone where one of the
    two has asked already.
    """
    employer, into = _locked(employer, into)
    own, other = rules.is_admin(by, employer), rules.is_admin(by, into)
    abandoned = not rules.has_admin(employer)
    if not (rules.may_merge(employer, into) and (own or (other and abandoned))):
        raise PermissionDenied
    if into.merge_asked_id == employer.pk:
        raise Gone
    agreed = timezone.now() if other or not rules.has_admin(into) else None
    asked = {"merge_asked": into, "merge_words": words.strip(), "merge_agreed_at": agreed}
    if not Employer.objects.filter(pk=employer.pk, merge_asked=None).update(**asked):
        raise Gone


@transaction.atomic
def take_back_merge(*, by: User, employer: Employer) -> None:
    """While the desk has not decided. Nothing happens the second time. Raises PermissionDenied."""
    if not rules.is_admin(by, employer):
        raise PermissionDenied
    Employer.objects.filter(pk=employer.pk).update(**NOT_ASKED)


@transaction.atomic
def answer_merge(*, by: User, into: Employer, employer: Employer, yes: bool) -> bool:
    """An admin of `into` agrees, or says no, also after a yes while the desk has not decided. False: there is no such question."""
    if not rules.is_admin(by, into):
        raise PermissionDenied
    asked = Employer.objects.filter(pk=employer.pk, merge_asked=into)
    if yes:
        return bool(asked.filter(merge_agreed_at=None).update(merge_agreed_at=timezone.now()))
    return bool(asked.update(**NOT_ASKED))


@transaction.atomic
def refuse_merge(*, by: User, employer: Employer, into: Employer, reason: str) -> None:
    """The desk does not confirm it. Both firms read why, and can ask again. Raises Gone."""
    asked = Employer.objects.filter(pk=employer.pk, merge_asked=into, merge_agreed_at__isnull=False)
    if not asked.update(**NOT_ASKED):
        raise Gone
    for firm, other in ((employer, into), (into, employer)):
        proof = _note(firm, other, Kind.NOT_MERGED, by, reason)
        for admin in firm.memberships.admins().select_related("user"):
            emails.merge_decided(proof, admin.user)


@transaction.atomic
def merge(*, by: User, employer: Employer, into: Employer, reason: str) -> None:
    """The desk confirms: `employer` is a name of `into` from now on. People and open questions go along, nothing signed is touched.

    Raises Gone where it is not asked any more, PermissionDenied where the families have changed so that it cannot be.
    """
    employer, into = _locked_families(employer, into)
    if employer.merge_asked_id != into.pk or employer.merge_agreed_at is None:
        raise Gone
    if not rules.may_merge(employer, into):
        raise PermissionDenied
    _hang(employer, into)
    _bring_people(by, employer, into)
    mirror(into)
    _note(employer, into, Kind.MERGED, by, reason)
    proof = _note(into, employer, Kind.TOOK_OVER, by, reason)
    registry.tell_merged(old=employer, new=into)
    for admin in into.memberships.admins().select_related("user"):  # of both, by now
        emails.merge_decided(proof, admin.user)


def _locked(employer: Employer, into: Employer) -> tuple[Employer, Employer]:
    """Both as they stand now. Always in the same order: no deadlock."""
    both = Employer.objects.select_for_update().filter(pk__in=[employer.pk, into.pk]).order_by("pk")
    fresh = {each.pk: each for each in both}
    return fresh[employer.pk], fresh[into.pk]


def _locked_families(employer: Employer, into: Employer) -> tuple[Employer, Employer]:
    """Both, with everybody of their families, in the order in which families.move() locks them. Raises Gone if one moves just now."""
    both = Employer.objects.filter(pk__in=[employer.pk, into.pk])
    roots = set(both.values_list("root_id", flat=True))
    family = {each.pk: each for each in Employer.objects.select_for_update().filter(root_id__in=roots).order_by("pk")}
    if not {employer.pk, into.pk} <= family.keys():
        raise Gone
    return family[employer.pk], family[into.pk]


def _hang(employer: Employer, into: Employer) -> None:
    """Below the new firm, which takes its branches and its older names: from an old name it is one step to the firm of today."""
    move(employer, into)
    Employer.objects.filter(merged_into=employer).update(merged_into=into, parent=into)
    Employer.objects.filter(parent=employer).update(parent=into)
    Employer.objects.filter(merge_asked=employer).update(**NOT_ASKED)  # they asked another firm
    Employer.objects.filter(parent_asked=employer).update(parent_asked=None)
    Employer.objects.filter(pk=employer.pk).update(merged_into=into, parent_asked=None, queued_at=None, **NOT_ASKED)


def _bring_people(by: User, employer: Employer, into: Employer) -> None:
    """Who is in both keeps name and position there, and the roles of both. Who left before has left."""
    known = set(into.memberships.current().values_list("user_id", flat=True))
    coming = list(employer.memberships.current().select_related("user"))
    employer.memberships.current().update(until=timezone.now())
    for each in coming:
        roles = {f"is_{role}": getattr(each, f"is_{role}") for role in rules.ROLES}
        there = into.memberships.current().get(user=each.user) if each.user_id in known else each
        add_member(by=by, employer=into, user=each.user, name=there.name, position=there.position, **roles)
    invited = into.invitations.open().values_list("email", flat=True)
    employer.invitations.unanswered().filter(email__in=list(invited)).update(revoked_at=timezone.now())
    employer.invitations.unanswered().update(employer=into)


def _note(firm: Employer, other: Employer, kind: str, by: User, reason: str) -> EmployerProof:
    return EmployerProof.objects.create(
        employer=firm, kind=kind, by=by, reason=reason.strip(), before=f"{other.name}, {other.place}"[:400]
    )
