"""The referee's side until the signature. Nobody needs to sign in, so `by` is None or whoever happens to be."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts import codes
from accounts.mailbox import mailbox_hash, without_tag
from accounts.models import User
from network.profiles.models import Profile
from references import emails, rules
from references.actions.asking import new_link
from references.closing import Closed, close
from references.drafts import Draft
from references.models import ReferenceRequest, Refusal, StopList

PURPOSE = "referee"
State = ReferenceRequest.State
Channel = ReferenceRequest.Channel
ASKED_BY_WORKER = (Channel.MAIL, Channel.ROOM, Channel.PAPER)


@transaction.atomic
def save_draft(*, by: User | None, request: ReferenceRequest, step: str = "", **answers: object) -> Draft:
    """Keep the answers of one step; without `step` it stays open. Raises Closed where the request is over, PermissionDenied for the worker."""
    locked = locked_for(by, request)
    draft = Draft.of(locked)
    for name, value in answers.items():
        setattr(draft, name, value)
    if step:
        draft.mark(step, locked.station)
    ReferenceRequest.objects.filter(pk=locked.pk, state=State.OPEN).update(draft=draft.as_json())
    request.draft = draft.as_json()
    return draft


@transaction.atomic
def decline(*, by: User | None, request: ReferenceRequest) -> None:
    """ "I cannot confirm this": the worker learns just that, and cannot ask this mailbox again for a year. Raises Closed."""
    locked = locked_for(by, request)
    if locked.referee_email and locked.channel in ASKED_BY_WORKER:
        refuse(locked.profile, locked.referee_email)
    close(locked, State.DECLINED)


def refuse(profile: Profile, email: str) -> None:
    """This mailbox is not asked by this worker again for a year, whatever it is about, with whatever tag."""
    until = {"until": timezone.now() + rules.A_NO_HOLDS}
    hashed = mailbox_hash(without_tag(email))
    Refusal.objects.update_or_create(profile=profile, mailbox_hash=hashed, defaults=until)


@transaction.atomic
def object_to(*, by: User | None, request: ReferenceRequest) -> None:
    """ "I do not want to be asked again" (Art. 21 GDPR): from now on nobody can ask this mailbox. Raises Closed."""
    locked = locked_for(by, request)
    if locked.referee_email:
        stop(locked.referee_email)
    close(locked, State.OBJECTED, keep_name=False)


def stop(email: str) -> None:
    """Keyed hash of the mailbox, with any tag: "boss+2@" is the same person."""
    StopList.objects.get_or_create(mailbox_hash=mailbox_hash(without_tag(email)))


def lift_stop(email: str) -> bool:
    """Somebody has changed their mind and says so from this mailbox. False where it was not on the list."""
    return bool(StopList.objects.filter(mailbox_hash=mailbox_hash(without_tag(email))).delete()[0])


@transaction.atomic
def send_code(*, by: User | None, request: ReferenceRequest) -> None:
    """Six digits to the mailbox that was asked. Raises Closed."""
    locked = locked_for(by, request)
    code = codes.issue(purpose=PURPOSE, subject=locked.public_id, email=locked.referee_email)
    emails.code(locked, code)


def confirm_mailbox(*, by: User | None, request: ReferenceRequest, code: str) -> codes.Result:
    """Check the digits; OK notes when the mailbox was confirmed. Raises Closed. No transaction around: wrong tries must count."""
    _require_other_than_worker(by, request)
    if request.state != State.OPEN:
        raise Closed
    result = codes.redeem(purpose=PURPOSE, subject=request.public_id, email=request.referee_email, code=code)
    if result is codes.Result.OK:
        ReferenceRequest.objects.open().filter(pk=request.pk).update(confirmed_at=timezone.now())
    return result


@transaction.atomic
def send_new_link(*, by: User | None, request: ReferenceRequest) -> None:
    """From the page of a link that is too old: a fresh one, to the same mailbox and nowhere else. Raises Closed, also without a mailbox."""
    locked = locked_for(by, request)
    if not locked.referee_email:
        raise Closed
    emails.asked(locked, new_link(locked), reminder=True)


@transaction.atomic
def mark_bounced(request: ReferenceRequest) -> None:
    """The mail server gave it back. The worker sees that it did not arrive. Raises Closed."""
    close(request, State.BOUNCED)


def locked_for(by: User | None, request: ReferenceRequest) -> ReferenceRequest:
    """For who answers. Raises Closed where the request is over, PermissionDenied for the worker."""
    _require_other_than_worker(by, request)
    locked = ReferenceRequest.objects.open().select_for_update().filter(pk=request.pk).first()
    if locked is None:
        raise Closed
    return locked


def _require_other_than_worker(by: User | None, request: ReferenceRequest) -> None:
    """Nobody speaks for herself."""
    if by and request.profile.user_id == by.pk:
        raise PermissionDenied
