"""Tasks, section, items and export of voices, handed to the house's registers.py."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import npgettext, pgettext

from accounts.models import User
from accounts.registry import Task
from accounts.waiting import ask, rows_for
from network.profiles.models import Profile, Station
from network.profiles.sight import Sight
from references.models import Voice
from references.said.rules import is_answered
from references.voices import presenters

GIVEN = "given"


def question(user: User) -> "QuerySet[Any, Any]":
    """Answers that wait for a decision, with who gave them, and what the person said of others, marked as given."""
    found = Voice.objects.answered().filter(Q(profile__user=user, decided_at=None) | Q(user=user))
    given = Case(When(user=user, then=Value(GIVEN)), default=Value(""))
    return ask("voices", found, at="created_at", name="public_id", title="name", words=given)


def open_tasks(user: User, group: str) -> Iterable[Task]:
    """One line for each answer that waits for a decision, and one for what the person said of others."""
    found = rows_for(user, "voices")
    for voice in found:
        if voice.words == GIVEN:
            continue
        title = pgettext("to worker", "Read what %(name)s confirms") % {"name": voice.title}
        hint = pgettext("to worker", "You decide whether others see it.")
        yield Task(group, title, reverse("references:voice_read", args=[voice.name]), hint, "todo", order=310)
    if any(each.words == GIVEN for each in found):
        title, hint = _("What you have said about others"), _("Read it, or take it back")
        yield Task(group, title, reverse("references:voices_given"), hint, order=313)


def section(profile: Profile, sight: Sight) -> dict[str, Any] | None:
    """Colleagues and customers on the worker's page, each with a head of its own. One statement, and one for new sentences."""
    found = list(profile.voices.shown_now().with_mutual(sight.viewer))
    groups = presenters.groups(found, sight)
    return {"groups": groups} if groups else None


def is_bound(station: Station) -> bool:
    """A colleague was asked about this station, or has answered: firm and occupation stay."""
    return any(is_answered(each) or each.state == Voice.State.OPEN for each in station.voices.all())


def lost_with(station: Station) -> str:
    """For the page that removes a station."""
    count = station.voices.answered().count()
    if not count:
        return ""
    return npgettext(
        "to worker",
        "%(count)d colleague has said something about this station. Without it, those words are deleted too.",
        "%(count)d colleagues have said something about this station. Without it, those words are deleted too.",
        count,
    ) % {"count": count}


def export(user: User) -> list[dict[str, Any]]:
    """What was asked and said about the person, and what the person said, known by account, about others."""
    found = Voice.objects.filter(Q(profile__user=user) | Q(user=user)).with_about()
    return [_row(each, own=each.profile.user_id == user.pk) for each in found]


def _row(voice: Voice, *, own: bool) -> dict[str, Any]:
    names = ("kind", "channel", "instead", "name", "statements", "first", "last", "how", "level", "state")
    times = ("created_at", "closed_at", "withdrawn_at")
    row: dict[str, Any] = {name: getattr(voice, name) for name in (*names, *times)}
    row |= {"about": "yourself" if own else "somebody else", "confirmed": voice.context}
    if own:
        asked = {
            "station_id": voice.station_id,
            "sample_id": voice.sample_id,
            "email": voice.email,
            "message": voice.message,
        }
        row |= {**asked, "shown": voice.shown, "audience": voice.audience, "decided_at": voice.decided_at}
    return row
