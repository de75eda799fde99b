"""Showing the original of a paper to somebody: six digits by the worker, a mark by who has held it in hand."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import spoken
from accounts.models import User
from network.employers.models import Employer
from network.profiles import helping, rules
from network.profiles.actions.papers import UNSEEN, facts_of
from network.profiles.models import Qualification
from network.profiles.querysets_papers import SHOWING


class Stale(Exception):
    """The digits are over, the paper has been changed since it was looked at, or it is not for this person. Nothing was stored."""


def show_original(*, by: User, qualification: Qualification) -> str:
    """Digits for whoever stands beside the worker (law 3: it begins with the worker). Ten minutes, one use.

    Raises ValidationError while something waits that was typed for the worker.
    """
    rules.require_owner(by, qualification.profile)
    helping.require_confirmed(qualification.profile)
    return spoken.issue(purpose=SHOWING, subject=str(qualification.pk))


@transaction.atomic
def confirm_seen(*, by: User, code: str, facts: str, employer: Employer | None = None) -> Qualification:
    """`by` has held the original in hand and read these facts on it, for an employer, or for the desk where none is named.

    The level of the ladder is fixed now. Raises Stale, PermissionDenied.
    """
    rules.require_looker(by, employer)
    subject = spoken.find(purpose=SHOWING, code=code)
    papers = Qualification.objects.select_related("profile", "kind").select_for_update(of=("self",))
    paper = papers.filter(pk=subject).first() if subject else None
    if paper is None or facts_of(paper) != facts or not rules.may_see_original(by, paper):
        raise Stale
    if spoken.redeem(purpose=SHOWING, code=code) is None:
        raise Stale
    paper.seen_by, paper.seen_employer = (employer.name if employer else desk_name()), employer
    paper.seen_on = timezone.localdate()
    paper.seen_level = rules.level_of_seeing(employer)
    paper.save(update_fields=list(UNSEEN))
    return paper


@transaction.atomic
def take_mark_off(*, by: User, qualification: Qualification) -> None:
    """The worker no longer wants it to stand there."""
    rules.require_owner(by, qualification.profile)
    Qualification.objects.filter(pk=qualification.pk).update(**UNSEEN)
    qualification.refresh_from_db()


def desk_name() -> str:
    """What stands on the paper when the desk has seen it."""
    longest = Qualification._meta.get_field("seen_by").max_length
    return str(settings.OPERATOR["name"] or _("the desk"))[:longest]
