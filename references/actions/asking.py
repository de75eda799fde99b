"""The worker asks, reminds once, takes back; time ends what nobody answered."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import pgettext

from accounts.ids import new_token
from accounts.mailbox import mailbox_hash, normalise
from accounts.models import User
from network.profiles import helping
from network.profiles.models import Profile, Station
from network.profiles.rules import may_be_confirmed
from references import emails, rules
from references.beginning import Words, begun, require_askable, store
from references.closing import close
from references.models import Asked, ReferenceRequest, Refusal

State = ReferenceRequest.State


@transaction.atomic
def ask(*, by: User, station: Station, referee_name: str, referee_email: str, message: str = "") -> ReferenceRequest:
    """One mail with one link to the boss. Raises ValidationError in plain words, PermissionDenied for another's station and for one without a boss."""
    if station.profile.user_id != by.pk or not may_be_confirmed(station):
        raise PermissionDenied
    profile = Profile.objects.select_for_update().get(pk=station.profile_id)  # two tabs do not get past the limits
    mailbox = mailbox_hash(referee_email)
    _check(by, profile, station, referee_email, mailbox)
    request = ReferenceRequest(
        profile=profile,
        station=station,
        referee_name=referee_name,
        referee_email=normalise(referee_email),
        mailbox_hash=mailbox,
        message=message,
        **begun(rules.REQUEST_LIFE),
    )
    store(request, field="referee_email")
    emails.asked(request, new_link(request))
    return request


def _check(by: User, profile: Profile, station: Station, email: str, mailbox: str) -> None:
    helping.require_confirmed(profile)
    words = Words(
        own=pgettext("to worker", "This is your own address. Enter the one of your boss."),
        stopped=pgettext("to worker", "This mailbox does not want requests. Somebody else there can speak for you."),
    )
    require_askable(
        by=by,
        profile=profile,
        email=email,
        words=words,
        asked=rules.is_already_asked(station, mailbox),
        busy=rules.mailbox_is_busy(profile, mailbox),
        used_up=rules.used_up_today(profile),
        field="referee_email",
    )


def new_link(asked: Asked) -> str:
    """A further secret for the same request; older ones go on working. Never longer than the request itself."""
    plain, hashed = new_token()
    until = min(timezone.now() + rules.LINK_LIFE, asked.expires_at)
    asked.links.create(token_hash=hashed, expires_at=until)
    return plain


@transaction.atomic
def remind(*, by: User, request: ReferenceRequest) -> bool:
    """Send the mail once more. False where it was reminded already, or where the request is over."""
    _require_worker(by, request)
    due = ReferenceRequest.objects.open().filter(pk=request.pk, reminded_at=None)
    if not rules.may_remind(request) or not due.update(reminded_at=timezone.now()):
        return False
    emails.asked(request, new_link(request), reminder=True)
    return True


@transaction.atomic
def take_back(*, by: User, request: ReferenceRequest) -> None:
    """Raises Closed where somebody was faster."""
    _require_worker(by, request)
    close(request, State.CANCELLED)


def purge() -> int:
    """Ends requests that nobody answered in time; their mailboxes and names go. So does each no that is a year old. How many."""
    return ReferenceRequest.objects.expire() + Refusal.objects.filter(until__lte=timezone.now()).delete()[0]


def _require_worker(by: User, request: ReferenceRequest) -> None:
    if request.profile.user_id != by.pk:
        raise PermissionDenied
