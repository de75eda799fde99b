from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.profiles.models import Profile, Station
from references.models.asking import Asked, Secret
from references.querysets_asked import RequestQuerySet


class ReferenceRequest(Asked):
    """A superior is asked about one station. Mailbox and phone are kept while the request is open, 30 days at most."""

    class Channel(models.TextChoices):
        MAIL = "mail", _("By mail")
        ROOM = "room", _("In the same room")  # square or six digits from screen to screen
        PAPER = "paper", _("On paper")  # a printed slip
        FIRM = "firm", _("The firm began it")
        CORRECTION = "correction", _("The referee corrects it")

    class Way(models.TextChoices):
        """What has confirmed who answers. Empty: nothing yet, or nothing besides the sign-in."""

        MAIL = "mail", _("Code to a mailbox")
        PHONE = "phone", _("Code to a phone")

    CLOSED = {"referee_email": "", "referee_phone": "", "draft": {}}
    FORGOTTEN = {"referee_name": "", "message": ""}

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="reference_requests")
    station = models.ForeignKey(Station, models.CASCADE, related_name="reference_requests")
    referee_name = models.CharField(max_length=80, blank=True)  # emptied when nobody answered, or the referee is erased
    referee_email = models.EmailField(blank=True)  # emptied when closed
    referee_phone = models.CharField(max_length=20, blank=True)  # E.164; emptied when closed
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.MAIL)
    reminded_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)  # the code to the mailbox or phone was right
    confirmed_way = models.CharField(max_length=10, choices=Way, blank=True)
    corrects = models.ForeignKey("references.Reference", models.CASCADE, null=True, related_name="corrections_begun")

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None)
                | Q(~Q(state="open"), closed_at__isnull=False, referee_email="", referee_phone="", draft={}),
                name="request_closed_keeps_nothing",
            ),
            models.UniqueConstraint(
                fields=["station", "mailbox_hash"],
                condition=Q(state="open", channel="mail"),
                name="request_one_open",
            ),
            models.UniqueConstraint(fields=["corrects"], condition=Q(state="open"), name="request_one_correction"),
        ]


class RequestLink(Secret):
    """The secret of one mail. A reminder brings a new one and the first still works; both end with the request."""

    request = models.ForeignKey(ReferenceRequest, models.CASCADE, related_name="links")
