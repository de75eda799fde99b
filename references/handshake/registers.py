"""What the handshake hands to the house's registers: a task where somebody tried many digits."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext

from accounts.models import User
from accounts.registry import Task
from accounts.waiting import ask, rows_for
from network.desk.models import Case

TOLD = timedelta(days=7)


def question(user: User) -> "QuerySet[Any, Any]":
    """Cases of many digits, for a week, or until the desk has decided."""
    told = Case.objects.open().filter(profile__user=user, kind=Case.Kind.GUESSED, opened_at__gt=timezone.now() - TOLD)
    return ask("handshake", told, at="opened_at", name="")


def open_tasks(user: User, group: str) -> Iterable[Task]:
    if rows_for(user, "handshake"):
        yield Task(
            group,
            pgettext("to worker", "Somebody tried many digits"),
            reverse("references:guessed"),
            pgettext("to worker", "Nobody got in. Read what happened."),
            "todo",
            order=308,
        )
