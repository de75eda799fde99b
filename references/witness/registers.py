"""Tasks and export of witnesses, handed to the house's registers.py."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import pgettext

from accounts.models import User
from accounts.registry import Task
from accounts.waiting import ask, rows_for
from references.models import Witness


def question(user: User) -> "QuerySet[Any, Any]":
    """Answers that wait for a decision, with who gave them."""
    found = Witness.objects.filter(profile__user=user).waiting()
    return ask("witness", found, at="created_at", name="public_id", title="name")


def open_tasks(user: User, group: str) -> Iterable[Task]:
    """One line for each answer that waits for a decision."""
    for witness in rows_for(user, "witness"):
        title = pgettext("to worker", "Read what %(name)s confirms") % {"name": witness.title}
        hint = pgettext("to worker", "You decide whether others see it.")
        yield Task(group, title, reverse("references:witness_read", args=[witness.name]), hint, "todo", order=310)


def export(user: User) -> list[dict[str, Any]]:
    """What was asked and said about the person's samples, and what the person said, signed in, about others'."""
    found = Witness.objects.filter(Q(profile__user=user) | Q(user=user)).select_related("sample", "profile")
    return [_row(each, own=each.profile.user_id == user.pk) for each in found]


def _row(witness: Witness, *, own: bool) -> dict[str, Any]:
    names = ("channel", "name", "role", "knows", "how", "level", "state", "created_at", "closed_at", "withdrawn_at")
    row: dict[str, Any] = {name: getattr(witness, name) for name in names}
    row |= {"about": "own sample" if own else "sample of somebody else", "confirmed": witness.context}
    if own:
        asked = {"sample": witness.sample.title, "email": witness.email, "message": witness.message}
        row |= {**asked, "shown": witness.shown, "decided_at": witness.decided_at}
    return row
