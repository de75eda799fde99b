"""Two public doors: suggestions for scripts, and the same as a page."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from accounts import throttle
from network.places import lookup
from network.places.forms import FindForm

LOOKUPS = throttle.Limit("place-lookups", "300/m")  # a person typing sends about one a second; a firm shares an address


@login_not_required
@require_safe
@cache_control(public=True, max_age=3600)
def suggest(request: HttpRequest) -> JsonResponse:
    """[{"value": what to type, "label": what stands beside it}] for ?q=."""
    throttle.require(request, LOOKUPS)
    found = lookup.suggest(request.GET.get("q", ""))
    return JsonResponse([{"value": each.label, "label": each.place.postcode} for each in found], safe=False)


@login_not_required
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Towns and their postcodes for ?q=."""
    throttle.require(request, LOOKUPS)
    form = FindForm(request.GET if "q" in request.GET else None)
    found = form.cleaned_data["q"] if form.is_valid() else []
    return render(request, "places/find.html", {"form": form, "found": found})
