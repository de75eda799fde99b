"""What who was asked does with the link, without an account: `by` is None or whoever happens to be signed in."""

from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts import codes
from accounts.models import User
from references.actions.answering import refuse, stop
from references.actions.asking import new_link
from references.closing import Closed, close
from references.models import Asked, Voice, Witness
from references.said import emails
from references.said.links import share_profile
from references.said.rules import require_other_than_worker, word

State = Asked.State
Said = TypeVar("Said", bound=Voice | Witness)


@transaction.atomic
def decline(*, by: User | None, said: Voice | Witness) -> None:
    """ "I cannot confirm this": the worker learns just that, and cannot ask this mailbox again for a year. Raises Closed."""
    locked = locked_for(by, said)
    if locked.email:
        refuse(locked.profile, locked.email)
    close(locked, State.DECLINED)


@transaction.atomic
def object_to(*, by: User | None, said: Voice | Witness) -> None:
    """ "Do not ask me again" (Art. 21 GDPR): nobody can ask this mailbox any more, for references neither. Raises Closed."""
    locked = locked_for(by, said)
    if locked.email:
        stop(locked.email)
    close(locked, State.OBJECTED, keep_name=False)


@transaction.atomic
def send_code(*, by: User | None, said: Voice | Witness) -> None:
    """Six digits to the mailbox that was asked. Raises Closed."""
    locked = locked_for(by, said)
    if not locked.email:
        raise PermissionDenied
    emails.code(locked, codes.issue(purpose=purpose(said), subject=locked.public_id, email=locked.email))


def check_code(*, by: User | None, said: Voice | Witness, code: str) -> codes.Result:
    """Spends the digits if they are right. No transaction around: wrong tries must count. Raises Closed."""
    require_other_than_worker(by, said)
    if said.state != State.OPEN:
        raise Closed
    return codes.redeem(purpose=purpose(said), subject=said.public_id, email=said.email, code=code)


def purpose(said: Voice | Witness) -> str:
    """Of the codes to a mailbox."""
    return f"{word(said)}-code"


@transaction.atomic
def send_new_link(*, by: User | None, said: Voice | Witness) -> None:
    """From the page of a link that is too old: a fresh one, to the same mailbox and nowhere else. Raises Closed."""
    locked = locked_for(by, said)
    if not locked.email:
        raise Closed
    emails.asked(locked, new_link(locked))


@transaction.atomic
def mark_bounced(said: Voice | Witness) -> None:
    """The mail server gave it back. Raises Closed."""
    close(said, State.BOUNCED)


def locked_for(by: User | None, said: Said) -> Said:
    """The row, for this transaction alone. Raises Closed where the question is over, PermissionDenied for the worker."""
    require_other_than_worker(by, said)
    rows: Any = type(said).objects.open().with_about()
    locked: Said | None = rows.select_for_update(of=("self",)).filter(pk=said.pk).first()
    if locked is None:
        raise Closed
    share_profile(locked)
    return locked
