"""What the firm's people do: invite one or many, take back. And what time does, and leaving."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, pgettext

from accounts.ids import public_id
from accounts.mailbox import mailbox_hash, normalise, without_tag
from accounts.models import User
from network.employers.models import Employer
from network.ui.templatetags.ui import day
from references.actions.asking import new_link
from references.actions.withdrawing import withdraw
from references.closing import Closed, close
from references.inviting import emails, rules
from references.keys import key_for
from references.models import WorkerInvitation
from references.rules import REQUEST_LIFE, speaks_for

A_CLICK = timedelta(minutes=2)
State = WorkerInvitation.State


@dataclass(frozen=True)
class Person:
    """Somebody to invite. `words` is the draft of a reference as JSON, empty for an invitation alone."""

    name: str
    email: str
    words: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def invite(*, by: User, employer: Employer, people: Sequence[Person], message: str = "") -> str:
    """One mail each; `by` stands for the words. Returns the name of the batch. Whoever does not want to be asked gets a row and no mail.

    Raises PermissionDenied for who does not speak for the employer, or while it is not checked; ValidationError in plain words.
    """
    firm = Employer.objects.select_for_update(of=("self",)).select_related("place").get(pk=employer.pk)
    if not rules.may_invite(by, firm):
        raise PermissionDenied
    if wrong := problems(by=by, employer=firm, emails=[each.email for each in people]):
        raise ValidationError(list(wrong.values()))
    if rules.used_up_today(firm, len(people)):
        raise ValidationError(pgettext("to employer", "That is too many people for one day. Go on tomorrow."))
    key_for(firm)  # made now: that it is made at the first signature would tell of it
    batch, silence = public_id(), rules.Silence.about(firm, [each.email for each in people])
    for person in people:
        _one(by, firm, person, batch, message, silence.states.get(mailbox_hash(person.email), ""))
    return batch


def problems(*, by: User, employer: Employer, emails: Sequence[str]) -> dict[int, str]:
    """By number of the row: why this mailbox cannot be invited. Nothing here depends on what anybody answered."""
    hashes = [mailbox_hash(email) for email in emails]
    lately, own = rules.invited_lately(employer, hashes), rules.own_of(by)
    found: dict[int, str] = {}
    for at, (email, hashed) in enumerate(zip(emails, hashes, strict=True)):
        if hashed in hashes[:at]:
            found[at] = pgettext("to employer", "This address stands in the list twice.")
        elif {hashed, mailbox_hash(without_tag(email))} & own:
            found[at] = pgettext("to employer", "This is your own address. Nobody vouches for themselves.")
        elif sent := lately.get(hashed):
            on = {
                "day": day(timezone.localdate(sent.created_at)),
                "from": day(timezone.localdate(sent.created_at + rules.AGAIN_AFTER)),
            }
            words = pgettext(
                "to employer", "You have invited this address on %(day)s. From %(from)s on you can do so again."
            )
            found[at] = words % on
    return found


def was_just_sent(*, by: User, employer: Employer, emails: Sequence[str]) -> bool:
    """A second click on the same button, not a second wish."""
    since = timezone.now() - A_CLICK
    sent = employer.worker_invitations.filter(by=by, taken_back_at=None).since(since)
    return bool(emails) and {mailbox_hash(each) for each in emails} <= set(sent.values_list("mailbox_hash", flat=True))


def _one(by: User, firm: Employer, person: Person, batch: str, message: str, silent: str) -> None:
    """`silent` is the state of a row that is closed from the start."""
    now, mailbox = timezone.now(), mailbox_hash(person.email)
    for older in firm.worker_invitations.filter(state=State.OPEN, mailbox_hash=mailbox):
        close(older, State.CANCELLED)  # by somebody who has left since: these words stand instead
    invitation = WorkerInvitation(
        employer=firm,
        by=by,
        mailbox_hash=mailbox,
        batch=batch,
        approved_at=now if person.words else None,
        language=get_language() or "de",
        created_at=now,
        expires_at=now + REQUEST_LIFE,
    )
    if silent:
        invitation.state, invitation.closed_at = silent, now
        invitation.save()
        return
    invitation.name, invitation.email = person.name, normalise(person.email)
    invitation.draft, invitation.message = person.words, message
    invitation.save()
    emails.invited(invitation, new_link(invitation))


@transaction.atomic
def take_back(*, by: User, employer: Employer, email: str) -> None:
    """The link ends, and what was signed from it is withdrawn. Returns nothing and raises nothing: how it stood is not the firm's to know.

    Raises PermissionDenied for who does not speak for the employer.
    """
    if not speaks_for(by, employer):
        raise PermissionDenied
    sent = employer.worker_invitations.select_for_update(of=("self",)).to_mailbox(mailbox_hash(email))
    for invitation in sent.filter(taken_back_at=None).select_related("request__reference__employer"):
        WorkerInvitation.objects.filter(pk=invitation.pk).update(taken_back_at=timezone.now())
        if invitation.state == State.OPEN:
            close(invitation, State.CANCELLED)
        elif invitation.request and hasattr(invitation.request, "reference"):
            withdraw(by=by, reference=invitation.request.reference)


@transaction.atomic
def mark_bounced(invitation: WorkerInvitation) -> None:
    """The mail server gave it back. The firm's pages stay as they are. Raises Closed."""
    close(invitation, State.BOUNCED)


def purge() -> int:
    """What nobody answered ends after 30 days; rows go after 90, a no after a year. How many."""
    ended = WorkerInvitation.objects.expire()
    now = timezone.now()
    kept = WorkerInvitation.objects.filter(created_at__lte=now - rules.LISTED)
    gone, _tables = kept.exclude(state=State.DECLINED).delete()
    gone += kept.filter(state=State.DECLINED, created_at__lte=now - rules.NO_HOLDS).delete()[0]
    return ended + gone


@transaction.atomic
def erase(*, by: User) -> None:
    """Called when `by` closes the account. The rows stay until their time, empty: that one is missing would tell who was here."""
    mine = WorkerInvitation.objects.to_mailbox(mailbox_hash(by.email))
    written = WorkerInvitation.objects.filter(by=by)
    for invitation in [*mine.filter(state=State.OPEN), *written.filter(state=State.OPEN)]:
        try:
            close(invitation, State.CANCELLED)
        except Closed:  # invited herself under another address, or answered this moment
            continue
    mine.exclude(state=State.DECLINED).update(state=State.CANCELLED)
