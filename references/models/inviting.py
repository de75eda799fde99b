from django.conf import settings
from django.db import models
from django.db.models import Q

from network.employers.models import Employer
from references.models.asking import Asked, Secret
from references.models.requests import ReferenceRequest
from references.querysets_asked import WorkerInvitationQuerySet


class WorkerInvitation(Asked):
    """A firm wants to vouch for somebody who may not be here yet. With words in `draft` they wait to be read; without it only invites.

    Nothing is signed and nobody sees anything before the worker agrees. The firm never learns how it ended: to it every row
    looks the same (law 3), so no page of the employer may read `state`, `closed_at`, `request`, or what closing takes away: name,
    mailbox and words. What its people decide from is `created_at`, `by`, `approved_at` and `taken_back_at`.
    """

    CLOSED = {"email": "", "draft": {}, "message": "", "name": ""}
    FORGOTTEN = {}

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="worker_invitations")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=80, blank=True)  # as the firm calls the worker
    email = models.EmailField(blank=True)  # emptied when closed
    batch = models.CharField(max_length=10, blank=True, db_index=True)  # one paste or file: rows of a team
    approved_at = models.DateTimeField(null=True)  # the member stands for the words of `draft`
    taken_back_at = models.DateTimeField(null=True)  # by the firm, whatever had become of it
    request = models.OneToOneField(ReferenceRequest, models.SET_NULL, null=True, related_name="invitation")

    objects = WorkerInvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None)
                | Q(~Q(state="open"), closed_at__isnull=False, email="", draft={}),
                name="worker_invitation_closed_keeps_nothing",
            ),
            models.UniqueConstraint(
                fields=["employer", "mailbox_hash"], condition=Q(state="open"), name="worker_invitation_one_open"
            ),
        ]


class WorkerInvitationLink(Secret):
    """The secret of one mail to the invited worker."""

    invitation = models.ForeignKey(WorkerInvitation, models.CASCADE, related_name="links")
