from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.ids import public_id
from network.contacts.models.facts import JobFacts
from network.contacts.querysets_offers import OfferQuerySet
from network.employers.models import Employer
from network.profiles.models import Profile


class Offer(JobFacts):
    """A recruiter's first message, with all facts on the table. Contact data pass only on yes."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        YES = "yes", _("Yes")
        NO = "no", _("No")
        EXPIRED = "expired", _("Expired")
        LEFT = "left", _("The person has left")

    class Word(models.TextChoices):
        """What the employer says after a yes. Each once; with the last two the matter is settled."""

        TRIED = "tried", _("We have reached nobody yet")
        TALKED = "talked", _("We have talked")
        AGREED = "agreed", _("We have agreed on the job")
        DECLINED = "declined", _("We have decided otherwise")

    class Wrong(models.TextChoices):
        """Why a worker reports an offer to the desk."""

        MONEY = "money", pgettext_lazy("to worker", "They want money or papers from me")
        UNTRUE = "untrue", pgettext_lazy("to worker", "Something in it is not true")
        SHUTS_OUT = "shuts-out", pgettext_lazy("to worker", "It shuts people out")
        HURTS = "hurts", pgettext_lazy("to worker", "It insults or pesters me")
        OTHER = "other", pgettext_lazy("to worker", "Something else")

    public_id = models.CharField(max_length=10, unique=True, default=public_id)
    employer = models.ForeignKey(Employer, models.CASCADE, related_name="offers")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    profile = models.ForeignKey(Profile, models.SET_NULL, null=True, related_name="offers")  # null: the person has left
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    worker_name = models.CharField(max_length=80, blank=True)  # passed on with a yes, as the worker gave them
    worker_phone = models.CharField(max_length=20, blank=True)
    worker_mail = models.EmailField(blank=True)
    call_when = models.CharField(max_length=120, blank=True)
    # After a yes: what the employer says (Word), and the worker, who waits for it.
    tried_at = models.DateTimeField(null=True)
    talked_at = models.DateTimeField(null=True)
    agreed_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    missed_at = models.DateTimeField(null=True)  # "nobody has been in touch"
    # Between the worker and the desk alone.
    reported_at = models.DateTimeField(null=True)
    reported_as = models.CharField(max_length=10, choices=Wrong, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["employer", "profile"], condition=Q(state="open"), name="offer_one_open"),
            models.CheckConstraint(condition=Q(pay_max__gte=models.F("pay_min")), name="offer_pay_order"),
            models.CheckConstraint(
                condition=Q(permanent=True) | Q(until__isnull=False), name="offer_until_if_not_permanent"
            ),
            models.CheckConstraint(
                condition=Q(state="yes") | Q(worker_phone="", worker_mail="", worker_name="", call_when=""),
                name="offer_contact_only_on_yes",
            ),
            models.CheckConstraint(
                condition=Q(state="yes")
                | Q(tried_at=None, talked_at=None, agreed_at=None, declined_at=None, missed_at=None),
                name="offer_words_only_after_yes",
            ),
            models.CheckConstraint(condition=Q(agreed_at=None) | Q(declined_at=None), name="offer_settled_one_way"),
            models.CheckConstraint(
                condition=Q(reported_at=None, reported_as="") | (Q(reported_at__isnull=False) & ~Q(reported_as="")),
                name="offer_reported_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def state_now(self) -> str:
        """The state as of now: what is overdue counts as expired, whether or not the nightly job has been there."""
        overdue = self.state == self.State.OPEN and self.expires_at <= timezone.now()
        return self.State.EXPIRED if overdue else self.state

    @property
    def is_open(self) -> bool:
        return self.state_now == self.State.OPEN

    @property
    def said(self) -> "dict[Offer.Word, datetime]":
        """What the employer has said since the yes, oldest first."""
        days = {word: getattr(self, f"{word}_at") for word in self.Word}
        return dict(sorted(((word, day) for word, day in days.items() if day), key=lambda each: each[1]))
