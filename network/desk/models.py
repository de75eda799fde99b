from django.conf import settings
from django.db import models
from django.utils import timezone


class DeskMember(models.Model):
    """A contact person of the operator: checks employers, decides on reports."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="desk")
    name = models.CharField(max_length=80)
    since = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name
