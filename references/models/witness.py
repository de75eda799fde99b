from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.profiles.models import Profile
from network.samples.models import WorkSample
from references.models.asking import Asked, Secret
from references.querysets_asked import WitnessQuerySet


class Witness(Asked):
    """Somebody is asked about one work sample, by mail or in the same room, and then stands for it.

    Not signed and in no ledger: whoever said it can take every word of it back (docs/decisions/0022).
    """

    class Role(models.TextChoices):
        BOSS = "boss", _("Boss")
        COLLEAGUE = "colleague", _("Colleague")
        CUSTOMER = "customer", _("Customer")

    class Channel(models.TextChoices):
        MAIL = "mail", _("By mail")
        ROOM = "room", _("In the same room")

    CLOSED = {"email": "", "draft": {}}
    FORGOTTEN = {"name": "", "message": ""}
    # All that tells what it is about and who may speak for the employer, for select_related().
    ABOUT = (
        "profile__user",
        "profile__occupation__field",
        "sample__station__place",
        "sample__station__employer__place",
        "sample__station__occupation__field",
    )

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="witnesses")
    sample = models.ForeignKey(WorkSample, models.CASCADE, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel)
    name = models.CharField(max_length=80, blank=True)  # who was asked; once answered as the witness wants it shown
    email = models.EmailField(blank=True)  # emptied when closed
    role = models.CharField(max_length=10, choices=Role, blank=True)  # as asked, then as the witness says
    # the answer
    knows = models.CharField(max_length=10, blank=True)  # there | result | together | ordered
    how = models.CharField(
        max_length=10, blank=True
    )  # how the witness was known: member | account | code | link | room
    level = models.PositiveSmallIntegerField(default=0)  # provenance ladder, fixed with the answer
    context = models.JSONField(default=dict)  # the words that were confirmed: title, place, month, share
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    manage_hash = models.CharField(max_length=64, blank=True)  # the witness's own link to take it back
    withdrawn_at = models.DateTimeField(null=True)
    # release
    shown = models.BooleanField(default=False)
    decided_at = models.DateTimeField(null=True)

    objects = WitnessQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None)
                | Q(~Q(state="open"), closed_at__isnull=False, email="", draft={}),
                name="witness_closed_keeps_nothing",
            ),
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(level__gte=1, level__lte=4), name="witness_answered_has_level"
            ),
            models.CheckConstraint(
                condition=Q(shown=False) | Q(state="answered", decided_at__isnull=False, withdrawn_at=None),
                name="witness_shown_by_decision",
            ),
            models.UniqueConstraint(
                fields=["sample", "mailbox_hash"], condition=Q(state="open", channel="mail"), name="witness_one_open"
            ),
            models.UniqueConstraint(fields=["manage_hash"], condition=~Q(manage_hash=""), name="witness_own_link"),
        ]


class WitnessLink(Secret):
    """The secret of one mail, or of whoever typed the digits."""

    witness = models.ForeignKey(Witness, models.CASCADE, related_name="links")
