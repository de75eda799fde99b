"""Whether two firms become one: what a human looks at, and the decision."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.crypto import salted_hmac

from accounts.models import User
from network.desk import facts, rules
from network.desk.actions import Changed
from network.employers import actions as employers
from network.employers.models import Employer


@dataclass(frozen=True)
class Merging:
    old: facts.Facts
    new: facts.Facts
    seen: str


def gather(old: Employer, new: Employer) -> Merging:
    """Both come with place and parent."""
    return Merging(facts.gather(old), facts.gather(new), fingerprint(old, new))


def fingerprint(old: Employer, new: Employer) -> str:
    """Changes with the facts of either, with its check, and with what was asked."""
    parts = [(facts.fingerprint(each), each.checked_until) for each in (old, new)]
    asked = (old.merge_asked_id, old.merge_words, old.merge_agreed_at)
    return salted_hmac("desk.merging", repr((parts, asked)), algorithm="sha256").hexdigest()


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
