"""Who may invite whom, and what is decided without a word to the firm."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from accounts.mailbox import mailbox_hash, without_tag
from accounts.models import User
from network.employers.models import Employer, Membership
from references.models import Asked, StopList, WorkerInvitation
from references.rules import REQUEST_LIFE, own_mailboxes, speaks_for

A_DAY = 200  # people one employer invites within a day
A_TEAM = 60  # rows of one list
TO_ONE_MAILBOX = 3  # mails of all firms to one mailbox within 30 days
AGAIN_AFTER = REQUEST_LIFE  # one firm asks one mailbox once in this time, whatever became of it
LISTED = timedelta(days=90)  # how long the firm sees that it has sent something
NO_HOLDS = timedelta(days=365)  # a "no, thank you" to one firm
State = Asked.State


def may_invite(user: User, employer: Employer) -> bool:
    return employer.is_checked and speaks_for(user, employer)


def holds_mailbox(user: object, invitation: WorkerInvitation) -> bool:
    """The account with exactly the mailbox that the mail went to; sign-in has confirmed it."""
    return isinstance(user, User) and invitation.mailbox_hash == mailbox_hash(user.email)


def stands(invitation: WorkerInvitation) -> bool:
    """Somebody who speaks for the checked employer now stands for the words. A role that ended an hour ago does not."""
    by = invitation.by
    return bool(invitation.approved_at and by and may_invite(by, invitation.employer))


def speakers(members: Iterable[Membership]) -> set[int]:
    """Who of them may speak for their employer today."""
    return {each.user_id for each in members if each.until is None and (each.is_admin or each.is_referee)}


def used_up_today(employer: Employer, more: int) -> bool:
    """Counts rows that stay whatever became of them, so it tells nothing about anybody."""
    return employer.worker_invitations.since(timezone.now() - timedelta(days=1)).count() + more > A_DAY


def invited_lately(employer: Employer, mailboxes: Collection[str]) -> dict[str, WorkerInvitation]:
    """By mailbox: what still stands in the way of a new invitation by this firm. Asked of what the firm itself has done alone,
    never of an answer: what it took back, and words of who left since, stand in nobody's way."""
    sent = employer.worker_invitations.filter(mailbox_hash__in=mailboxes, taken_back_at=None)
    current = speakers(employer.memberships.current())
    recent = sent.since(timezone.now() - AGAIN_AFTER)
    return {each.mailbox_hash: each for each in recent if not each.approved_at or each.by_id in current}


@dataclass(frozen=True)
class Silence:
    """To whom nothing is sent although the firm sees a row like every other: who does not want to be asked, by hash of the mailbox."""

    states: dict[str, str]

    @classmethod
    def about(cls, employer: Employer, emails: Collection[str]) -> "Silence":
        """Three questions, however many mailboxes."""
        hashes = {email: mailbox_hash(email) for email in emails}
        bare = {email: mailbox_hash(without_tag(email)) for email in emails}
        stopped = set(StopList.objects.filter(mailbox_hash__in=bare.values()).values_list("mailbox_hash", flat=True))
        rows = WorkerInvitation.objects.filter(mailbox_hash__in=hashes.values())
        said_no = rows.filter(employer=employer, state=State.DECLINED).since(timezone.now() - NO_HOLDS)
        declined = set(said_no.values_list("mailbox_hash", flat=True))
        lately = list(rows.since(timezone.now() - AGAIN_AFTER).values_list("mailbox_hash", flat=True))
        states = {}
        for email, hashed in hashes.items():
            if bare[email] in stopped:
                states[hashed] = State.OBJECTED
            elif hashed in declined:
                states[hashed] = State.DECLINED
            elif lately.count(hashed) >= TO_ONE_MAILBOX:
                states[hashed] = State.EXPIRED
        return cls({key: str(value) for key, value in states.items()})


def own_of(user: User) -> set[str]:
    """Nobody vouches for herself: the own mailboxes, by hash and with any tag."""
    return own_mailboxes(user) | {mailbox_hash(without_tag(user.email))}
