"""What is the same whatever the worker asks about: a mail goes out, digits are typed, a question is taken back, time ends it."""

from typing import TypeVar

from django.db import transaction

from accounts import spoken
from accounts.models import User
from references.actions.asking import new_link
from references.beginning import begun, store
from references.closing import OwnDigits, close
from references.models import Asked, Voice, Witness
from references.rules import REQUEST_LIFE
from references.said import emails
from references.said.rules import ROOM_LIFE, require_worker

Said = TypeVar("Said", Voice, Witness)


def by_mail(kind: type[Said], /, **about: object) -> Said:
    """One mail with one link. Inside a transaction. Raises ValidationError where another tab has asked the same meanwhile."""
    said = kind(channel=kind.Channel.MAIL, **about, **begun(REQUEST_LIFE))
    store(said)
    emails.asked(said, new_link(said))
    return said


def by_digits(kind: type[Said], /, *, by: User | None, purpose: str, code: str, **about: object) -> str | None:
    """The digits from the screen -> a secret for this person alone, once. None where somebody was faster. Raises OwnDigits.

    Who finds what is behind them asks before that the worker does not hide from the viewer's employers (law 4).
    """
    said = kind(channel=kind.Channel.ROOM, **about, **begun(ROOM_LIFE))
    if by and said.profile.user_id == by.pk:
        raise OwnDigits
    if spoken.redeem(purpose=purpose, code=code) is None:
        return None
    said.save()
    return new_link(said)


@transaction.atomic
def take_back(*, by: User, said: Voice | Witness) -> None:
    """Ask no longer. Raises Closed where somebody was faster, PermissionDenied."""
    require_worker(by, said)
    close(said, Asked.State.CANCELLED)


def purge() -> int:
    """Ends what nobody answered in time; who typed digits and went away leaves nothing. How many."""
    ended = 0
    for rows in (Voice.objects, Witness.objects):
        rows.over().filter(channel="room").delete()
        ended += rows.expire()
    return ended
