"""How the desk reads an answer that a worker contests, and ends it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from django.utils.translation import pgettext, pgettext_lazy

from accounts.models import User
from network.desk.registry import Matter, Side, Subject, Who
from network.employers.models import Membership
from network.employers.viewer import Viewer, viewer_of
from network.profiles.models import Profile
from network.ui.templatetags.ui import day
from references.models import StampAnswer
from references.stamp import actions, presenters
from references.stamp.rules import is_hiding


def load(name: str) -> Matter | None:
    """Which firm said what, when, about whom as the firm read it. Who of the firm is not told: the firm stands for it."""
    answer = _find(name)
    if answer is None:
        return None
    said = dict(StampAnswer.Said.choices)[answer.said]
    lines = [
        (pgettext("to desk", "Which firm"), answer.round.employer.name),
        (pgettext("to desk", "About whom, as the firm read it"), presenters.line(answer.station)),
        (pgettext("to desk", "What it said"), str(said)),
        (pgettext("to desk", "When it was said"), day(timezone.localdate(answer.at))),
    ]
    title = pgettext("to desk", "Answer of %(firm)s on its list of %(half)s")
    return Matter(title % {"firm": answer.round.employer.name, "half": answer.round.half}, lines)


def end(*, by: User, name: str, reason: str) -> None:
    """As if it had not been said; the reason stands with the case."""
    if answer := _find(name):
        actions.end_by_desk(answer=answer)


def told(name: str) -> list[Side]:
    """The worker, and the firm's admins unless the worker hides from the firm since then (law 4)."""
    answer = _find(name)
    if answer is None:
        return []
    worker = [answer.station.profile.user]
    sides = [Side(Who.WORKER, pgettext("to desk", "The person it is about"), worker)]
    employer = answer.round.employer
    if is_hiding(answer.station.profile, employer):
        return sides
    admins = [each.user for each in Membership.objects.admins().at(employer).select_related("user")]
    return [*sides, Side(Who.FIRM, employer.name, admins)]


def behind(user: User) -> Iterable[str]:
    """Answers that the person gave in a firm's name, and may know of."""
    return map(str, _known_to(viewer_of(user)).filter(by=user).values_list("pk", flat=True))


def mine(user: User) -> QuerySet[Any, Any]:
    """Subjects of what the person has answered."""
    given = StampAnswer.objects.filter(by=user).annotate(name=Cast("pk", CharField()))
    return given.annotate(subject=Concat(Value("stamp:"), "name", output_field=CharField())).values("subject")


def told_firm(viewer: Viewer, names: Sequence[str]) -> set[str]:
    return set(map(str, _known_to(viewer).filter(pk__in=map(int, names)).values_list("pk", flat=True)))


def _known_to(viewer: Viewer) -> QuerySet[StampAnswer]:
    return StampAnswer.objects.filter(station__profile__in=Profile.objects.not_blocking(viewer))


def _find(name: str) -> StampAnswer | None:
    found = StampAnswer.objects.select_related("round__employer", "station__profile__user", "station__occupation")
    return found.filter(pk=int(name)).first() if name.isdecimal() else None


SUBJECT = Subject(
    load=load,
    end=end,
    told=told,
    label=pgettext_lazy("to desk", "Answer on a firm's list"),
    behind=behind,
    mine=mine,
    told_firm=told_firm,
)
