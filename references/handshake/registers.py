"""What the handshake hands to the house's registers: a task where somebody tried many digits."""

from collections.abc import Iterable
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext

from accounts.registry import Task
from network.desk.models import Case
from network.profiles.models import Profile

TOLD = timedelta(days=7)


def open_tasks(profile: Profile, group: str) -> Iterable[Task]:
    """For a week, or until the desk has decided."""
    recent = profile.cases.open().filter(kind=Case.Kind.GUESSED, opened_at__gt=timezone.now() - TOLD)
    if recent.exists():
        yield Task(
            group,
            pgettext("to worker", "Somebody tried many digits"),
            reverse("references:guessed"),
            pgettext("to worker", "Nobody got in. Read what happened."),
            "todo",
            order=308,
        )
