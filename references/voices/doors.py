"""The way of colleague and customer to their pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from references import doors, rules
from references.links import Standing
from references.models import Voice
from references.voices import links, throttles, views_closed
from references.voices.about import of_voice
from references.voices.rules import may_ask


def _instead(request: HttpRequest, voice: Voice, standing: Standing, token: str) -> HttpResponse | None:
    """The page for whoever cannot answer, or None."""
    if rules.is_worker(request.user, voice):
        return views_closed.own(request, voice)
    if standing is Standing.ANSWERED and links.find_own(token):
        return redirect("references:voice_own", token)
    if standing is not Standing.OPEN:
        return views_closed.page(request, voice, standing, token)
    return None if may_ask(of_voice(voice)) else views_closed.not_ready(request, voice)


by_link = doors.by_link(find=links.find, instead=_instead, step=throttles.STEP, home="references:voice")
