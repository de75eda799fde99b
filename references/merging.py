"""Two firms have become one (decision 0040). Nothing signed is touched; what is still open goes on with those who answer for it now."""

from django.db import transaction
from django.utils import timezone

from network.employers.models import Employer
from references.closing import close
from references.models import StampConsent, StampRound, WorkerInvitation


@transaction.atomic
def follow_employer(*, old: Employer, new: Employer) -> None:
    _invitations(old, new)
    _lists(old, new)


def _invitations(old: Employer, new: Employer) -> None:
    """All rows, also the closed ones: that one stays behind would tell how it ended (law 3). Of two open ones to a mailbox the
    older stays; the firm sees both rows as before.
    """
    both = WorkerInvitation.objects.filter(employer__in=[old, new], state=WorkerInvitation.State.OPEN)
    seen: set[str] = set()
    for invitation in both.select_for_update(of=("self",)).order_by("created_at", "pk"):
        if invitation.mailbox_hash in seen:
            close(invitation, WorkerInvitation.State.CANCELLED)
        seen.add(invitation.mailbox_hash)
    old.worker_invitations.update(employer=new)


def _lists(old: Employer, new: Employer) -> None:
    """Who agreed to be on the list of one firm did not agree to be on that of another: each is asked again, by the page."""
    StampConsent.objects.filter(station__employer=old).delete()
    StampRound.objects.open().filter(employer=old).update(closes_at=timezone.now())
