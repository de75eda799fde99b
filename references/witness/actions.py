"""What the worker does: ask by mail, show digits, show or hide the answer. And what leaving does."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import pgettext

from accounts import spoken
from accounts.mailbox import mailbox_hash, normalise
from accounts.models import User
from network.profiles.models import Profile
from network.samples import witnessing
from network.samples.contexts import context_of, digest, missing
from network.samples.models import WorkSample
from references.beginning import Words, require_askable
from references.models import Witness
from references.said import asking
from references.said.rules import has_enough, mailbox_is_busy, require_worker, used_up_today
from references.witness import rules

PURPOSE = "witness"


class NotReady(Exception):
    """Title, place, month or own share is not said yet, what the desk typed is not checked, or as many stand for it as we keep: nobody is asked."""


@transaction.atomic
def ask(*, by: User, sample: WorkSample, name: str, email: str, role: str, message: str = "") -> Witness:
    """One mail with one link. Raises ValidationError in plain words, NotReady, PermissionDenied for another's sample."""
    profile = _lock(by, sample)
    mailbox = mailbox_hash(email)
    _check(by, profile, sample, email, mailbox)
    asked = {"name": name, "email": normalise(email), "mailbox_hash": mailbox, "role": role, "message": message}
    return asking.by_mail(Witness, profile=profile, sample=sample, **asked)


def _check(by: User, profile: Profile, sample: WorkSample, email: str, mailbox: str) -> None:
    """Raises ValidationError."""
    require_askable(
        by=by,
        profile=profile,
        email=email,
        words=Words(
            own=pgettext("to worker", "This is your own address. Enter the one of who saw your work."),
            stopped=pgettext("to worker", "This mailbox does not want requests. Ask somebody else who saw it."),
        ),
        asked=rules.is_already_asked(sample, mailbox),
        busy=mailbox_is_busy(profile.witnesses.all(), mailbox),
        used_up=used_up_today(profile.witnesses.all()),
    )


@transaction.atomic
def show_digits(*, by: User, sample: WorkSample) -> str:
    """Six digits for who stands beside you, good for 10 minutes and once; older ones end. Raises NotReady, PermissionDenied."""
    _lock(by, sample)
    return spoken.issue(purpose=PURPOSE, subject=str(sample.pk))


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


@transaction.atomic
def erase(*, by: User) -> None:
    """Called when `by` closes the account: what was said about the worker goes with the samples, what she said of others goes here."""
    for witness in Witness.objects.filter(user=by).select_related("sample"):
        witnessing.drop(sample=witness.sample, name=witness.public_id)
        witness.delete()
    Witness.objects.filter(profile__user=by).delete()


def _decide(by: User, witness: Witness, *, shown: bool) -> Witness | None:
    require_worker(by, witness)
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
    if sample.profile.unconfirmed or missing(context_of(sample)) or has_enough(rules.about(sample)):
        raise NotReady
    return Profile.objects.select_for_update().get(pk=sample.profile_id)
