"""What upper rooms add to employers. Filled in each room's AppConfig.ready()."""

from collections.abc import Callable, Iterable
from typing import Protocol

from accounts.registry import Task
from network.employers.models import Employer, Membership


class Meets(Protocol):
    def __call__(self, *, employer: Employer) -> object: ...


class Merged(Protocol):
    def __call__(self, *, old: Employer, new: Employer) -> object: ...


# By room: what this member can do for this employer, as lines of a task list.
member_tasks: dict[str, Callable[[Membership], Iterable[Task]]] = {}
# By room: called in the same transaction when an employer registers or gets a new name, so that who hides from that name
# is hidden before anybody of the employer can look (law 4).
named: dict[str, Meets] = {}
# By room: called in the same transaction when the old firm has become a name of the new one, in this order, the upper rooms first:
# stations still stand where they stood. What is signed stays as it is.
merged: dict[str, tuple[int, Merged]] = {}


def tasks_for(membership: Membership) -> list[Task]:
    return sorted((task for ask in member_tasks.values() for task in ask(membership)), key=lambda task: task.order)


def tell_name(employer: Employer) -> None:
    for meet in named.values():
        meet(employer=employer)


def tell_merged(old: Employer, new: Employer) -> None:
    for _order, meet in sorted(merged.values(), key=lambda each: each[0]):
        meet(old=old, new=new)
