"""The worker asks, reminds once, takes back; time ends what nobody answered."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language, pgettext

from accounts.ids import new_token
from accounts.mailbox import mailbox_hash, normalise
from accounts.models import User
from network.profiles import helping
from network.profiles.models import Profile, Station
from network.profiles.rules import may_be_confirmed
from network.ui.templatetags.ui import day
from references import emails, rules
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
    now = timezone.now()
    request = ReferenceRequest(
        profile=profile,
        station=station,
        referee_name=referee_name,
        referee_email=normalise(referee_email),
        mailbox_hash=mailbox,
        message=message,
        language=get_language() or "de",
        created_at=now,
        expires_at=now + rules.REQUEST_LIFE,
    )
    try:
        with transaction.atomic():
            request.save()
    except IntegrityError as twice:
        raise _twice() from twice
    emails.asked(request, new_link(request))
    return request


def _check(by: User, profile: Profile, station: Station, email: str, mailbox: str) -> None:
    helping.require_confirmed(profile)
    if rules.is_own_mailbox(by, email):
        raise ValidationError(
            {"referee_email": pgettext("to worker", "This is your own address. Enter the one of your boss.")}
        )
    if rules.is_stopped(email):
        words = pgettext("to worker", "This mailbox does not want requests. Somebody else there can speak for you.")
        raise ValidationError({"referee_email": words})
    if until := rules.refused_until(profile, email):
        words = pgettext(
            "to worker",
            "This mailbox could not confirm anything for you. That holds for a year: you can ask there again from %(day)s. Nobody there"
            " was told that you tried. Somebody else can speak for you.",
        )
        raise ValidationError({"referee_email": words % {"day": day(timezone.localdate(until))}})
    if rules.is_already_asked(station, mailbox):
        raise _twice()
    if rules.mailbox_is_busy(profile, mailbox):
        words = pgettext("to worker", "3 of your requests to this mailbox are still open. Wait for an answer first.")
        raise ValidationError({"referee_email": words})
    if rules.used_up_today(profile):
        raise ValidationError(pgettext("to worker", "You have sent 10 requests within a day. Go on tomorrow."))


def _twice() -> ValidationError:
    return ValidationError(
        {"referee_email": pgettext("to worker", "You have asked there already. Your request is still open.")}
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
