"""What upper rooms hand down: open tasks, export, erasure, who needs a second factor. Filled in each room's AppConfig.ready()."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from accounts.models import User
from accounts.waiting import asked_at_once


@dataclass(frozen=True)
class Task:
    """One line of a task list. `state` is empty (an arrow), "todo" or "done". `group` is the translated head it stands under."""

    group: str
    title: str
    url: str
    hint: str = ""
    state: str = ""
    order: int = 100


@dataclass(frozen=True)
class Export:
    """What one room knows of a person: plain JSON data and files as (name in the archive, function that opens it)."""

    data: dict[str, Any]
    files: list[tuple[str, Callable[[], Any]]] = field(default_factory=list)


@dataclass(frozen=True)
class Document:
    """One file of the archive that people or other programs read. `make` is called when its turn comes, in the reader's language."""

    name: str
    make: Callable[[], bytes | str]


@dataclass(frozen=True)
class Wish:
    """What somebody who closes the account can have besides: one box to tick. `grant` runs in the closing, before the erasers."""

    label: str
    hint: str
    grant: Callable[[User], None]


open_tasks: dict[str, Callable[[User], Iterable[Task]]] = {}
exporters: dict[str, Callable[[User], Export]] = {}
documents: dict[str, Callable[[User], Iterable[Document]]] = {}
# Called in the order given by the number, upper rooms first: 10 references, 20 contacts, 30 samples, 40 profiles, 50 employers, 60 desk.
erasers: dict[str, tuple[int, Callable[[User], None]]] = {}
# Plain sentences why a person cannot leave yet (sole admin of an employer ...); empty list = free to go.
farewells: dict[str, Callable[[User], list[str]]] = {}
# What to ask besides before the account is closed; None: nothing to ask this person. By room, which is the name of the box.
wishes: dict[str, Callable[[User], Wish | None]] = {}
# What is over its time: each deletes its own and returns how many rows. `manage.py purge` calls them daily.
purgers: dict[str, Callable[[], int]] = {}
second_factor: dict[str, Callable[[User], bool]] = {}
# Names of addresses before which the person is asked once more who is there, besides those of the account itself (confirming.py).
sensitive: set[str] = set()


def tasks_for(user: User) -> list[Task]:
    """Everything that rooms have for this person. What they look up with waiting.rows_for() costs one statement for all."""
    with asked_at_once(user):
        return sorted((task for ask in open_tasks.values() for task in ask(user)), key=lambda task: task.order)


def needs_second_factor(user: User) -> bool:
    """Desk and employer admins must use an authenticator app."""
    return any(ask(user) for ask in second_factor.values())
