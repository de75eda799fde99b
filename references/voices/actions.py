"""What the worker does: ask by mail, show digits, remind once, show or hide. And what leaving does."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import pgettext

from accounts import spoken
from accounts.mailbox import normalise
from accounts.models import User
from network.profiles.models import Profile
from references.actions.asking import new_link
from references.beginning import Words, require_askable
from references.models import Voice
from references.said import asking, emails
from references.said.rules import has_enough, mailbox_is_busy, require_worker, used_up_today
from references.voices import rules, together
from references.voices.about import About

PURPOSE = "voice"


class NotReady(Exception):
    """Nobody can be asked about this, what the desk typed is not checked, or as many stand for it as we keep."""


@transaction.atomic
def ask(*, by: User, about: About, name: str, email: str, message: str = "") -> Voice:
    """One mail with one link. Raises ValidationError in plain words, NotReady, PermissionDenied for what belongs to others."""
    profile = _lock(by, about)
    _check(by, about, email)
    said = {"kind": about.kind, "station": about.station, "sample": about.sample, "instead": about.instead}
    asked = {"name": name, "email": normalise(email), "mailbox_hash": rules.mailbox_of(email), "message": message}
    return asking.by_mail(Voice, profile=profile, **said, **asked)


def _check(by: User, about: About, email: str) -> None:
    """Raises ValidationError."""
    mailbox, mine = rules.mailbox_of(email), about.profile.voices
    if rules.has_said(about, mailbox):
        words = pgettext("to worker", "This person has confirmed this already. Ask somebody else.")
        raise ValidationError({"email": words})
    require_askable(
        by=by,
        profile=about.profile,
        email=email,
        words=Words(
            own=pgettext("to worker", "This is your own address. Enter the one of who was there with you."),
            stopped=pgettext("to worker", "This mailbox does not want requests. Ask somebody else who was there."),
        ),
        asked=rules.is_already_asked(about, mailbox),
        busy=mailbox_is_busy(mine.all(), mailbox),
        used_up=used_up_today(mine.all()),
    )


@transaction.atomic
def show_digits(*, by: User, about: About) -> str:
    """Six digits for who stands beside you, good for 10 minutes and once; older ones end. Raises NotReady, PermissionDenied."""
    _lock(by, about)
    return spoken.issue(purpose=PURPOSE, subject=about.subject)


@transaction.atomic
def remind(*, by: User, voice: Voice) -> bool:
    """Send the mail once more. False where it was reminded already, or where the question is over."""
    require_worker(by, voice)
    locked = Voice.objects.open().with_about().select_for_update(of=("self",)).filter(pk=voice.pk).first()
    if locked is None or not rules.may_remind(locked):
        return False
    locked.draft = {**locked.draft, "reminded": timezone.localdate().isoformat()}
    locked.save(update_fields=["draft"])
    emails.asked(locked, new_link(locked), reminder=True)
    return True


@transaction.atomic
def release(*, by: User, voice: Voice) -> None:
    """Show it on the page (law 3). Nothing happens the second time, or where it was taken back meanwhile."""
    _decide(by, voice, shown=True)


@transaction.atomic
def hide(*, by: User, voice: Voice) -> None:
    """Keep it to oneself, at first or again."""
    _decide(by, voice, shown=False)


def _decide(by: User, voice: Voice, *, shown: bool) -> None:
    require_worker(by, voice)
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
    if (
        about.profile.unconfirmed
        or not about.profile.name
        or not rules.may_ask(about)
        or has_enough(rules.voices_about(about))
    ):
        raise NotReady
    return Profile.objects.select_for_update().get(pk=about.profile.pk)
