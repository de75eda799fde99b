"""What upper rooms add to employers. Filled in each room's AppConfig.ready()."""

from collections.abc import Callable, Iterable
from typing import Protocol

from accounts.registry import Task
from network.employers.models import Employer, Membership


class Meets(Protocol):
    def __call__(self, *, employer: Employer) -> object: ...


# By room: what this member can do for this employer, as lines of a task list.
member_tasks: dict[str, Callable[[Membership], Iterable[Task]]] = {}
# By room: called in the same transaction when an employer registers or gets a new name, so that who hides from that name
# is hidden before anybody of the employer can look (law 4).
named: dict[str, Meets] = {}


def tasks_for(membership: Membership) -> list[Task]:
    return sorted((task for ask in member_tasks.values() for task in ask(membership)), key=lambda task: task.order)


def tell_name(employer: Employer) -> None:
    for meet in named.values():
        meet(employer=employer)
