"""How an answer is taken back, by who gave it or by the desk."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone

from references.models import Voice
from references.said import emails
from references.voices import together


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
