"""The way of colleague and customer to their pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext

from network.profiles.presenters import shown_name
from network.ui import pages
from references import doors, rules
from references.links import Standing
from references.models import Voice
from references.said.links import find_own
from references.said.pages import ended
from references.voices import links, throttles
from references.voices.about import of_voice
from references.voices.rules import may_ask


def _instead(request: HttpRequest, voice: Voice, standing: Standing, token: str) -> HttpResponse | None:
    """The page for whoever cannot answer, or None."""
    if rules.is_worker(request.user, voice):
        return _own(request)
    if standing is Standing.ANSWERED and find_own(Voice, token):
        return redirect("references:voice_own", token)
    if standing is not Standing.OPEN:
        return ended(request, voice, standing, token)
    return None if may_ask(of_voice(voice)) else _not_ready(request, voice)


def _own(request: HttpRequest) -> HttpResponse:
    """The worker tries the link."""
    return pages.done(
        request,
        title=pgettext("to worker", "This link is for who was there with you"),
        text=pgettext("to worker", "You cannot speak for yourself. You will read the answer as soon as it is there."),
        links=[(reverse("references:voices"), pgettext("to worker", "Your voices"))],
    )


def _not_ready(request: HttpRequest, voice: Voice) -> HttpResponse:
    """What it is about is not there any more as it was: a work without a title, a firm that was checked meanwhile."""
    return pages.done(
        request,
        title=pgettext("to witness", "This cannot be confirmed just now"),
        text=pgettext("to witness", "What it is about has changed. Ask %(name)s.")
        % {"name": shown_name(voice.profile)},
    )


by_link = doors.by_link(find=links.find, instead=_instead, step=throttles.STEP, home="references:voice")
