"""What the worker does: ask by mail, show digits, take a question back, show or hide the answer. And what time does."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language, pgettext

from accounts import spoken
from accounts.mailbox import mailbox_hash, normalise
from accounts.models import User
from network.profiles.models import Profile
from network.samples import witnessing
from network.samples.contexts import context_of, digest, missing
from network.samples.models import WorkSample
from references.actions.asking import new_link
from references.closing import close
from references.models import Witness
from references.rules import REQUEST_LIFE, is_own_mailbox, is_stopped
from references.witness import emails, rules

PURPOSE = "witness"
State = Witness.State


class NotReady(Exception):
    """Title, place, month or own share is not said yet, what the desk typed is not checked, or as many stand for it as we keep: nobody is asked."""


@transaction.atomic
def ask(*, by: User, sample: WorkSample, name: str, email: str, role: str, message: str = "") -> Witness:
    """One mail with one link. Raises ValidationError in plain words, NotReady, PermissionDenied for another's sample."""
    profile = _lock(by, sample)
    mailbox = mailbox_hash(email)
    _check(by, profile, sample, email, mailbox)
    now = timezone.now()
    witness = Witness(
        profile=profile,
        sample=sample,
        channel=Witness.Channel.MAIL,
        name=name,
        email=normalise(email),
        mailbox_hash=mailbox,
        role=role,
        message=message,
        language=get_language() or "de",
        created_at=now,
        expires_at=now + REQUEST_LIFE,
    )
    try:
        with transaction.atomic():
            witness.save()
    except IntegrityError as twice:
        raise _twice() from twice
    emails.asked(witness, new_link(witness))
    return witness


def _check(by: User, profile: Profile, sample: WorkSample, email: str, mailbox: str) -> None:
    if is_own_mailbox(by, email):
        words = pgettext("to worker", "This is your own address. Enter the one of who saw your work.")
        raise ValidationError({"email": words})
    if is_stopped(email):
        words = pgettext("to worker", "This mailbox does not want requests. Ask somebody else who saw it.")
        raise ValidationError({"email": words})
    if rules.is_already_asked(sample, mailbox):
        raise _twice()
    if rules.mailbox_is_busy(profile, mailbox):
        words = pgettext("to worker", "3 of your requests to this mailbox are still open. Wait for an answer first.")
        raise ValidationError({"email": words})
    if rules.used_up_today(profile):
        raise ValidationError(pgettext("to worker", "You have asked 10 times within a day. Go on tomorrow."))


def _twice() -> ValidationError:
    words = pgettext("to worker", "You have asked there already about this. Your request is still open.")
    return ValidationError({"email": words})


@transaction.atomic
def show_digits(*, by: User, sample: WorkSample) -> str:
    """Six digits for who stands beside you, good for 10 minutes and once; older ones end. Raises NotReady, PermissionDenied."""
    _lock(by, sample)
    return spoken.issue(purpose=PURPOSE, subject=str(sample.pk))


@transaction.atomic
def take_back(*, by: User, witness: Witness) -> None:
    """Ask no longer. Raises Closed where somebody was faster, PermissionDenied."""
    _require_worker(by, witness)
    close(witness, State.CANCELLED)


@transaction.atomic
def release(*, by: User, witness: Witness) -> None:
    """Show it with the sample (law 3). Nothing happens the second time, or where it was taken back meanwhile."""
    locked = _decide(by, witness, shown=True)
    if locked:
        witnessing.put(sample=locked.sample, copy=copy_of(locked))


@transaction.atomic
def hide(*, by: User, witness: Witness) -> None:
    """Keep it to oneself, at first or again."""
    locked = _decide(by, witness, shown=False)
    if locked:
        witnessing.drop(sample=locked.sample, name=locked.public_id)


def copy_of(witness: Witness) -> witnessing.Copy:
    """What the page of the worker shows of it."""
    return {
        "id": witness.public_id,
        "who": witness.name,
        "role": witness.role,
        "knows": witness.knows,
        "how": witness.how,
        "level": witness.level,
        "on": timezone.localdate(witness.closed_at).isoformat(),
        "context": digest(witness.context),
    }


def purge() -> int:
    """Ends what nobody answered in time; who typed digits and went away leaves nothing. How many."""
    Witness.objects.over().filter(channel=Witness.Channel.ROOM).delete()
    return Witness.objects.expire()


@transaction.atomic
def erase(*, by: User) -> None:
    """Called when `by` closes the account: what was said about the worker goes with the samples, what she said of others goes here."""
    for witness in Witness.objects.filter(user=by).select_related("sample"):
        witnessing.drop(sample=witness.sample, name=witness.public_id)
        witness.delete()
    Witness.objects.filter(profile__user=by).delete()


def _decide(by: User, witness: Witness, *, shown: bool) -> Witness | None:
    _require_worker(by, witness)
    rows = Witness.objects.answered().select_for_update(of=("self",)).select_related("sample")
    locked = rows.filter(pk=witness.pk).first()
    if locked is None or (locked.decided_at and locked.shown == shown):
        return None
    locked.shown, locked.decided_at = shown, timezone.now()
    locked.save(update_fields=["shown", "decided_at"])
    return locked


def _lock(by: User, sample: WorkSample) -> Profile:
    """Two tabs do not get past the limits. Raises PermissionDenied, NotReady."""
    if sample.profile.user_id != by.pk:
        raise PermissionDenied
    if sample.profile.unconfirmed or missing(context_of(sample)) or rules.has_enough(sample):
        raise NotReady
    return Profile.objects.select_for_update().get(pk=sample.profile_id)


def _require_worker(by: User, witness: Witness) -> None:
    if witness.profile.user_id != by.pk:
        raise PermissionDenied
