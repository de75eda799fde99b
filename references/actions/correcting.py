"""Whoever signed says it again, and right this time: a new reference replaces the old one, which stays as it was (law 6)."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from accounts import codes
from accounts.mailbox import mailbox_hash, normalise
from accounts.models import User
from network.profiles import actions as profiles
from references import correcting, emails, ledger, rules
from references.actions.answering import PURPOSE
from references.actions.asking import new_link
from references.closing import Closed, close
from references.drafts import Draft
from references.models import Correction, Reference, ReferenceRequest

State = ReferenceRequest.State


class CannotCorrect(Closed):
    """`why` is the Hindrance, `old` what should have been corrected."""

    def __init__(self, old: Reference, why: correcting.Hindrance) -> None:
        super().__init__(why.value)
        self.old, self.why = old, why


class Unchanged(Exception):
    """It says what was said already."""


@transaction.atomic
def begin(*, by: User | None, reference: Reference) -> str:
    """Open the one correction of this reference, or go on with it: the secret of the way through its pages.

    `by` is None where the referee's own link was used: it proves nothing more than that somebody holds it, so the way asks who it is.
    Raises CannotCorrect, PermissionDenied for the worker.
    """
    old = lock(reference.pk)
    profile, station, first = old.profile, old.station, old.request
    if by and profile and profile.user_id == by.pk:
        raise PermissionDenied
    if why := correcting.hindrance(by, old):
        raise CannotCorrect(old, why)
    if profile is None or station is None or first is None:
        raise CannotCorrect(old, correcting.Hindrance.GONE)
    begun = ReferenceRequest.objects.filter(corrects=old)
    begun.expire()
    asked = begun.open().first() or ReferenceRequest.objects.create(
        profile=profile,
        station=station,
        corrects=old,
        channel=ReferenceRequest.Channel.CORRECTION,
        mailbox_hash=first.mailbox_hash,
        language=get_language() or "de",
        expires_at=timezone.now() + rules.CORRECTION_LIFE,
        draft=correcting.draft_of(old).as_json(),
    )
    if by and not asked.referee_email:
        own = [each for each in rules.confirmed_mailboxes(by) if mailbox_hash(each) == asked.mailbox_hash]
        ReferenceRequest.objects.filter(pk=asked.pk, state=State.OPEN).update(
            referee_email=normalise(own[0]) if own else ""
        )
    return new_link(asked)


@transaction.atomic
def name_mailbox(*, by: User | None, request: ReferenceRequest, email: str) -> bool:
    """Only a keyed hash of the mailbox was kept: whoever signed types it again, and gets the digits there. False for another one.

    Raises Closed.
    """
    asked = _open(by, request)
    if not asked.mailbox_hash or mailbox_hash(email) != asked.mailbox_hash:
        return False
    asked.referee_email = normalise(email)
    ReferenceRequest.objects.filter(pk=asked.pk, state=State.OPEN).update(referee_email=asked.referee_email)
    emails.code(asked, codes.issue(purpose=PURPOSE, subject=asked.public_id, email=asked.referee_email))
    return True


@transaction.atomic
def leave_it(*, by: User | None, request: ReferenceRequest) -> None:
    """Nothing is corrected after all. Raises Closed."""
    close(_open(by, request), State.CANCELLED, keep_name=False)


def _open(by: User | None, request: ReferenceRequest) -> ReferenceRequest:
    if rules.is_worker(by, request):
        raise PermissionDenied
    asked = ReferenceRequest.objects.open().select_for_update(of=("self",)).filter(pk=request.pk).first()
    if asked is None:
        raise Closed
    return asked


def drop(reference: Reference) -> None:
    """Inside the caller's transaction: a correction that was begun leads nowhere any more, and its draft goes."""
    for asked in ReferenceRequest.objects.filter(corrects=reference, state=State.OPEN):
        close(asked, State.CANCELLED, keep_name=False)


def lock(pk: int) -> Reference:
    """A withdrawal, a release and another correction at the same moment wait. Always before the request: so they never wait for each other."""
    rows = Reference.objects.select_for_update(of=("self",))
    return rows.select_related("profile", "station", "request", "employer", "withdrawal", "correction").get(pk=pk)


def require(signer: User | None, draft: Draft, old: Reference) -> None:
    """Under the lock, right before the signature. Raises CannotCorrect, Unchanged."""
    if why := correcting.hindrance(signer, old):
        raise CannotCorrect(old, why)
    if correcting.is_unchanged(draft, old):
        raise Unchanged


def replace(*, old: Reference, new: Reference, at: datetime) -> None:
    """Inside the transaction that issues `new`: row, ledger line, and the months the old one stood for, all or nothing."""
    Correction.objects.create(old=old, new=new, at=at)
    ledger.append(kind="corrected", subject=old.public_id, payload_hash=old.payload_hash, at=at)
    profiles.drop_confirmation(source=old.key_of_item)
