"""The worker shows digits or prints a slip; the other phone types them; too many wrong ones end it. And what time does."""

import secrets
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import pgettext

from accounts import codes, ids, spoken
from accounts.models import User
from network.desk.cases import open_case
from network.desk.models import Case
from network.employers.viewer import Viewer
from network.profiles import helping
from network.profiles.models import Profile, Station
from network.profiles.rules import may_be_confirmed
from references.beginning import begun
from references.closing import OwnDigits, close
from references.handshake import rules
from references.models import ReferenceRequest
from references.querysets_asked import RequestQuerySet
from references.rules import REQUEST_LIFE, used_up_today

PURPOSE = "handshake"
State, Channel = ReferenceRequest.State, ReferenceRequest.Channel
GROUPS, LETTERS = 5, 4  # of the address on a slip: it can be typed, and has 97 bits


@transaction.atomic
def show_digits(*, by: User, station: Station) -> tuple[ReferenceRequest, str]:
    """A new handshake and its digits, good for 10 minutes and once. It ends an older one about the same station, opened or not.

    Raises PermissionDenied for another's station and for one without a boss, ValidationError while the page is not confirmed.
    """
    profile = _lock(by, station)
    for older in station.reference_requests.filter(channel=Channel.ROOM, state=State.OPEN):
        spoken.end(purpose=PURPOSE, subject=older.public_id)
        close(older, State.CANCELLED)
    request = _ask(profile, station, Channel.ROOM, rules.ROOM_LIFE)
    return request, spoken.issue(purpose=PURPOSE, subject=request.public_id)


@transaction.atomic
def print_slip(*, by: User, station: Station, message: str = "") -> tuple[ReferenceRequest, str]:
    """A request on paper and the secret that stands on it; stored nowhere. Raises as show_digits, and ValidationError after 10 in a day."""
    profile = _lock(by, station)
    if used_up_today(profile):
        raise ValidationError(pgettext("to worker", "You have asked 10 times within a day. Go on tomorrow."))
    request = _ask(profile, station, Channel.PAPER, REQUEST_LIFE, message)
    return request, _link(request, _typeable())


@transaction.atomic
def enter(*, by: User | None, viewer: Viewer, code: str, browser: str) -> str | None:
    """The digits of the other screen -> the secret of the request, for this phone alone, once.

    None for wrong, for old ones, and for members of employers the worker hides from: all look the same (law 4), and count as a wrong
    try. `browser` tells a second click on the same button: it opens the same request. Raises OwnDigits, and spends nothing then.
    """
    subject = spoken.find(purpose=PURPOSE, code=code)
    request = _openable(viewer).filter(public_id=subject).first() if subject else None
    if request is None:
        return _again(viewer, code, browser)
    if by and request.profile.user_id == by.pk:
        raise OwnDigits
    if spoken.redeem(purpose=PURPOSE, code=code) is None:
        return _again(viewer, code, browser)
    ReferenceRequest.objects.filter(pk=request.pk).update(draft={"opener": _opener(browser, code)})
    return _link(request)


def _again(viewer: Viewer, code: str, browser: str) -> str | None:
    """Spent a moment ago by this very browser? Else it is a wrong try."""
    just_now = _openable(viewer).since(timezone.now() - spoken.LIFE)
    mine = just_now.filter(draft__opener=_opener(browser, code)).first() if browser else None
    if mine:
        return _link(mine)
    for subject in spoken.missed(purpose=PURPOSE, code=code):
        _end_guessed(subject)
    return None


def _end_guessed(subject: str) -> None:
    """Nobody got in, and nobody will: its digits are gone. The worker reads it, and the desk."""
    request = ReferenceRequest.objects.open().select_related("profile").get(public_id=subject)
    close(request, State.CANCELLED)
    open_case(
        by=None,
        kind=Case.Kind.GUESSED,
        subject=rules.subject_of(request),
        profile=request.profile,  # and not the firm, which would learn that somebody asks there
    )


def purge() -> int:
    """Ends slips nobody used, with all others (RequestQuerySet.expire). Handshakes nobody finished leave nothing. How many."""
    ended = Q(state=State.CANCELLED, closed_at__lte=timezone.now() - rules.KEPT) | Q(state=State.EXPIRED)
    gone: int = ReferenceRequest.objects.filter(ended, channel=Channel.ROOM).delete()[0]
    return gone


def _lock(by: User, station: Station) -> Profile:
    """Two tabs wait for each other."""
    if station.profile.user_id != by.pk or not may_be_confirmed(station):
        raise PermissionDenied
    profile = Profile.objects.select_for_update().get(pk=station.profile_id)
    helping.require_confirmed(profile)
    return profile


def _ask(profile: Profile, station: Station, channel: str, life: timedelta, message: str = "") -> ReferenceRequest:
    about = {"profile": profile, "station": station, "channel": channel, "message": message}
    return ReferenceRequest.objects.create(**about, **begun(life))


def _link(request: ReferenceRequest, plain: str = "") -> str:
    """As long as the request itself: there is no mailbox that a newer one could go to."""
    secret = plain or ids.new_token()[0]
    until: datetime = request.expires_at
    request.links.create(token_hash=ids.hash_token(secret), expires_at=until)
    return secret


def _typeable() -> str:
    """For paper: letters and digits that nobody mixes up, in groups."""
    groups = ("".join(secrets.choice(ids.ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))
    return "-".join(groups)


def _openable(viewer: Viewer) -> RequestQuerySet:
    found = ReferenceRequest.objects.open().filter(channel=Channel.ROOM)
    return found.filter(profile__in=Profile.objects.not_blocking(viewer)).select_related("profile")


def _opener(browser: str, code: str) -> str:
    return salted_hmac("references.handshake.opener", f"{browser}|{codes.tidy(code)}", algorithm="sha256").hexdigest()
