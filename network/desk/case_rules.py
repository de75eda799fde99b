"""Who may decide a case, and what it can become."""

from accounts.models import User
from network.desk import registry
from network.desk.models import Case, DeskMember
from network.desk.registry import Matter
from network.desk.rules import is_desk
from network.employers.models import Employer


def is_party(user: User, case: Case, matter: Matter | None = None) -> bool:
    """The worker, who opened it, who said it, and everybody of the firm or its family. `matter` where it has been read already."""
    if user.pk in (case.opened_by_id, case.profile.user_id if case.profile else None):
        return True
    if case.employer and _is_of(user, case, case.employer):
        return True
    matter = matter or registry.matter_of(case)
    if matter and matter.speaker is not None:
        return matter.speaker == user.pk
    return any(user.pk == each.pk for side in registry.sides_of(case) for each in side.users)


def may_decide(user: User, case: Case) -> bool:
    """At the desk, no part of it, and not the one whose own decision is contested, unless nobody else is there."""
    return is_desk(user) and not is_party(user, case) and not is_own_decision(user, case)


def is_own_decision(user: User, case: Case) -> bool:
    """Somebody contests what this person has decided, and others at the desk could look at it."""
    earlier = case.contests
    return bool(earlier and earlier.decided_by_id == user.pk and DeskMember.objects.exclude(user=user).exists())


def is_ended_already(case: Case) -> bool:
    """A decision is contested that has ended the thing: what is over cannot be ended, and does not come back by itself (law 6)."""
    return bool(case.contests and case.contests.outcome == Case.Outcome.ENDED)


def can_end(case: Case) -> bool:
    subject = registry.subject_of(case)
    return is_ended_already(case) or bool(subject and subject.end)


def _is_of(user: User, case: Case, employer: Employer) -> bool:
    if getattr(case, "seen_by", None) == user.pk:  # CaseQuerySet.for_desk() has asked already
        return bool(case.of_own_firm)  # type: ignore[attr-defined]
    root = employer.root_id or employer.pk
    return user.memberships.current().filter(employer__root=root).exists()
