"""Everything that this room hands down at once. Filled in by apps.py."""

from collections.abc import Iterable

from accounts.models import User
from accounts.registry import Export, Task
from network.employers.models import Employer, Membership
from network.search.saved import actions as saved_actions
from network.search.saved import registers as saved
from network.search.saved import upkeep
from network.search.shortlist import actions as shortlist_actions
from network.search.shortlist import registers as shortlist


def member_tasks(member: Membership) -> Iterable[Task]:
    return [*shortlist.member_tasks(member), *saved.member_tasks(member)]


def export(user: User) -> Export:
    """What firms have noted about the person, and which searches the person has saved."""
    return Export({"shortlists": shortlist.export(user), "saved_searches": saved.export(user)})


def erase(user: User) -> None:
    shortlist_actions.forget(by=user)
    saved_actions.forget(by=user)


def follow_employer(*, old: Employer, new: Employer) -> None:
    shortlist_actions.follow_employer(old=old, new=new)
    saved_actions.follow_employer(old=old, new=new)


def daily() -> int:
    """What is over its time goes, and saved searches are answered. How many rows and mails."""
    return shortlist_actions.purge() + upkeep.daily()
