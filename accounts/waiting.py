"""What waits for a person: each room adds its rows to one statement, so a task list costs the same however many rooms there are."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from accounts.models import User


class Row(NamedTuple):
    """One thing that waits. What the three texts hold is the room's own matter."""

    room: str
    at: datetime
    name: str
    title: str
    words: str


Question = Callable[[User], "QuerySet[Any, Any]"]
questions: dict[str, Question] = {}  # filled in each room's AppConfig.ready(), with ask()
_answers: ContextVar[dict[str, list[Row]] | None] = ContextVar("answers", default=None)


def ask(
    room: str,
    rows: "QuerySet[Any, Any]",
    *,
    at: str,
    name: str | Combinable,
    title: str | Combinable = "",
    words: str | Combinable = "",
) -> "QuerySet[Any, Any]":
    """Rows as all rooms give them. Each is a column or an expression, "" for none."""
    texts = [F(each) if isinstance(each, str) and each else each or Value("") for each in (name, title, words)]
    return rows.order_by().values_list(
        Cast(Value(room), CharField(max_length=40)), F(at), *(Cast(each, TextField()) for each in texts)
    )


def rows_for(user: User, room: str) -> list[Row]:
    """What waits in this room, newest first. Inside asked_at_once() it is known already."""
    known = _answers.get()
    found = known.get(room, []) if known is not None else [Row(*each) for each in questions[room](user)]
    return sorted(found, key=lambda row: row.at, reverse=True)


@contextmanager
def asked_at_once(user: User) -> Iterator[None]:
    """Inside it rows_for() knows everything about this person, from one statement of all rooms."""
    answers: dict[str, list[Row]] = {}
    first, *others = (question(user) for question in questions.values())
    for each in first.union(*others, all=True).order_by():
        row = Row(*each)
        answers.setdefault(row.room, []).append(row)
    token = _answers.set(answers)
    try:
        yield
    finally:
        _answers.reset(token)
