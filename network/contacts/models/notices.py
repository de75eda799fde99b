from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.ids import public_id
from network.contacts.models.facts import JobFacts
from network.contacts.querysets_notices import InterestQuerySet, NoticeQuerySet
from network.employers.models import Employer
from network.occupations.models import Field
from network.places.models import Near
from network.profiles.models import Profile, ShareLink


class Notice(JobFacts):
    """A checked employer looks for somebody, for everybody to read. Whether it hangs is NoticeQuerySet.running()."""

    public_id = models.CharField(max_length=10, unique=True, default=public_id)
    employer = models.ForeignKey(Employer, models.CASCADE, related_name="notices")
    pinned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    field = models.ForeignKey(Field, models.PROTECT, related_name="+")
    once = models.UUIDField()  # of the page it was written on: a second click pins no second one
    pinned_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    near = models.ForeignObject(Near, models.DO_NOTHING, from_fields=["place"], to_fields=["place"], related_name="+")
    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-pinned_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["employer", "once"], name="notice_once"),
            models.CheckConstraint(condition=Q(pay_max__gte=F("pay_min")), name="notice_pay_order"),
            models.CheckConstraint(
                condition=Q(permanent=True) | Q(until__isnull=False), name="notice_until_if_not_permanent"
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=F("pinned_at")), name="notice_expires_later"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def in_time(self) -> bool:
        """Neither over nor ended; whether it hangs is also a matter of the employer."""
        return self.ended_at is None and self.expires_at > timezone.now()


class Interest(models.Model):
    """A worker answers a notice with a share link. Taken back, the row is gone."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="interests")
    profile = models.ForeignKey(Profile, models.CASCADE, related_name="interests")
    share = models.OneToOneField(ShareLink, models.CASCADE, related_name="+")
    once = models.UUIDField()  # together with the key of the house it gives the secret of the link back
    created_at = models.DateTimeField(default=timezone.now)

    objects = InterestQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["notice", "profile"], name="interest_once")]

    def __str__(self) -> str:
        return f"{self.profile_id} {self.notice_id}"

    @property
    def is_alive(self) -> bool:
        """Read together with its share link."""
        return self.share.ended_at is None and self.share.expires_at > timezone.now()
