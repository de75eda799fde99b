"""How a question ends without an answer, and how an answer is taken back."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from references.actions.answering import refuse, stop
from references.actions.asking import new_link
from references.closing import Closed, close
from references.models import Voice
from references.voices import emails, together
from references.voices.answering import locked_for

State = Voice.State


@transaction.atomic
def decline(*, by: User | None, voice: Voice) -> None:
    """ "I cannot confirm this": the worker learns just that, and cannot ask this mailbox again for a year. Raises Closed."""
    locked = locked_for(by, voice)
    if locked.email:
        refuse(locked.profile, locked.email)
    close(locked, State.DECLINED)


@transaction.atomic
def object_to(*, by: User | None, voice: Voice) -> None:
    """ "Do not ask me again" (Art. 21 GDPR): nobody can ask this mailbox any more, for references neither. Raises Closed."""
    locked = locked_for(by, voice)
    if locked.email:
        stop(locked.email)
    close(locked, State.OBJECTED, keep_name=False)


@transaction.atomic
def send_new_link(*, by: User | None, voice: Voice) -> None:
    """From the page of a link that is too old: a fresh one, to the same mailbox and nowhere else. Raises Closed."""
    locked = locked_for(by, voice)
    if not locked.email:
        raise Closed
    emails.asked(locked, new_link(locked))


@transaction.atomic
def withdraw(*, voice: Voice) -> bool:
    """With the own link or account: name and words go at once, everywhere (GDPR Art. 7 (3) and 17). False the second time."""
    return _end(voice, emails.withdrawn)


@transaction.atomic
def end_by_desk(*, voice: Voice, reason: str) -> bool:
    """The desk ends it; both sides read the reason on their pages. False where it has ended already."""
    return _end(voice, lambda _voice: None, reason=reason)


def _end(voice: Voice, tell: Callable[[Voice], None], **context: str) -> bool:
    gone: dict[str, Any] = {
        "name": "",
        "context": context,
        "statements": [],
        "first": None,
        "last": None,
        "shown": False,
        "user": None,
    }
    if not Voice.objects.answered().filter(pk=voice.pk).update(withdrawn_at=timezone.now(), **gone):
        return False
    together.settle(voice.station)
    tell(voice)
    return True


@transaction.atomic
def mark_bounced(voice: Voice) -> None:
    """The mail server gave it back. Raises Closed."""
    close(voice, State.BOUNCED)
