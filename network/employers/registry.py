"""What upper rooms add to the area of an employer. Filled in each room's AppConfig.ready()."""

from collections.abc import Callable, Iterable

from accounts.registry import Task
from network.employers.models import Membership

# By room: what this member can do for this employer, as lines of a task list.
member_tasks: dict[str, Callable[[Membership], Iterable[Task]]] = {}


def tasks_for(membership: Membership) -> list[Task]:
    return sorted((task for ask in member_tasks.values() for task in ask(membership)), key=lambda task: task.order)
