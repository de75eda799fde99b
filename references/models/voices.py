from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.profiles.models import Audience, Profile, Station
from network.samples.models import WorkSample
from references.models.asking import Asked, Secret
from references.querysets_asked import VoiceQuerySet


class Voice(Asked):
    """A colleague of one station, or a customer of one sample, confirms sentences of their own set. Never mixed with references.

    Not signed and in no ledger, like a witness (docs/decisions/0022): whoever said it can take every word of it back.
    """

    class Kind(models.TextChoices):
        COLLEAGUE = "colleague", _("Colleague")
        CUSTOMER = "customer", _("Customer")

    class Channel(models.TextChoices):
        MAIL = "mail", _("By mail")
        ROOM = "room", _("In the same room")

    CLOSED = {"email": "", "draft": {}}
    FORGOTTEN = {"name": "", "message": ""}
    # All that tells what it is about, for select_related().
    ABOUT = (
        "profile__user",
        "profile__occupation__field",
        "station__place",
        "station__employer__place",
        "station__occupation__field",
        "sample__station__place",
        "sample__station__occupation__field",
    )

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="voices")
    kind = models.CharField(max_length=10, choices=Kind)
    station = models.ForeignKey(Station, models.CASCADE, null=True, related_name="voices")  # of a colleague
    sample = models.ForeignKey(WorkSample, models.CASCADE, null=True, related_name="voices")  # of a customer
    instead = models.BooleanField(default=False)  # one of three colleagues in the place of a boss: the firm is gone
    channel = models.CharField(max_length=10, choices=Channel)
    name = models.CharField(max_length=80, blank=True)  # who was asked; once answered as the person wants it shown
    email = models.EmailField(blank=True)  # emptied when closed
    # the answer
    statements = models.JSONField(default=list)  # codes of the catalogue
    first = models.DateField(null=True)  # months in which a colleague worked there too
    last = models.DateField(null=True)
    how = models.CharField(max_length=10, blank=True)  # ladder: account | code | link | room
    level = models.PositiveSmallIntegerField(default=0)  # provenance ladder, fixed with the answer
    context = models.JSONField(default=dict)  # what it was about, in the words that stood on the page
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    manage_hash = models.CharField(max_length=64, blank=True)  # the own link to take it back
    withdrawn_at = models.DateTimeField(null=True)
    # release
    shown = models.BooleanField(default=False)
    decided_at = models.DateTimeField(null=True)
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.ALL)

    objects = VoiceQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None)
                | Q(~Q(state="open"), closed_at__isnull=False, email="", draft={}),
                name="voice_closed_keeps_nothing",
            ),
            models.CheckConstraint(
                condition=Q(kind="colleague", station__isnull=False, sample=None)
                | Q(kind="customer", sample__isnull=False, station=None, instead=False),
                name="voice_bound_to_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(level__gte=1, level__lte=2), name="voice_answered_has_level"
            ),
            models.CheckConstraint(
                condition=Q(shown=False) | Q(state="answered", decided_at__isnull=False, withdrawn_at=None),
                name="voice_shown_by_decision",
            ),
            models.UniqueConstraint(
                fields=["station", "mailbox_hash"],
                condition=Q(state="open", channel="mail", kind="colleague"),
                name="voice_one_open_colleague",
            ),
            models.UniqueConstraint(
                fields=["sample", "mailbox_hash"],
                condition=Q(state="open", channel="mail", kind="customer"),
                name="voice_one_open_customer",
            ),
            models.UniqueConstraint(fields=["manage_hash"], condition=~Q(manage_hash=""), name="voice_own_link"),
        ]

    @property
    def key_of_item(self) -> str:
        """How Sight, share links and confirmations of stations call it."""
        return f"voice:{self.public_id}"


class VoiceLink(Secret):
    """The secret of one mail, or of whoever typed the digits."""

    voice = models.ForeignKey(Voice, models.CASCADE, related_name="links")
