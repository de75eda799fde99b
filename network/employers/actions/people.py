from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from network.employers import naming, rules
from network.employers.actions.families import mirror
from network.employers.models import Employer, EmployerProof, Invitation, Membership


class LastAdmin(Exception):
    """Nobody would be left to answer for the employer."""


@transaction.atomic
def add_member(
    *,
    by: User,
    employer: Employer,
    user: User,
    name: str,
    position: str = "",
    is_admin: bool = False,
    is_referee: bool = False,
    is_recruiter: bool = False,
) -> Membership:
    """Who belongs to the employer already keeps the old roles and gets the new ones too. Into an old name nobody comes any more."""
    employer = lock(employer).heir
    known = employer.memberships.current().filter(user=user).first()
    membership = known or Membership(employer=employer, user=user)
    membership.name, membership.position = naming.tidy(name), naming.tidy(position)
    membership.is_admin |= is_admin
    membership.is_referee |= is_referee
    membership.is_recruiter |= is_recruiter
    membership.save()
    return membership


@transaction.atomic
def change_roles(
    *, by: User, membership: Membership, is_admin: bool = False, is_referee: bool = False, is_recruiter: bool = False
) -> None:
    """Holds at once. Raises LastAdmin, and PermissionDenied for who is no admin or a membership that has ended."""
    lock(membership.employer)
    membership = Membership.objects.select_related("employer").get(pk=membership.pk)
    if membership.until or not rules.is_admin(by, membership.employer):
        raise PermissionDenied
    if rules.is_last_admin(membership) and not is_admin:
        raise LastAdmin
    if membership.is_admin and not is_admin:
        _take_back_invitations(membership)
    membership.is_admin, membership.is_referee, membership.is_recruiter = is_admin, is_referee, is_recruiter
    membership.save(update_fields=["is_admin", "is_referee", "is_recruiter"])


@transaction.atomic
def end_membership(*, by: User, membership: Membership) -> None:
    """An admin ends anybody's, everybody ends their own; ending it twice is ending it once. Raises LastAdmin, PermissionDenied."""
    lock(membership.employer)
    membership = Membership.objects.select_related("employer").get(pk=membership.pk)
    if membership.user_id != by.pk and not rules.is_admin(by, membership.employer):
        raise PermissionDenied
    if membership.until:
        return
    if rules.is_last_admin(membership):
        raise LastAdmin
    _take_back_invitations(membership)
    membership.until = timezone.now()
    membership.save(update_fields=["until"])


@transaction.atomic
def erase(user: User) -> None:
    """The person leaves no trace here. An employer nobody speaks for any more stays, for the stations of others, and loses its check."""
    left = list(Employer.objects.filter(memberships__user=user, memberships__until=None))
    Invitation.objects.filter(Q(email__iexact=user.email) | Q(invited_by=user, accepted_at=None)).delete()
    Membership.objects.filter(user=user).delete()
    for employer in left:
        lock(employer)
        if not employer.memberships.admins().exists():
            _nobody_speaks(employer)


def _nobody_speaks(employer: Employer) -> None:
    asks_nothing = {"parent_asked": None, "merge_asked": None, "merge_words": "", "merge_agreed_at": None}
    Employer.objects.filter(pk=employer.pk).update(checked_until=None, queued_at=None, **asks_nothing)
    Employer.objects.filter(merge_asked=employer, merge_agreed_at=None).update(
        merge_agreed_at=timezone.now()
    )  # nobody answers
    mirror(employer)
    EmployerProof.objects.create(employer=employer, kind=EmployerProof.Kind.ENDED)


def _take_back_invitations(membership: Membership) -> None:
    """What an admin promised in the employer's name ends with the role."""
    sent = membership.employer.invitations.unanswered().filter(invited_by=membership.user_id)
    sent.update(revoked_at=timezone.now())


def lock(employer: Employer) -> Employer:
    """One change of people at a time: two admins who remove each other must not both succeed. The employer as it stands now."""
    return Employer.objects.select_for_update().get(pk=employer.pk)
