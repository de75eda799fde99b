"""What the invited person says without an account: no, or never again; and a fresh link."""

from django.db import transaction

from accounts.models import User
from references.actions.answering import stop
from references.actions.asking import new_link
from references.closing import Closed, close
from references.inviting import emails
from references.models import WorkerInvitation

State = WorkerInvitation.State


@transaction.atomic
def decline(*, by: User | None, invitation: WorkerInvitation) -> None:
    """ "No, thank you": for a year this firm reaches the mailbox no more, and does not learn of it. Raises Closed."""
    close(_locked(invitation), State.DECLINED)


@transaction.atomic
def object_to(*, by: User | None, invitation: WorkerInvitation) -> None:
    """ "Do not ask me again": from now on nobody can ask this mailbox. Raises Closed."""
    locked = _locked(invitation)
    stop(locked.email)
    close(locked, State.OBJECTED)


@transaction.atomic
def send_new_link(*, by: User | None, invitation: WorkerInvitation) -> None:
    """To the same mailbox and nowhere else. Raises Closed."""
    locked = _locked(invitation)
    emails.invited(locked, new_link(locked))


def _locked(invitation: WorkerInvitation) -> WorkerInvitation:
    rows = WorkerInvitation.objects.open().select_for_update(of=("self",)).select_related("employer__place", "by")
    locked = rows.filter(pk=invitation.pk).first()
    if locked is None:
        raise Closed
    return locked
