"""The pages of colleague and customer: digits, who they are, sentences, no and never. What comes then is in views_signing.py."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache

from network.employers.viewer import viewer_of
from network.profiles import words
from network.profiles.months import month_of
from network.profiles.presenters import shown_name
from network.ui import pages
from references import doors
from references.doors import person
from references.groups import grouped
from references.models import Voice
from references.said import answering as said
from references.views import digits
from references.views import ending as endings
from references.voices import answering, entering, links, presenters, throttles
from references.voices.about import About, context_of, fitting, of_voice
from references.voices.doors import by_link
from references.voices.forms import SeenForm, YouForm


@login_not_required
@never_cache
def enter(request: HttpRequest) -> HttpResponse:
    """Six digits from the other screen."""

    def entered(code: str) -> str | None:
        return entering.enter(by=person(request), viewer=viewer_of(request.user), code=code)

    return digits.page(
        request,
        enter=entered,
        limit=throttles.TYPE,
        home="references:voice",
        title=pgettext("to witness", "Confirm what you saw"),
        hint=pgettext("to witness", "You see then what it is about. Nothing is confirmed yet."),
    )


@by_link
def you(request: HttpRequest, voice: Voice, token: str) -> HttpResponse:
    """What it is about, who asks, how to object; and the first of three questions: who are you, when were you there together?"""
    before = answering.kept(voice)
    form = YouForm(pages.posted(request), station=voice.station, initial=_said_before(before))
    if request.method == "POST" and form.is_valid():
        answering.keep(by=person(request), voice=voice, **form.answers())
        return redirect("references:voice_seen", token)
    title = (
        pgettext("to witness", "Who are you, and for whom was this work done?")
        if voice.sample
        else pgettext("to witness", "Who are you, and when were you there together?")
    )
    return pages.ask(request, form, title=title, template="references/voices/you.html", **_about(voice, token, 1))


def _said_before(before: answering.Answer) -> dict[str, Any]:
    """The name is for its owner to say: the worker may have called her Frau Keller."""
    initial: dict[str, Any] = {"name": before.name, "shown": "full" if before.full_name else "initial"}
    for name, month in (("first", before.first), ("last", before.last)):
        if month:
            initial[name] = month_of(month)
    return initial


@by_link
def seen(request: HttpRequest, voice: Voice, token: str) -> HttpResponse:
    """Sentences to tick, those that fit first, at most five."""
    before = answering.kept(voice)
    if not before.name:
        return redirect("references:voice", token)
    every = fitting(of_voice(voice))
    form = SeenForm(pages.posted(request), fitting=every, initial={"statements": list(before.statements)})
    if request.method == "POST" and form.is_valid():
        answering.keep(by=person(request), voice=voice, **form.cleaned_data)
        return redirect("references:voice_check", token)
    first, others = grouped(every, set(form["statements"].value() or []))
    context = {"groups": first, "others": others, "back": reverse("references:voice", args=[token])}
    title = pgettext("to witness", "What did you see yourself?")
    around = {**_about(voice, token, 2), **context}
    return pages.ask(request, form, title=title, template="references/voices/seen.html", **around)


@by_link
def no(request: HttpRequest, voice: Voice, token: str) -> HttpResponse:
    return _end(request, voice, token, "no")


@by_link
def never(request: HttpRequest, voice: Voice, token: str) -> HttpResponse:
    return _end(request, voice, token, "never")


def _end(request: HttpRequest, voice: Voice, token: str, answer: str) -> HttpResponse:
    """The two answers that end it, asked once more: one tap too many must not end anything."""
    if request.method == "POST":
        act = {"no": said.decline, "never": said.object_to}[answer]
        act(by=person(request), said=voice)
        return redirect("references:voice", token)
    back = reverse("references:voice", args=[token])
    return endings.confirm(request, answer, name=shown_name(voice.profile), back=back)


def _send(request: HttpRequest, voice: Voice) -> None:
    said.send_new_link(by=person(request), said=voice)


new_link = doors.new_link(find=links.find, send=_send, limit=throttles.NEW_LINK, home="references:voice")


def _about(voice: Voice, token: str, step: int) -> dict[str, Any]:
    """What stands around the questions."""
    about = of_voice(voice)
    return {
        "asked": voice,
        "token": token,
        "lines": [*presenters.lines(context_of(about)), *_claimed(about)],
        "gone": voice.instead,
        "name": shown_name(voice.profile),
        "caption": pgettext("to witness", "Step %(step)d of 3") % {"step": step},
        "by_mail": voice.channel == Voice.Channel.MAIL,
    }


def _claimed(about: About) -> list[tuple[str, str]]:
    station = about.station
    if station is None:
        return []
    span = words.span(station.start, station.end, start_about=station.start_about, end_about=station.end_about)
    return [(pgettext("voice", "Time there"), span)]
