"""Voices as lines of a list: how each stands for the worker, and what somebody has said of others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.profiles.presenters import shown_name
from network.ui.templatetags.ui import day
from references.models import Voice
from references.rules import is_open
from references.said import states
from references.said.rules import is_answered
from references.voices import presenters, together
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
        firm=presenters.about_words(voice.context) if is_answered(voice) else of_voice(voice).title,
        state=state(voice),
        url=reverse("references:voice_read", args=[voice.public_id]),
        todo=is_answered(voice) and voice.decided_at is None,
    )


def said(voices: Iterable[Voice]) -> list[Row]:
    """Under a heading that says already where they stand."""
    return [
        replace(row(each), state=_("Said on %(day)s") % {"day": day(timezone.localdate(each.closed_at))})
        for each in voices
    ]


def state(voice: Voice) -> str:
    if is_open(voice):
        return states.waits(voice)
    if not is_answered(voice):
        return _by_desk(voice) if voice.context.get("reason") else states.over(voice)
    if voice.decided_at is None:
        return pgettext("to worker", "Confirmed. Read it and decide who sees it.")
    return pgettext("to worker", "On your page") if voice.shown else pgettext("to worker", "Only you see it.")


def _by_desk(voice: Voice) -> str:
    when = {"day": day(timezone.localdate(voice.withdrawn_at))}
    return pgettext("to worker", "Ended by our desk on %(day)s. Nobody sees it any more.") % when


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
