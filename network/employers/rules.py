"""Who may do what for an employer. Asked afresh every time: a role that ended works no more at once."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from network.employers.models import Employer, EmployerProof, Invitation, Membership
from network.employers.querysets import MembershipQuerySet

ROLES = ("admin", "referee", "recruiter")
HUMAN_PROOFS = (EmployerProof.Kind.REGISTER, EmployerProof.Kind.CALL_BACK, EmployerProof.Kind.VISIT)
CHECK_LIFE = timedelta(days=365)
INVITATION_LIFE = timedelta(days=14)
INVITATION_KEPT = timedelta(days=30)  # after its end, so that who comes late reads why
RENEW_BEFORE = timedelta(days=60)


def is_member(user: User, employer: Employer) -> bool:
    return _at(user, employer).exists()


def is_admin(user: User, employer: Employer) -> bool:
    return _at(user, employer).filter(is_admin=True).exists()


def is_referee(user: User, employer: Employer) -> bool:
    return _at(user, employer).filter(is_referee=True).exists()


def is_recruiter(user: User, employer: Employer) -> bool:
    return _at(user, employer).filter(is_recruiter=True).exists()


def _at(user: User, employer: Employer) -> MembershipQuerySet:
    return Membership.objects.current().at(employer).filter(user=user)


def is_last_admin(membership: Membership) -> bool:
    """Whoever is the only one left to decide cannot go: the employer would have nobody to answer for it."""
    others = membership.employer.memberships.admins().exclude(pk=membership.pk)
    return membership.is_admin and membership.until is None and not others.exists()


def may_accept(user: User, invitation: Invitation) -> bool:
    """Only who holds the mailbox the invitation went to; sign-in has confirmed it."""
    return user.email.lower() == invitation.email.lower()


def may_change_facts(employer: Employer) -> bool:
    """Name, place and domain are what the desk has checked, so afterwards only the desk changes them."""
    return not employer.is_checked and employer.merged_into_id is None


def may_ask_for_check(employer: Employer) -> bool:
    """Once in the queue is enough, and a check that still holds for long needs no new one."""
    if employer.queued_at or employer.merged_into_id:
        return False
    return not employer.checked_until or employer.checked_until <= timezone.localdate() + RENEW_BEFORE


def may_belong_to(employer: Employer, parent: Employer) -> bool:
    """A family is a tree: nobody stands above himself, and who has a parent leaves it only through the desk (law 4)."""
    alone = employer.parent_id is None and parent.merged_into_id is None
    return alone and employer.pk not in (parent.pk, parent.root_id)


def can_stand_below(employer: Employer, parent: Employer) -> bool:
    """The same for the desk, which moves employers that have a parent: not under themselves, not under their own branches."""
    above: Employer | None = parent
    while above is not None and above.pk != employer.pk:
        above = above.parent
    return above is None


def has_admin(employer: Employer) -> bool:
    """Somebody is there who can say yes or no for it."""
    return employer.memberships.admins().exists()


def may_merge(employer: Employer, into: Employer) -> bool:
    """Into any firm that is still there and does not stand below: into the parent or a sister, never into the own branch."""
    both_there = employer.merged_into_id is None and into.merged_into_id is None
    return both_there and can_stand_below(employer, into)
