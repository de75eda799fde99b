from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.ids import new_token
from accounts.models import User
from network.employers import emails, rules
from network.employers.actions.people import add_member, lock
from network.employers.models import Employer, Invitation, Membership


class Spent(Exception):
    """Accepted, taken back or too late in the meantime: this click changed nothing."""


@transaction.atomic
def invite(
    *,
    by: User,
    employer: Employer,
    email: str,
    is_admin: bool = False,
    is_referee: bool = False,
    is_recruiter: bool = False,
) -> Invitation:
    """A mail with one link. An older invitation to the same mailbox ends. The caller decides who may invite: an admin, or the desk."""
    employer = lock(employer).heir
    address = email.strip().lower()
    employer.invitations.unanswered().filter(email=address).update(revoked_at=timezone.now())
    plain, hashed = new_token()
    invitation = Invitation.objects.create(
        employer=employer,
        email=address,
        is_admin=is_admin,
        is_referee=is_referee,
        is_recruiter=is_recruiter,
        token_hash=hashed,
        invited_by=by,
        expires_at=timezone.now() + rules.INVITATION_LIFE,
    )
    emails.invitation(invitation, plain)
    return invitation


@transaction.atomic
def renew_invitation(*, by: User, invitation: Invitation) -> Invitation:
    """The same again with a new link; the old link ends. Raises Spent where it was accepted or taken back."""
    if not Invitation.objects.unanswered().filter(pk=invitation.pk).update(revoked_at=timezone.now()):
        raise Spent
    roles = {f"is_{role}": getattr(invitation, f"is_{role}") for role in rules.ROLES}
    return invite(by=by, employer=invitation.employer, email=invitation.email, **roles)


@transaction.atomic
def revoke_invitation(*, by: User, invitation: Invitation) -> bool:
    """False when there was nothing to take back any more."""
    return bool(Invitation.objects.unanswered().filter(pk=invitation.pk).update(revoked_at=timezone.now()))


@transaction.atomic
def accept_invitation(*, by: User, invitation: Invitation, name: str, position: str = "") -> Membership:
    """Spends the link once, whatever is clicked twice. Raises PermissionDenied for another mailbox, Spent."""
    if not rules.may_accept(by, invitation):
        raise PermissionDenied
    lock(invitation.employer)
    if not Invitation.objects.open().filter(pk=invitation.pk).update(accepted_at=timezone.now()):
        raise Spent
    return add_member(
        by=by,
        employer=invitation.employer,
        user=by,
        name=name,
        position=position,
        is_admin=invitation.is_admin,
        is_referee=invitation.is_referee,
        is_recruiter=invitation.is_recruiter,
    )


@transaction.atomic
def purge() -> int:
    """Invitations that ended long ago; how many rows went."""
    return Invitation.objects.over(timezone.now() - rules.INVITATION_KEPT).delete()[0]


@transaction.atomic
def ask_for_new_invitation(*, by: None, invitation: Invitation) -> bool:
    """Tells the admins that a link came too late, once. Nothing is prolonged without them. False when asked already."""
    late = Invitation.objects.unanswered().filter(pk=invitation.pk, expires_at__lte=timezone.now(), asked_at=None)
    if not late.update(asked_at=timezone.now()):
        return False
    for admin in invitation.employer.memberships.admins().select_related("user"):
        emails.new_invitation_wanted(invitation, admin.user)
    return True
