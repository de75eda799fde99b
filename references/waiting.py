"""What this house asks when a task list is made; see accounts/waiting.py."""

from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from accounts.waiting import Question, ask, rows_for
from references.handshake import registers as handshake
from references.inviting import registers as inviting
from references.models import Reference
from references.voices import registers as voices
from references.witness import registers as witness


def question(user: User) -> "QuerySet[Any, Any]":
    """References the worker has not decided about."""
    found = Reference.objects.filter(profile__user=user).waiting()
    return ask("references", found, at="issued_at", name="public_id", title="referee_name", words="payload")


def waiting_references(user: User) -> list[Reference]:
    """Only what a line needs: words, name and address."""
    found = rows_for(user, "references")
    return [Reference(public_id=each.name, referee_name=each.title, payload=each.words) for each in found]


QUESTIONS: dict[str, Question] = {
    "references": question,
    "inviting": inviting.question,
    "witness": witness.question,
    "handshake": handshake.question,
    "voices": voices.question,
}
