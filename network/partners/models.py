from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.ids import public_id
from network.employers.models import Employer, Membership
from network.partners.querysets import KeyQuerySet


class Key(models.Model):
    """A program of an employer may read what its recruiters find. Of the secret only a hash is kept; whether it works, rules.py says.

    It hangs on the membership of who made it: when that ends, so does the key.
    """

    public_id = models.CharField(max_length=10, unique=True, default=public_id)
    member = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)  # which program: "Stellenbörse der Kammer"
    secret_hash = models.CharField(max_length=64, unique=True)
    once = models.UUIDField()  # of the page it was asked on: a second click makes no second key
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    last_used = models.DateField(null=True)  # the day, nothing finer

    objects = KeyQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["member", "once"], name="key_once"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="key_expires_later"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def employer(self) -> Employer:
        return self.member.employer
