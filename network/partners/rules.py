"""Who may keep keys, how long they hold, and with whose eyes they read. Numbers that bind stand here."""

from datetime import timedelta

from accounts.models import User
from network.employers import rules as employers
from network.employers.models import Employer, Membership
from network.employers.viewer import Viewer
from network.partners.models import Key

LIFE = timedelta(days=365)
SHOWN_AGAIN = timedelta(minutes=10)  # to a second click, and to nobody later
KEPT = timedelta(days=90)  # after the end, so that a firm sees what it had
MOST = 10  # per employer


def may_make(user: User, employer: Employer) -> bool:
    """Admins of an employer that is checked now."""
    standing = employer.is_checked and employer.merged_into_id is None
    return standing and employers.is_admin(user, employer)


def is_full(employer: Employer) -> bool:
    return Key.objects.at(employer).living().count() >= MOST


def viewer_of_key(key: Key) -> Viewer:
    """Somebody who recruits there, without being anybody: checked, in the name of this one employer. One query.

    Who hides from a firm hides from everybody in it (law 4). Its people may work at this employer, too, and read what the program brings:
    so the key stands outside of all families to which anybody of the employer belongs.
    """
    employer = key.employer
    people = Membership.objects.current().filter(employer=employer).values("user")
    elsewhere = Membership.objects.current().filter(user__in=people).values_list("employer__root_id", "employer_id")
    roots = {root or pk for root, pk in elsewhere} | {employer.root_id or employer.pk}
    return Viewer(roots=frozenset(roots), checked=True, recruits=True, employers=frozenset([employer.pk]))
