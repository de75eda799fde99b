from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Draft(models.Model):
    """What was read from files and waits for the worker to choose; one for each person, for a day at most.

    Once something was taken, what was found is emptied, and `result` tells what became of it.
    """

    class Source(models.TextChoices):
        HANDSCHLAG = "handschlag", "Handschlag"
        JSON_RESUME = "json-resume", "JSON Resume"
        LINKEDIN = "linkedin", "LinkedIn"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="moving_draft")
    source = models.CharField(max_length=20, choices=Source)
    found = models.JSONField(default=dict)  # reading.found.Found with what matching.py made of it
    archive = models.CharField(max_length=100, blank=True)  # storage name of the file with the pictures
    result = models.JSONField(default=dict)  # {"taken": {kind: number}, "refused": [[title, why]]}
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(taken_at=None) | Q(found={}), name="moving_taken_keeps_no_words")
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.created_at:%Y-%m-%d}"
