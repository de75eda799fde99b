"""Setting up a page together with a worker: begin, show digits, let the worker's phone take over, throw away. Each leaves a note."""

import secrets
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts import spoken
from accounts.models import User
from network.desk import rules
from network.desk.models import SetUp
from network.profiles import actions as profiles
from network.profiles.models import Profile

PURPOSE = "takeover"
KEPT = timedelta(days=90)  # the note, without a word about the worker


class Over(Exception):
    """Nothing to take over: taken already, thrown away, too late, or other digits were shown meanwhile."""


@transaction.atomic
def begin(*, by: User) -> SetUp:
    """Raises PermissionDenied for who is not at the desk."""
    if not rules.may_help(by):
        raise PermissionDenied
    _sweep()
    return SetUp.objects.create(by=by, profile=profiles.begin_for_somebody(by=by))


@transaction.atomic
def show_digits(*, by: User, set_up: SetUp) -> str:
    """New digits; older ones end, and so does what was granted for them. Raises Over, PermissionDenied."""
    locked = _own(by, set_up)
    locked.shown_at, locked.grant_hash, locked.granted_at = timezone.now(), "", None
    locked.save(update_fields=["shown_at", "grant_hash", "granted_at"])
    return spoken.issue(purpose=PURPOSE, subject=str(locked.pk))


@transaction.atomic
def redeem(*, code: str) -> str | None:
    """The digits, typed on the worker's phone: a secret for that phone alone. None for wrong and for old ones alike."""
    subject = spoken.redeem(purpose=PURPOSE, code=code)
    secret = secrets.token_urlsafe(32)
    granted = {"grant_hash": hash_of(secret), "granted_at": timezone.now()}
    if subject is None or not SetUp.objects.open().filter(pk=int(subject)).update(**granted):
        return None
    return secret


@transaction.atomic
def take_over(*, by: User, secret: str) -> Profile:
    """The page is the worker's, the help has ended. Raises Over, network.profiles.actions.HasPage, PermissionDenied."""
    locked = SetUp.objects.granted(hash_of(secret)).select_for_update(of=("self",)).first()
    if locked is None or locked.profile is None:
        raise Over
    if locked.by_id == by.pk:
        raise PermissionDenied
    profile = locked.profile
    _end(locked, SetUp.Ending.TAKEN)
    return profiles.take_over(by=by, profile=profile)


@transaction.atomic
def stop(*, by: User, set_up: SetUp) -> None:
    """The helper is done; whoever has the digits can still take over. A page that is gone already needs nothing."""
    profile = set_up.profile
    if set_up.by_id == by.pk and profile is not None:
        profiles.end_help(by=by, profile=profile)


@transaction.atomic
def throw_away(*, by: User, set_up: SetUp) -> None:
    """Raises Over, PermissionDenied."""
    _end_draft(_own(by, set_up), SetUp.Ending.THROWN)


@transaction.atomic
def purge() -> int:
    """Pages that nobody took over, and notes that are over their time. How many rows."""
    gone: int = SetUp.objects.filter(started_at__lt=timezone.now() - KEPT).delete()[0]
    return gone + _sweep()


def forget(user: User) -> None:
    """Somebody leaves the desk: pages they had begun go. Their notes lose the name with the account."""
    for each in SetUp.objects.of(user).open().select_for_update(of=("self",)):
        _end_draft(each, SetUp.Ending.THROWN)


def hash_of(secret: str) -> str:
    return salted_hmac("desk.takeover", secret, algorithm="sha256").hexdigest()


def _own(by: User, set_up: SetUp) -> SetUp:
    if not rules.may_help(by):
        raise PermissionDenied
    locked = SetUp.objects.of(by).open().select_for_update(of=("self",)).filter(pk=set_up.pk).first()
    if locked is None:
        raise Over
    return locked


def _end(locked: SetUp, ending: str) -> None:
    locked.profile, locked.grant_hash, locked.granted_at = None, "", None
    locked.ended_at, locked.ending = timezone.now(), ending
    locked.save()
    spoken.end(purpose=PURPOSE, subject=str(locked.pk))


def _end_draft(locked: SetUp, ending: str) -> None:
    profile = locked.profile
    _end(locked, ending)
    if profile is not None:
        profiles.throw_away(profile=profile)


def _sweep() -> int:
    stale = list(SetUp.objects.stale().select_for_update(of=("self",)))
    for each in stale:
        _end_draft(each, SetUp.Ending.EXPIRED)
    return len(stale)
