"""What stands behind the secret of a mail, and what waits for a signed-in person."""

from accounts.mailbox import mailbox_hash
from accounts.models import User
from references.links import Standing, behind, standing
from references.models import WorkerInvitation, WorkerInvitationLink
from references.querysets_asked import WorkerInvitationQuerySet


def find(token: str) -> tuple[WorkerInvitation, Standing] | None:
    rows = WorkerInvitationLink.objects.select_related("invitation__employer__place", "invitation__by")
    link = behind(rows, token)
    return (link.invitation, standing(link.invitation, link)) if link else None


def to_person(user: User) -> WorkerInvitationQuerySet:
    """Sent to exactly the mailbox of the account, whatever has become of them."""
    rows = WorkerInvitation.objects.to_mailbox(mailbox_hash(user.email))
    return rows.select_related("employer__place", "by")


def waiting_for(user: User) -> list[WorkerInvitation]:
    return list(to_person(user).open())
