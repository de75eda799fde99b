"""What this room knows of a person, what it forgets, and when a person cannot go yet."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.registry import Export
from network.employers.models import Invitation, Membership
from network.employers.presenters import role_names


def export(user: User) -> Export:
    members = user.memberships.select_related("employer__place").order_by("since")
    to_me = Invitation.objects.filter(email__iexact=user.email).select_related("employer")
    by_me = Invitation.objects.filter(invited_by=user).select_related("employer")
    return Export(
        {
            "memberships": [_membership(each) for each in members],
            "invitations_received": [_invitation(each) for each in to_me],
            "invitations_sent": [{"email": each.email, **_invitation(each)} for each in by_me],
        }
    )


def _membership(each: Membership) -> dict[str, object]:
    return {
        "employer": each.employer.name,
        "place": each.employer.place.name,
        "name": each.name,
        "position": each.position,
        "roles": role_names(each),
        "since": each.since,
        "until": each.until,
    }


def _invitation(each: Invitation) -> dict[str, object]:
    return {
        "employer": each.employer.name,
        "roles": role_names(each),
        "sent": each.created_at,
        "accepted": each.accepted_at,
        "taken_back": each.revoked_at,
    }


def farewell(user: User) -> list[str]:
    """Others would be left with an employer that nobody can decide for."""
    current = Membership.objects.current().filter(employer=OuterRef("employer")).exclude(user=user)
    alone = user.memberships.admins().filter(Exists(current)).exclude(Exists(current.filter(is_admin=True)))
    words = _("You are the only one who administrates %(employer)s. Give this role to somebody else there first.")
    return [words % {"employer": each.employer.name} for each in alone.select_related("employer")]


def needs_second_factor(user: User) -> bool:
    return user.memberships.admins().exists()
