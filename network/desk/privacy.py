"""What the desk knows of a person who works there."""

from django.utils.translation import gettext as _

from accounts.models import User
from accounts.registry import Export
from network.desk.models import DeskMember, SetUp
from network.employers.models import EmployerProof


def export(user: User) -> Export:
    member = DeskMember.objects.filter(user=user).first()
    decisions = EmployerProof.objects.filter(by=user).select_related("employer")
    return Export(
        {
            "member": {"name": member.name, "since": member.since} if member else None,
            "decisions": [
                {"employer": each.employer.name, "kind": each.kind, "reason": each.reason, "at": each.at}
                for each in decisions
            ],
            "pages_set_up": [
                {
                    "started_at": each.started_at,
                    "digits_shown_at": each.shown_at,
                    "ended_at": each.ended_at,
                    "ending": each.ending,
                }
                for each in SetUp.objects.of(user)
            ],
        }
    )


def farewell(user: User) -> list[str]:
    """A region without a desk would leave employers waiting for ever."""
    alone = DeskMember.objects.filter(user=user).exists() and not DeskMember.objects.exclude(user=user).exists()
    return [_("You are the only one at the desk. Somebody else has to take over first.")] if alone else []
