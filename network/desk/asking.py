"""The desk asks one side of a case; it answers once, in time, in the own area or by a link."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.ids import hash_token, new_token
from accounts.models import User
from network.desk import case_rules, emails_cases, registry
from network.desk.models import Case, CaseQuestion
from network.desk.registry import Side

TIME_TO_ANSWER = timedelta(days=14)
LONGEST = 300
MOST = 64  # longer than any token: what is pasted by mistake is not even hashed


class Over(Exception):
    """Too late: the case is decided, the time is over, it was answered, or this side is being asked already."""


class Unreachable(Exception):
    """Nobody of this side has an account, a known mailbox or a page of the own."""


@transaction.atomic
def ask(*, by: User, case: Case, who: str, words: str) -> CaseQuestion:
    """Raises PermissionDenied for who may not decide the case, Over, Unreachable."""
    if not case_rules.may_decide(by, case):
        raise PermissionDenied
    _hold(case.pk)
    side = next((each for each in registry.told_of(case) if each.who == who), None)
    if side is None or not can_be_asked(side):
        raise Unreachable
    if CaseQuestion.objects.open().filter(case=case, who=who).exists():
        raise Over
    plain, hashed = new_token() if side.email and not side.users else ("", "")
    now = timezone.now()
    question = CaseQuestion.objects.create(
        case=case, who=who, words=words, by=by, asked_at=now, expires_at=now + TIME_TO_ANSWER, token_hash=hashed
    )
    emails_cases.asked(question, side, plain)
    return question


def can_be_asked(side: Side) -> bool:
    return bool(side.users or side.email or side.has_page)


@transaction.atomic
def answer(*, by: User | None, question: CaseQuestion, words: str) -> None:
    """The view has seen to it that this is the side that was asked. Raises Over."""
    now = timezone.now()
    _hold(question.case_id)
    unanswered = CaseQuestion.objects.filter(
        pk=question.pk, answered_at=None, expires_at__gt=now
    )  # no join: PostgreSQL
    if not unanswered.update(
        answer=words, answered_at=now, answered_by=by
    ):  # asks the row itself again after waiting for it
        raise Over


def behind(token: str) -> CaseQuestion | None:
    """The question of the link in a mail, whether open or over. Reading changes nothing (law 8)."""
    if len(token) > MOST:
        return None
    return CaseQuestion.objects.select_related("case").filter(token_hash=hash_token(token)).first()


def waiting(subject: str, who: str) -> CaseQuestion | None:
    """For a page where one side comes without account: what the desk asks it about this thing."""
    return CaseQuestion.objects.open().select_related("case").filter(case__subject=subject, who=who).first()


def _hold(pk: int) -> None:
    """Nobody decides or asks meanwhile. Raises Over where it is decided."""
    if Case.objects.open().select_for_update(of=("self",)).filter(pk=pk).first() is None:
        raise Over
