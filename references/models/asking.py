"""What all asking by mail has in common, whatever is asked about: one who is asked, a secret in a mail, an end."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ids import public_id
from network.profiles.models import Profile


class Asked(models.Model):
    """Somebody who needs no account is asked for a word. Open once, closed once; the mailbox goes with the closing."""

    class State(models.TextChoices):
        OPEN = "open", _("Sent")
        ANSWERED = "answered", _("Answered")
        DECLINED = "declined", _("Cannot confirm")
        OBJECTED = "objected", _("Does not want to be asked")
        CANCELLED = "cancelled", _("Taken back")
        BOUNCED = "bounced", _("Mail did not arrive")
        EXPIRED = "expired", _("No answer")

    CLOSED: ClassVar[dict[str, Any]]  # what goes when it is closed
    FORGOTTEN: ClassVar[dict[str, Any]]  # what goes besides when nobody answered, or somebody objected
    ABOUT: ClassVar[tuple[str, ...]]  # what tells what it is about, for select_related()
    links: Any  # the secrets of its mails

    public_id = models.CharField(max_length=10, unique=True, default=public_id)
    mailbox_hash = models.CharField(max_length=64, db_index=True)  # keyed, for the stop list and the daily limit
    message = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=10, default="de")  # of the mails to who is asked
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    draft = models.JSONField(default=dict)  # what was answered so far, gone when closed

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.public_id


class Secret(models.Model):
    """The secret of one mail, hashed. A later one does not end an earlier one; all end with what is asked."""

    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.token_hash[:8]


class StopList(models.Model):
    """Mailboxes that do not want to be asked again. Keyed hashes only."""

    mailbox_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.mailbox_hash[:8]


class Refusal(models.Model):
    """Somebody could not confirm anything for this worker, and that holds for a year: whatever it is about, with whatever tag."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="refusals")
    mailbox_hash = models.CharField(max_length=64)  # keyed, of the mailbox without tag
    until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "mailbox_hash"], name="refusal_once")]

    def __str__(self) -> str:
        return self.mailbox_hash[:8]
