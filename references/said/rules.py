"""Who may ask how often, and how it stands with an answer."""

from collections.abc import Iterable
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.utils import timezone

from accounts.models import User
from references.models import Asked, Voice, Witness
from references.querysets_asked import AskedQuerySet, Row, SaidQuerySet

A_DAY = 10
TO_ONE_MAILBOX = 3
MOST_FOR_ONE = 10  # who stand for one station or sample; more would say nothing more
ROOM_LIFE = timedelta(hours=1)  # to answer, after the digits were typed
Said = Voice | Witness


def used_up_today(rows: AskedQuerySet[Row]) -> bool:
    """`rows`: all that the worker has asked of this kind."""
    return rows.since(timezone.now() - timedelta(days=1)).count() >= A_DAY


def mailbox_is_busy(rows: AskedQuerySet[Row], mailbox: str) -> bool:
    return rows.open().to_mailbox(mailbox).count() >= TO_ONE_MAILBOX


def has_enough(rows: SaidQuerySet[Row]) -> bool:
    """`rows`: all about one station or sample."""
    return rows.answered().count() >= MOST_FOR_ONE


def is_enough(found: Iterable[Said]) -> bool:
    """The same of rows that are there already."""
    return len([each for each in found if is_answered(each)]) >= MOST_FOR_ONE


def has_taken_back(said: Said) -> bool:
    return said.withdrawn_at is not None


def is_answered(said: Said) -> bool:
    return said.state == Asked.State.ANSWERED and not has_taken_back(said)


def require_worker(by: User, said: Said) -> None:
    """Raises PermissionDenied for others."""
    if said.profile.user_id != by.pk:
        raise PermissionDenied


def require_other_than_worker(by: User | None, said: Said) -> None:
    """Nobody stands for herself, nor for the own work. Raises PermissionDenied."""
    if by and said.profile.user_id == by.pk:
        raise PermissionDenied


def word(said: Model) -> str:
    """As addresses, purposes of codes and templates call it: "voice" or "witness"."""
    return said._meta.model_name or ""
