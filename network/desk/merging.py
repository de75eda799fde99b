"""Whether two firms become one: what a human looks at, and the decision."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.crypto import salted_hmac

from accounts.models import User
from network.desk import facts, rules
from network.desk.actions import Changed
from network.employers import actions as employers
from network.employers import domains, presenters
from network.employers.models import Employer, EmployerProof, Membership


@dataclass(frozen=True)
class Firm:
    employer: Employer
    domain: str
    standing: presenters.Standing
    proofs: list[EmployerProof]
    admins: list[Membership]


@dataclass(frozen=True)
class Merging:
    sides: list[Firm]
    seen: str


def gather(old: Employer, new: Employer) -> Merging:
    """Two queries, whatever is there. Both come with place and parent."""
    both = [old, new]
    proofs = list(EmployerProof.objects.filter(employer__in=both).select_related("by__desk"))
    admins = list(Membership.objects.admins().filter(employer__in=both).order_by("since"))
    sides = [_firm(each, proofs, admins) for each in both]
    newest = [side.proofs[0].pk if side.proofs else 0 for side in sides]
    return Merging(sides, _seen(old, new, [facts.fingerprint_of(*each) for each in zip(both, newest, strict=True)]))


def _firm(employer: Employer, proofs: list[EmployerProof], admins: list[Membership]) -> Firm:
    own = [each for each in proofs if each.employer_id == employer.pk]
    return Firm(
        employer,
        domains.shown(employer.domain),
        presenters.standing(employer, own),
        own,
        [each for each in admins if each.employer_id == employer.pk],
    )


def fingerprint(old: Employer, new: Employer) -> str:
    """Changes with the facts of either, with its check, and with what was asked."""
    return _seen(old, new, [facts.fingerprint(old), facts.fingerprint(new)])


def _seen(old: Employer, new: Employer, prints: list[str]) -> str:
    checks = (old.checked_until, new.checked_until)
    asked = (old.merge_asked_id, old.merge_words, old.merge_agreed_at)
    return salted_hmac("desk.merging", repr((prints, checks, asked)), algorithm="sha256").hexdigest()


@transaction.atomic
def decide(*, by: User, employer: Employer, yes: bool, reason: str, seen: str) -> None:
    """`employer` becomes a name of the firm it asked, or not. Raises Changed, PermissionDenied for who belongs to either family."""
    asked = Employer.objects.select_related("merge_asked").get(pk=employer.pk)
    if asked.merge_asked is None or asked.merge_agreed_at is None:
        raise Changed
    new = asked.merge_asked
    if not rules.may_decide_merging(by, asked, new):
        raise PermissionDenied
    if fingerprint(asked, new) != seen:
        raise Changed
    act = employers.merge if yes else employers.refuse_merge
    try:
        act(by=by, employer=asked, into=new, reason=reason)
    except employers.Gone as gone:
        raise Changed from gone
