"""What the worker does: ask by mail, show digits, remind once, take back, show or hide. And what time and leaving do."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language, pgettext

from accounts import spoken
from accounts.mailbox import normalise
from accounts.models import User
from network.profiles.models import Profile
from network.ui.templatetags.ui import day
from references.actions.asking import new_link
from references.closing import close
from references.models import Voice
from references.rules import REQUEST_LIFE, is_own_mailbox, is_stopped, refused_until
from references.voices import emails, rules, together
from references.voices.about import About

PURPOSE = "voice"
State = Voice.State


class NotReady(Exception):
    """Nobody can be asked about this, what the desk typed is not checked, or as many stand for it as we keep."""


@transaction.atomic
def ask(*, by: User, about: About, name: str, email: str, message: str = "") -> Voice:
    """One mail with one link. Raises ValidationError in plain words, NotReady, PermissionDenied for what belongs to others."""
    profile = _lock(by, about)
    _check(by, about, email)
    now = timezone.now()
    voice = Voice(
        profile=profile,
        kind=about.kind,
        station=about.station,
        sample=about.sample,
        instead=about.instead,
        channel=Voice.Channel.MAIL,
        name=name,
        email=normalise(email),
        mailbox_hash=rules.mailbox_of(email),
        message=message,
        language=get_language() or "de",
        created_at=now,
        expires_at=now + REQUEST_LIFE,
    )
    try:
        with transaction.atomic():
            voice.save()
    except IntegrityError as twice:
        raise _twice() from twice
    emails.asked(voice, new_link(voice))
    return voice


def _check(by: User, about: About, email: str) -> None:
    """One mailbox, about one thing: once, not too often, and not against its will. Raises ValidationError."""
    mailbox, profile = rules.mailbox_of(email), about.profile
    if is_own_mailbox(by, email):
        words = pgettext("to worker", "This is your own address. Enter the one of who was there with you.")
        raise ValidationError({"email": words})
    if is_stopped(email):
        words = pgettext("to worker", "This mailbox does not want requests. Ask somebody else who was there.")
        raise ValidationError({"email": words})
    if until := refused_until(profile, email):
        words = pgettext(
            "to worker",
            "This mailbox could not confirm anything for you. That holds for a year: you can ask there again from %(day)s. Nobody there"
            " was told that you tried. Somebody else can speak for you.",
        )
        raise ValidationError({"email": words % {"day": day(timezone.localdate(until))}})
    if rules.is_already_asked(about, mailbox):
        raise _twice()
    if rules.has_said(about, mailbox):
        words = pgettext("to worker", "This person has confirmed this already. Ask somebody else.")
        raise ValidationError({"email": words})
    if rules.mailbox_is_busy(profile, mailbox):
        words = pgettext("to worker", "3 of your requests to this mailbox are still open. Wait for an answer first.")
        raise ValidationError({"email": words})
    if rules.used_up_today(profile):
        raise ValidationError(pgettext("to worker", "You have asked 10 times within a day. Go on tomorrow."))


def _twice() -> ValidationError:
    words = pgettext("to worker", "You have asked there already about this. Your request is still open.")
    return ValidationError({"email": words})


@transaction.atomic
def show_digits(*, by: User, about: About) -> str:
    """Six digits for who stands beside you, good for 10 minutes and once; older ones end. Raises NotReady, PermissionDenied."""
    _lock(by, about)
    return spoken.issue(purpose=PURPOSE, subject=about.subject)


@transaction.atomic
def remind(*, by: User, voice: Voice) -> bool:
    """Send the mail once more. False where it was reminded already, or where the question is over."""
    _require_worker(by, voice)
    locked = Voice.objects.open().with_about().select_for_update(of=("self",)).filter(pk=voice.pk).first()
    if locked is None or not rules.may_remind(locked):
        return False
    locked.draft = {**locked.draft, "reminded": timezone.localdate().isoformat()}
    locked.save(update_fields=["draft"])
    emails.asked(locked, new_link(locked), reminder=True)
    return True


@transaction.atomic
def take_back(*, by: User, voice: Voice) -> None:
    """Ask no longer. Raises Closed where somebody was faster, PermissionDenied."""
    _require_worker(by, voice)
    close(voice, State.CANCELLED)


@transaction.atomic
def release(*, by: User, voice: Voice) -> None:
    """Show it on the page (law 3). Nothing happens the second time, or where it was taken back meanwhile."""
    _decide(by, voice, shown=True)


@transaction.atomic
def hide(*, by: User, voice: Voice) -> None:
    """Keep it to oneself, at first or again."""
    _decide(by, voice, shown=False)


def _decide(by: User, voice: Voice, *, shown: bool) -> None:
    _require_worker(by, voice)
    open_to_it = Voice.objects.answered().filter(pk=voice.pk).exclude(shown=shown, decided_at__isnull=False)
    if open_to_it.update(shown=shown, decided_at=timezone.now()):
        together.settle(voice.station)


@transaction.atomic
def show_to(*, by: User, profile: Profile, audiences: dict[str, str]) -> None:
    """Who reads what is shown already, by key of the item. Raises PermissionDenied for voices of others, or that nobody reads."""
    if profile.user_id != by.pk:
        raise PermissionDenied
    rows = profile.voices.select_for_update(of=("self",)).select_related("station").shown_now()
    shown = {each.key_of_item: each for each in rows}
    if audiences.keys() - shown.keys():
        raise PermissionDenied
    for key, audience in audiences.items():
        if shown[key].audience != audience:
            Voice.objects.filter(pk=shown[key].pk).update(audience=audience)
            together.settle(shown[key].station)


def purge() -> int:
    """Ends what nobody answered in time; who typed digits and went away leaves nothing. How many."""
    Voice.objects.over().filter(channel=Voice.Channel.ROOM).delete()
    return Voice.objects.expire()


@transaction.atomic
def erase(*, by: User) -> None:
    """Called when `by` closes the account: all that was said about the worker goes, and what the person said of others."""
    for voice in Voice.objects.filter(user=by).select_related("station"):
        voice.delete()
        together.settle(voice.station)
    Voice.objects.filter(profile__user=by).delete()


def _lock(by: User, about: About) -> Profile:
    """Two tabs do not get past the limits. Raises PermissionDenied, NotReady."""
    if about.profile.user_id != by.pk:
        raise PermissionDenied
    if about.profile.unconfirmed or not about.profile.name or not rules.may_ask(about) or rules.has_enough(about):
        raise NotReady
    return Profile.objects.select_for_update().get(pk=about.profile.pk)


def _require_worker(by: User, voice: Voice) -> None:
    if voice.profile.user_id != by.pk:
        raise PermissionDenied
