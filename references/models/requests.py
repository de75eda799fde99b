from django.db import models
from django.db.models import Q

from network.profiles.models import Profile, Station
from references.models.asking import Asked, Secret
from references.querysets import RequestQuerySet


class ReferenceRequest(Asked):
    """A worker asks a superior about one station. The mailbox is kept while the request is open, 30 days at most."""

    CLOSED = {"referee_email": "", "draft": {}}
    FORGOTTEN = {"referee_name": "", "message": ""}

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="reference_requests")
    station = models.ForeignKey(Station, models.CASCADE, related_name="reference_requests")
    referee_name = models.CharField(max_length=80, blank=True)  # emptied when nobody answered, or the referee is erased
    referee_email = models.EmailField(blank=True)  # emptied when closed
    reminded_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)  # the code to the mailbox was right

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None)
                | Q(~Q(state="open"), closed_at__isnull=False, referee_email="", draft={}),
                name="request_closed_keeps_nothing",
            ),
            models.UniqueConstraint(
                fields=["station", "mailbox_hash"], condition=Q(state="open"), name="request_one_open"
            ),
        ]


class RequestLink(Secret):
    """The secret of one mail. A reminder brings a new one and the first still works; both end with the request."""

    request = models.ForeignKey(ReferenceRequest, models.CASCADE, related_name="links")
