"""The catalogue for everybody: two lists for people who do not find their word, two addresses that suggest while typing."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from accounts import throttle
from network.occupations import lookup
from network.occupations.matching import Hit

SUGGESTIONS = throttle.Limit("catalogue-suggestions", "300/m")  # a firm shares one network address
MOST = 8


@login_not_required
@require_safe
def occupations(request: HttpRequest) -> HttpResponse:
    """Every field with its occupations."""
    return render(request, "occupations/occupations.html", {"fields": lookup.fields_with_occupations()})


@login_not_required
@require_safe
def qualifications(request: HttpRequest) -> HttpResponse:
    """Every kind of qualification with its rule in plain words."""
    return render(request, "occupations/qualifications.html", {"kinds": lookup.all_qualifications()})


@login_not_required
@require_safe
@cache_control(private=True, max_age=600)
@vary_on_headers("Cookie", "Accept-Language")
def suggest(request: HttpRequest) -> JsonResponse:
    """[{"value": the name, "label": the word that fits, if it is another}] for ?q=."""
    throttle.require(request, SUGGESTIONS)
    return _suggestions(lookup.occupation_hits(request.GET.get("q", "")))


@login_not_required
@require_safe
@cache_control(private=True, max_age=600)
@vary_on_headers("Cookie", "Accept-Language")
def suggest_qualifications(request: HttpRequest) -> JsonResponse:
    """[{"value": the name, "label": the word that fits, if it is another}] for ?q=."""
    throttle.require(request, SUGGESTIONS)
    return _suggestions(lookup.qualification_hits(request.GET.get("q", "")))


def _suggestions(hits: Sequence[Hit[Any]]) -> JsonResponse:
    named = [(str(hit.thing), hit.word) for hit in hits[:MOST]]
    return JsonResponse([{"value": name, "label": word if word != name else ""} for name, word in named], safe=False)
