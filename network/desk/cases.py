"""What is brought before a human. Rooms above open cases; only the desk decides, once, with a reason that the sides read."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from network.desk import case_rules, emails_cases, registry
from network.desk.models import Case, CaseQuestion
from network.employers.models import Employer
from network.profiles.models import Profile

KEPT = timedelta(days=3 * 365)  # after the decision
LONGEST_REASON = 1000  # what the records that it ends can hold
Outcome = Case.Outcome


class Decided(Exception):
    """Somebody else at the desk was faster. Nothing was stored."""


class Lasting(Exception):
    """The desk cannot end this: it is gone already, or of a kind that only others end."""


@transaction.atomic
def open_case(
    *,
    by: User | None,
    kind: str,
    subject: str,
    profile: Profile | None = None,
    employer: Employer | None = None,
    words: str = "",
) -> Case:
    """A new case, or the one that is open already. `subject` as in Case; `by` is None where a rule of the house marks it.

    `employer` may be an old name: those who answer for it today read the case.
    """
    try:
        with transaction.atomic():
            return Case.objects.create(
                kind=kind,
                subject=subject,
                profile=profile,
                employer=employer.heir if employer else None,
                opened_by=by,
                words=words,
                opened_at=timezone.now(),
            )
    except IntegrityError:
        return Case.objects.open().get(kind=kind, subject=subject)


@transaction.atomic
def decide(*, by: User, case: Case, outcome: str, reason: str) -> None:
    """It stays, or it is ended with this reason. The sides get a mail.

    Raises PermissionDenied for who is not at the desk or is part of it, Decided where somebody was faster, Lasting, ValueError for no
    reason or one that is too long.
    """
    if not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise ValueError("a decision has a reason that fits")
    if not case_rules.may_decide(by, case):
        raise PermissionDenied
    chosen = Outcome(outcome)
    sides = registry.told_of(case)  # before it is ended: afterwards some of them may not know of it any more
    said = {"decided_at": timezone.now(), "decided_by": by, "outcome": chosen, "reason": reason}
    if not Case.objects.open().filter(pk=case.pk).update(**said):
        raise Decided
    case.refresh_from_db()
    if chosen == Outcome.ENDED and not case_rules.is_ended_already(case):
        _end(by, case)
    for settle in registry.decided:
        settle(case)
    emails_cases.decided(case, sides)


def _end(by: User, case: Case) -> None:
    subject = registry.subject_of(case)
    name = registry.split(case.subject)[1]
    if subject is None or subject.end is None or subject.load(name) is None:
        raise Lasting
    subject.end(by=by, name=name, reason=case.reason)


@transaction.atomic
def follow_employer(*, old: Employer, new: Employer) -> None:
    """Whoever answers for the old name now reads and answers in its cases."""
    Case.objects.filter(employer=old).update(employer=new)


def purge() -> int:
    """Cases whose decision is 3 years old, with their questions. How many rows."""
    gone: int = Case.objects.filter(decided_at__lt=timezone.now() - KEPT).delete()[0]
    return gone


def forget_words(*, kind: str, subject: str) -> None:
    """Whoever told it without account has the own name deleted: the words go with it."""
    Case.objects.about(subject).filter(kind=kind).update(words="")


def forget(user: User) -> None:
    """Somebody closes the account: own words and answers go, before the keys to the person do. What a firm said stays with the firm."""
    Case.objects.filter(opened_by=user).exclude(kind=Case.Kind.OBJECTION).update(words="")
    CaseQuestion.objects.filter(answered_by=user).exclude(who=CaseQuestion.Who.FIRM).update(answer="")
