"""Who may pin what, and how long it hangs. Numbers that bind stand here."""

from datetime import timedelta

from django.db.models import Q

from accounts.models import User
from network.contacts.models import Notice
from network.employers.models import Employer, Membership
from network.employers.querysets import MembershipQuerySet
from network.profiles.models import Profile
from network.profiles.rules import is_complete

LIFETIME = timedelta(days=60)
READ_FOR = 90  # days that the link of an answer works, the longest a share link does
MOST_RUNNING = 5  # per employer: a notice is for a place that is free, not for being seen


def pinning() -> MembershipQuerySet:
    """The memberships that look after notices: recruiters and admins. Whether the employer is checked is asked besides."""
    return Membership.objects.current().filter(Q(is_recruiter=True) | Q(is_admin=True))


def may_pin(user: User, employer: Employer) -> bool:
    """For an employer that is checked now."""
    mine = pinning().filter(user=user, employer=employer).exists()
    return mine and employer.is_checked and employer.merged_into_id is None


def is_full(employer: Employer) -> bool:
    return Notice.objects.filter(employer=employer).in_time().count() >= MOST_RUNNING


def hangs(notice: Notice) -> bool:
    """The same as NoticeQuerySet.running(), of one that was read with its employer."""
    return notice.in_time and notice.employer.is_checked and notice.employer.merged_into_id is None


def hides_from(profile: Profile, employer: Employer) -> bool:
    """The worker has blocked this firm or its family: a link would open nothing there (law 4)."""
    return profile.blocks.filter(employer__root=employer.root_id or employer.pk).exists()


def may_answer(profile: Profile, notice: Notice) -> bool:
    return is_complete(profile) and not hides_from(profile, notice.employer)
