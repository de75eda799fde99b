"""Voices as lines of a list: how each stands for the worker, and what somebody has said of others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext

from network.profiles.presenters import shown_name
from network.ui.templatetags.ui import day
from references import rules as house
from references.models import Voice
from references.voices import presenters, rules, together
from references.voices.about import of_voice


@dataclass(frozen=True)
class Row:
    title: str
    firm: str  # what it is about
    state: str  # a sentence
    url: str
    todo: bool


def rows(voices: Iterable[Voice]) -> list[Row]:
    return [row(each) for each in voices]


def row(voice: Voice) -> Row:
    return Row(
        title=voice.name or pgettext("to worker", "Somebody you asked"),
        firm=presenters.about_words(voice.context) if rules.is_answered(voice) else of_voice(voice).title,
        state=state(voice),
        url=reverse("references:voice_read", args=[voice.public_id]),
        todo=rules.is_answered(voice) and voice.decided_at is None,
    )


def state(voice: Voice) -> str:
    """How it stands. A no is no statement about the worker, so it has no reason."""
    if house.is_open(voice):
        return _open(voice)
    if rules.has_taken_back(voice):
        when = {"day": day(timezone.localdate(voice.withdrawn_at))}
        if voice.context.get("reason"):
            return pgettext("to worker", "Ended by our desk on %(day)s. Nobody sees it any more.") % when
        return pgettext("to worker", "Taken back on %(day)s. Nobody sees it any more.") % when
    if voice.state == Voice.State.ANSWERED:
        if voice.decided_at is None:
            return pgettext("to worker", "Confirmed. Read it and decide who sees it.")
        return pgettext("to worker", "On your page") if voice.shown else pgettext("to worker", "Only you see it.")
    return _ended(voice)


def _open(voice: Voice) -> str:
    if voice.channel == Voice.Channel.ROOM:
        return pgettext("to worker", "The digits were typed. The answer can come within 1 hour.")
    said: dict[str, Any] = {
        "day": day(timezone.localdate(voice.created_at)),
        "end": day(timezone.localdate(voice.expires_at)),
    }
    if reminded := voice.draft.get("reminded"):
        said["again"] = day(date.fromisoformat(reminded))
        return (
            pgettext("to worker", "Sent on %(day)s, and once more on %(again)s. The answer can come until %(end)s.")
            % said
        )
    return pgettext("to worker", "Sent on %(day)s. The answer can come until %(end)s.") % said


def _ended(voice: Voice) -> str:
    again = day(timezone.localdate((voice.closed_at or voice.expires_at) + house.A_NO_HOLDS))
    return {
        Voice.State.DECLINED: pgettext(
            "to worker",
            "Nothing was confirmed. That says nothing about you: many just do not remember the months. You can ask this mailbox again"
            " from %(day)s.",
        )
        % {"day": again},
        Voice.State.OBJECTED: pgettext(
            "to worker", "This mailbox does not want requests. Ask somebody else who was there."
        ),
        Voice.State.CANCELLED: pgettext("to worker", "You took it back."),
        Voice.State.BOUNCED: pgettext("to worker", "The mail did not arrive. Check the address and ask again."),
    }.get(Voice.State(voice.state), pgettext("to worker", "No answer within 30 days. You can ask again."))


def three_state(voices: Sequence[Voice]) -> str:
    """How far it is with three colleagues in the place of a boss, for the worker alone."""
    found = together.three(voices)
    if found:
        return presenters.three_words(found)
    shown_ones = [each for each in voices if together.counts(each)]
    people = len(together.people(shown_ones))
    if people >= together.NEEDED:
        return pgettext(
            "to worker", "Three have confirmed it, but no month is one that all three name. Ask a fourth person."
        )
    words = pgettext(
        "to worker", "%(count)d of 3 people stand on your page. The station counts as confirmed when there are 3."
    )
    return words % {"count": people}


def given_rows(voices: Iterable[Voice]) -> list[tuple[str, str, str]]:
    """(about whom, about what, address) of what a signed-in person has said."""
    return [
        (
            shown_name(each.profile),
            presenters.about_words(each.context),
            reverse("references:voice_given", args=[each.public_id]),
        )
        for each in voices
    ]
