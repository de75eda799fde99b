from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import User
from accounts.registry import Task
from network.desk import own
from network.desk.models import Case
from network.desk.rules import is_desk
from network.employers.models import Employer, Membership


def queue_of(user: User) -> Iterable[Task]:
    """The lines of contact persons, and of everybody whom a case concerns."""
    yield from _concerned(user)
    if is_desk(user):
        employers, cases = Employer.objects.waiting().exists(), Case.objects.open().exists()
        waiting = employers or cases
        hint = _hint(employers=employers, cases=cases)
        yield Task(
            _("The desk"),
            pgettext("desk", "The queue"),
            reverse("desk:queue"),
            hint,
            "todo" if waiting else "",
            order=60,
        )
        yield Task(
            _("The desk"),
            _("Set up a page together"),
            reverse("desk:help"),
            _("Only with the person beside you"),
            order=61,
        )
        yield Task(
            _("The desk"),
            pgettext("to employer", "Look at the original of a paper"),
            reverse("desk:digits"),
            pgettext("to employer", "A worker shows you a certificate and six digits"),
            order=62,
        )


def _hint(*, employers: bool, cases: bool) -> str:
    if cases and employers:
        return _("Cases and employers are waiting")
    if cases:
        return _("Cases are waiting")
    return _("Employers are waiting") if employers else _("Nobody is waiting")


def _concerned(user: User) -> Iterable[Task]:
    """One line for all that concerns a worker, or who said something; none where there is nothing. Firms have theirs in their area."""
    asked = own.newest(user)
    if asked is None:
        return
    hint = (
        pgettext("about a case", "The desk asks something")
        if asked
        else pgettext("about a case", "What was contested or decided")
    )
    title, group = pgettext("about a case", "At the desk"), pgettext("about a case", "The desk and you")
    yield Task(group, title, reverse("desk:own_cases"), hint, "todo" if asked else "", order=330)


def for_admins(member: Membership) -> Iterable[Task]:
    """Always there, so that it tells nothing."""
    if member.is_admin:
        hint = pgettext("to employer", "What the desk asks you, and what it has decided")
        title = pgettext("about a case", "At the desk")
        yield Task(pgettext("to employer", "References"), title, reverse("desk:own_cases"), hint, order=45)
