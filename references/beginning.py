"""A question begins: may this mailbox be asked by this worker, when, in which language, and never the same one twice."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language, pgettext

from accounts.models import User
from network.profiles.models import Profile
from network.ui.templatetags.ui import day
from references.models import Asked
from references.rules import is_own_mailbox, is_stopped, refused_until


@dataclass(frozen=True)
class Words:
    own: str  # it is the worker's own
    stopped: str  # whoever holds it does not want to be asked


def require_askable(
    *,
    by: User,
    profile: Profile,
    email: str,
    words: Words,
    asked: bool,
    busy: bool,
    used_up: bool,
    field: str = "email",
) -> None:
    """One mailbox, about one thing: once, not too often, and not against its will. Raises ValidationError."""
    if is_own_mailbox(by, email):
        raise ValidationError({field: words.own})
    if is_stopped(email):
        raise ValidationError({field: words.stopped})
    if until := refused_until(profile, email):
        no = pgettext(
            "to worker",
            "This mailbox could not confirm anything for you. That holds for a year: you can ask there again from %(day)s. Nobody there"
            " was told that you tried. Somebody else can speak for you.",
        )
        raise ValidationError({field: no % {"day": day(timezone.localdate(until))}})
    if asked:
        raise _twice(field)
    if busy:
        waiting = pgettext("to worker", "3 of your requests to this mailbox are still open. Wait for an answer first.")
        raise ValidationError({field: waiting})
    if used_up:
        raise ValidationError(pgettext("to worker", "You have asked 10 times within a day. Go on tomorrow."))


def _twice(field: str) -> ValidationError:
    words = pgettext("to worker", "You have asked there already about this. Your request is still open.")
    return ValidationError({field: words})


def begun(life: timedelta) -> dict[str, Any]:
    """What every question begins with."""
    now = timezone.now()
    return {"language": get_language() or "de", "created_at": now, "expires_at": now + life}


def store(asked: Asked, *, field: str = "email") -> None:
    """Raises ValidationError where another tab has asked the same meanwhile."""
    try:
        with transaction.atomic():
            asked.save()
    except IntegrityError as problem:
        raise _twice(field) from problem
