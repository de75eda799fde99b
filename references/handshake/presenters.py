"""What the two sides read: how a handshake stands, and what a used or old slip says."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import get_language, pgettext

from accounts import spoken
from network.ui import pages
from network.ui.templatetags.ui import day
from references.handshake import phrases, rules
from references.links import Standing
from references.models import ReferenceRequest

State, Channel = ReferenceRequest.State, ReferenceRequest.Channel


def in_the_room(request: ReferenceRequest) -> dict[str, Any]:
    """For the first page of who answers: by which way, and the words that stand on the other screen too."""
    by_digits = request.channel == Channel.ROOM
    return {
        "by_digits": by_digits,
        "on_paper": request.channel == Channel.PAPER,
        "phrase": phrases.shown(request, get_language() or "de") if by_digits else None,
    }


def stands(request: ReferenceRequest | None) -> str:
    """One of none, open, answered, declined, guessed, ended. Whether somebody has typed the digits is not told."""
    if request is None:
        return "none"
    if request.state == State.OPEN:
        return "open" if request.expires_at > timezone.now() else "ended"
    if request.state in (State.ANSWERED, State.DECLINED):
        return str(request.state)
    return "guessed" if rules.was_guessed(request) else "ended"


def words(request: ReferenceRequest, standing: str) -> str:
    """How it stands, in a sentence or two to the worker."""
    shown = timezone.localtime(request.created_at)
    facts = {
        "time": time_format(shown),
        "day": day(shown.date()),
        "end": f"{day(timezone.localdate(request.expires_at))}, {time_format(timezone.localtime(request.expires_at))}",
    }
    fresh = request.created_at + spoken.LIFE > timezone.now()
    texts = {
        "open": pgettext(
            "to worker",
            "You showed digits at %(time)s. They hold for 10 minutes. There is no answer yet. Whoever typed them in time can answer until"
            " %(end)s.",
        )
        if fresh
        else pgettext(
            "to worker",
            "The digits of %(day)s, %(time)s, are too old to be typed. There is no answer yet. Whoever typed them in time can answer until"
            " %(end)s.",
        ),
        "answered": pgettext("to worker", "You have an answer. Read it first, then decide who sees it."),
        "declined": pgettext(
            "to worker", "Nothing was confirmed. That says nothing about you: many just do not remember the months."
        ),
        "guessed": guessed(),
    }
    return texts[standing] % facts


def guessed() -> str:
    return pgettext(
        "to worker",
        "Somebody typed 15 wrong digits that began like yours. Therefore we have ended yours. Nobody got in, and nobody has read"
        " anything. The contact person knows. You can show new digits at once.",
    )


def elsewhere(request: HttpRequest) -> HttpResponse:
    """Somebody has said who it is, on another phone, and writes there. Nothing of it is told."""
    return pages.done(
        request,
        title=pgettext("to referee", "Somebody is answering already"),
        text=pgettext("to referee", "Is it you? Then go on with the phone or computer on which you began."),
    )


def over(request: HttpRequest, asked: ReferenceRequest, standing: Standing, name: str) -> HttpResponse:
    """The page of a handshake or a slip that leads no further."""
    title, text = _slip(standing) if asked.channel == Channel.PAPER else _room(standing)
    return pages.done(request, title=title, text=text % {"name": name})


def _slip(standing: Standing) -> tuple[str, str]:
    """Anybody can hold the paper: nothing is said about who answered, or how."""
    if standing is Standing.ANSWERED:
        return (
            pgettext("to referee", "This slip is used"),
            pgettext("to referee", "It was good for one answer, and that has come. Thank you."),
        )
    return (
        pgettext("to referee", "This slip does not hold any more"),
        pgettext("to referee", "%(name)s has taken it back, or its time is over. There is nothing left to do."),
    )


def _room(standing: Standing) -> tuple[str, str]:
    words = {
        Standing.ANSWERED: (
            pgettext("to referee", "Thank you. Your reference is signed."),
            pgettext("to referee", "%(name)s reads it now and decides who sees it."),
        ),
        Standing.DECLINED: (
            pgettext("to referee", "Thank you for your answer"),
            pgettext("to referee", "%(name)s sees only that nothing was confirmed."),
        ),
    }
    ended = (
        pgettext("to referee", "This handshake is over"),
        pgettext("to referee", "%(name)s has shown new digits or taken it back, or a day has gone by."),
    )
    return words.get(standing, ended)
