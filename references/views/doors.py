"""The way of the referee through the pages, step by step."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext

from network.employers.models import Employer
from network.profiles.presenters import shown_name
from references import doors, links, rules, throttles
from references.drafts import Draft, step_before, way
from references.links import Standing
from references.models import ReferenceRequest
from references.views import closed, corrected


def _instead(request: HttpRequest, asked: ReferenceRequest, standing: Standing, token: str) -> HttpResponse | None:
    """The page for whoever cannot answer, or None."""
    if rules.is_worker(request.user, asked):
        return closed.own(request, asked)
    if asked.corrects:
        return corrected.instead(request, asked.corrects, standing)
    return None if standing is Standing.OPEN else closed.page(request, asked, standing, token)


by_link = doors.by_link(find=links.find, instead=_instead, step=throttles.STEP, home="references:start")


def employer_of(asked: ReferenceRequest) -> Employer | None:
    return asked.station.employer


def facts_only(asked: ReferenceRequest) -> bool:
    return bool(asked.station.employer and asked.station.employer.facts_only)


def is_known(request: HttpRequest, asked: ReferenceRequest) -> bool:
    """By sign-in, or by the code, entered in this browser: the link alone can be forwarded."""
    if rules.is_known_referee(request.user, asked):
        return True
    return bool(asked.confirmed_at) and asked.public_id in request.session.get("referee", [])


def is_elsewhere(request: HttpRequest, asked: ReferenceRequest) -> bool:
    """Somebody has confirmed the mailbox in another browser, and writes there. Who has only the link reads and changes nothing more."""
    return bool(asked.confirmed_at) and not is_known(request, asked)


def open_step(request: HttpRequest, asked: ReferenceRequest) -> str:
    known = is_known(request, asked) or rules.goes_unconfirmed(asked)
    return Draft.of(asked).open_step(facts_only=facts_only(asked), known=known)


def may_see(request: HttpRequest, asked: ReferenceRequest, step: str) -> bool:
    """Steps come in order; what is through can be opened again."""
    steps = way(facts_only=facts_only(asked))
    return step in steps and steps.index(step) <= steps.index(open_step(request, asked))


def go_on(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """To the first step that is still open; from a change link that is the check page again."""
    step = open_step(request, asked)
    return redirect("references:start", token) if step == "start" else redirect("references:step", token, step)


def around(asked: ReferenceRequest, token: str, step: str) -> dict[str, Any]:
    """Caption and way back of a question page."""
    before = step_before(step, Draft.of(asked), facts_only=facts_only(asked))
    back = (
        reverse("references:start", args=[token])
        if before == "start"
        else reverse("references:step", args=[token, before])
    )
    caption = pgettext("to referee", "About %(name)s") % {"name": shown_name(asked.profile)}
    return {"template": "references/question.html", "back": back, "caption": caption}
