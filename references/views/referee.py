"""The questions to the referee, one page each."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from network.occupations.lookup import statements_for
from network.occupations.models import Occupation
from network.profiles import kinds
from network.profiles.months import month_of
from network.profiles.presenters import firm_of, shown_name
from network.ui import pages
from network.ui.fields import LooseMonth
from references import actions
from references.doors import person
from references.drafts import Draft
from references.forms_referee import SeenForm, StartForm, YouForm
from references.forms_work import WorkForm
from references.groups import grouped
from references.handshake import holding, views_confirming
from references.handshake.presenters import elsewhere, in_the_room
from references.handshake.rules import endings
from references.hinting import not_shown_yet
from references.models import ReferenceRequest
from references.presenters import span_claimed
from references.rules import in_person
from references.views import codes, correcting, ending, signing
from references.views.doors import around, by_link, employer_of, go_on, is_elsewhere, may_see
from references.views.facts import facts
from references.wording import Hint


@by_link
def start(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """Who asks, what was claimed, what happens with the answer, how to object; then the first question."""
    if is_elsewhere(request, asked):
        return elsewhere(request) if in_person(asked) else redirect("references:step", token, "code")
    if asked.corrects:
        return go_on(request, asked, token)
    form = StartForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        answer = form.cleaned_data["answer"]
        if answer in ending.ENDINGS:
            return ending.end(request, asked, token, answer)
        holding.begin(request, asked)
        actions.save_draft(by=person(request), request=asked, step="start", answer=answer)
        return go_on(request, asked, token)
    context = {
        "asked": asked,
        "token": token,
        "name": shown_name(asked.profile),
        "firm": firm_of(asked.station),
        "span": span_claimed(asked.station),
        "learned": asked.station.kind in kinds.LEARNED,
        "endings": endings(asked),
        **in_the_room(asked),
    }
    title = pgettext("to referee", "Can you confirm this?")
    return pages.ask(request, form, title=title, template="references/start.html", **context)


def work(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """The months and the occupation as the referee remembers them; what was claimed stands in the fields."""
    form = WorkForm(pages.posted(request), employer=employer_of(asked), claimed=asked.station, initial=_claimed(asked))
    if request.method == "POST" and form.is_valid():
        return _save(request, asked, token, "work", **form.answers())
    title = pgettext("to referee", "When did %(name)s work there, and as what?") % {"name": shown_name(asked.profile)}
    return pages.ask(request, form, title=title, **around(asked, token, "work"))


def _claimed(asked: ReferenceRequest) -> dict[str, Any]:
    """What the referee has said before, else what the worker says; of an "about 2009" the year alone."""
    draft, station = Draft.of(asked), asked.station
    if "work" not in draft.answered:
        return {
            "first": LooseMonth(station.start, station.start_about),
            "last": LooseMonth(station.end, station.end_about) if station.end else None,
            "still": station.end is None,
            "occupation": station.occupation,
        }
    return {
        "first": month_of(draft.first),
        "last": month_of(draft.last) if draft.last else None,
        "still": draft.last is None,
        "occupation": Occupation.objects.get(slug=draft.occupation),
    }


def seen(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """Sentences to tick, and own words. A hint on coded Zeugnis language is shown once, then the words pass."""
    draft = Draft.of(asked)
    fitting = statements_for(Occupation.objects.select_related("field").get(slug=draft.occupation))
    initial = {"statements": draft.statements, "again": draft.again, "text": draft.text}
    form = SeenForm(pages.posted(request), fitting=fitting, initial=initial)
    hints: list[Hint] = []
    if request.method == "POST" and form.is_valid():
        hints, hinted = not_shown_yet(form.cleaned_data["text"], draft.hinted)
        if not hints:
            return _save(request, asked, token, "seen", **form.cleaned_data)
        actions.save_draft(by=person(request), request=asked, hinted=hinted, **form.cleaned_data)
    first, others = grouped(fitting, set(form["statements"].value() or []))
    context = {
        "groups": first,
        "others": others,
        "hints": hints,
        **around(asked, token, "seen"),
        "template": "references/seen.html",
    }
    title = pgettext("to referee", "What did you see yourself?")
    return pages.ask(request, form, title=title, **context)


def you(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    draft = Draft.of(asked)
    initial = {"name": draft.name or asked.referee_name, "role": draft.role, "relation": draft.relation}
    form = YouForm(pages.posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.save_draft(by=person(request), request=asked, step="you", **form.cleaned_data)
        return codes.send_at_once(request, asked, token)
    title = pgettext("to referee", "Who are you?")
    return pages.ask(request, form, title=title, **around(asked, token, "you"))


def code(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """How we know who answers: nobody named a mailbox where it was asked in person."""
    return views_confirming.who(request, asked, token) if in_person(asked) else codes.code(request, asked, token)


STEPS = {"work": work, "seen": seen, "facts": facts, "you": you, "code": code, "check": signing.check}
FORMER = ("again",)  # a page of its own once: a bookmark, or a tab that was left open


@by_link
def step(request: HttpRequest, asked: ReferenceRequest, token: str, *, step: str) -> HttpResponse:
    """Steps come in order; whoever is too far ahead lands on the first open one.

    Two may have the link, as it can be forwarded inside a firm. Once one of them has confirmed the mailbox, the other needs its digits.
    """
    if in_person(asked) and (is_elsewhere(request, asked) or not holding.is_mine(request, asked)):
        return redirect("references:start", token)
    if is_elsewhere(request, asked):
        return codes.code(request, asked, token) if step == "code" else redirect("references:step", token, "code")
    if asked.corrects and step in correcting.ONLY:
        return correcting.ONLY[step](request, asked, token)
    if step in ending.ENDINGS and not asked.corrects:
        return ending.ask(request, asked, token, step)
    if step not in STEPS and step not in FORMER:
        raise Http404
    if not may_see(request, asked, step):
        return go_on(request, asked, token)
    return STEPS[step](request, asked, token)


def _save(request: HttpRequest, asked: ReferenceRequest, token: str, step: str, **answers: Any) -> HttpResponse:
    actions.save_draft(by=person(request), request=asked, step=step, **answers)
    return go_on(request, asked, token)
