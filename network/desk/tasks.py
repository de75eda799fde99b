from collections.abc import Iterable
from typing import Any

from django.db.models import Case as Case_
from django.db.models import Exists, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import User
from accounts.registry import Task
from accounts.waiting import ask, rows_for
from network.desk import own
from network.desk.models import Case, DeskMember
from network.employers.models import Employer, Membership


def question(user: User) -> "QuerySet[Any, Any]":
    """One row for who sits at the desk: whether employers wait (`title`) and cases (`words`)."""
    employers = Case_(
        When(Exists(Employer.objects.waiting()) | Exists(Employer.objects.merging()), then=Value("wait")),
        default=Value(""),
    )
    cases = Case_(When(Exists(Case.objects.open()), then=Value("wait")), default=Value(""))
    return ask("desk", DeskMember.objects.filter(user=user), at="since", name="", title=employers, words=cases)


def question_of_cases(user: User) -> "QuerySet[Any, Any]":
    asks = Case_(When(asks=True, then=Value("asks")), default=Value(""))
    return ask("cases", own.told_to(user), at="opened_at", name="", words=asks)


def queue_of(user: User) -> Iterable[Task]:
    """The lines of contact persons, and of everybody whom a case concerns."""
    yield from _concerned(user)
    for member in rows_for(user, "desk"):
        employers, cases = bool(member.title), bool(member.words)
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
    found = rows_for(user, "cases")
    if not found:
        return
    asked = any(each.words for each in found)
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
