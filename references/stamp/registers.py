"""Tasks and export of the team stamp, handed to the house's registers.py."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import pgettext

from accounts.models import User
from accounts.registry import Task
from network.employers.models import Membership
from network.profiles.models import Station
from network.ui.templatetags.ui import day
from references.models import StampAnswer, StampConsent
from references.stamp import presenters, rules


def member_tasks(member: Membership, group: str) -> Iterable[Task]:
    """To do while the list is open; otherwise only the way to it."""
    asked = rules.open_round(member.employer) if member.employer.is_checked else None
    title = pgettext("to employer", "Who is still with you?")
    hint = pgettext("to employer", "Twice a year, one page, for those who agreed")
    if asked:
        hint = pgettext("to employer", "One page, open until %(day)s") % {"day": day(asked.closes_at)}
    url = presenters.list_url(member.employer.public_id)
    yield Task(group, title, url, hint, "todo" if asked else "", order=43)


def export(user: User) -> dict[str, Any]:
    """For the lists of which firms somebody agreed, what was said about her, and what she said about others in a firm's name."""
    consents = StampConsent.objects.filter(station__profile__user=user).select_related("station")
    found = StampAnswer.objects.filter(Q(station__profile__user=user) | Q(by=user))
    answers = found.select_related("station__profile", "round__employer")
    return {
        "on_the_list_of": [{"station": str(each.station), "since": each.at} for each in consents],
        "answers": [_row(each, own=each.station.profile.user_id == user.pk) for each in answers],
    }


def is_bound(station: Station) -> bool:
    """A firm has answered about this station."""
    return station.stamps.exists()


def _row(answer: StampAnswer, *, own: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "about": "own station" if own else "station of somebody else",
        "employer": answer.round.employer.name,
        "half": answer.round.half,
        "said": answer.said,
        "at": answer.at,
    }
    if own:
        row |= {"station": str(answer.station), "level": answer.level, "contested_at": answer.contested_at}
    return row
