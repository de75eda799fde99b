"""What the desk knows of a person: who works there, and whom a case concerns."""

from django.utils.translation import gettext as _

from accounts.models import User
from accounts.registry import Export
from network.desk import own
from network.desk.models import Case, CaseQuestion, DeskMember, SetUp
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
            "cases": [_case(user, each) for each in own.known(user)],
            "cases_decided": [
                {"outcome": each.outcome, "reason": each.reason, "at": each.decided_at}
                for each in Case.objects.filter(decided_by=user)
            ],
            "questions_asked": [
                {"words": each.words, "at": each.asked_at} for each in CaseQuestion.objects.filter(by=user)
            ],
        }
    )


def farewell(user: User) -> list[str]:
    """A region without a desk would leave employers waiting for ever."""
    alone = DeskMember.objects.filter(user=user).exists() and not DeskMember.objects.exclude(user=user).exists()
    return [_("You are the only one at the desk. Somebody else has to take over first.")] if alone else []


def _case(user: User, concern: own.Concern) -> dict[str, object]:
    """What the side reads; words only of who wrote them."""
    case = concern.case
    return {
        "about": case.subject,
        "kind": case.kind,
        "side": concern.who,
        "opened_at": case.opened_at,
        "words": case.words if concern.opened else "",
        "outcome": case.outcome,
        "reason": case.reason,
        "decided_at": case.decided_at,
        "questions": [
            {"asked": each.words, "at": each.asked_at, "answer": each.answer, "answered_at": each.answered_at}
            for each in concern.asked
        ],
    }
