"""What everybody may see of employers."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from accounts import throttle
from network.employers import lookup, presenters, throttles
from network.employers.models import Employer

MOST_BRANCHES = 50
AN_HOUR = 3600


@login_not_required
@require_safe
@cache_control(public=True, max_age=600)
def suggest(request: HttpRequest) -> JsonResponse:
    """[{"value": what to type, "label": what stands beside it}] for ?q=."""
    throttle.require(request, throttles.SUGGEST)
    found = lookup.find(request.GET.get("q", "")[:120])
    return JsonResponse([{"value": lookup.label(each), "label": each.place.postcode} for each in found], safe=False)


@login_not_required
@require_safe
def employer(request: HttpRequest, public_id: str) -> HttpResponse:
    """Name, place, how it was checked, family. Nothing about the people there. An old name leads to the firm of today, in one step."""
    known = Employer.objects.select_related("place", "parent__place", "merged_into")
    shown = get_object_or_404(known, public_id=public_id)
    if shown.merged_into:
        moved = redirect("employers:public", shown.merged_into.public_id, permanent=True)
        patch_cache_control(moved, max_age=AN_HOUR)
        return moved
    below = shown.branches.select_related("place")[:MOST_BRANCHES]
    context = {
        "employer": shown,
        "standing": presenters.standing(shown, shown.proofs.all()),
        "branches": [each for each in below if each.merged_into_id is None],
        "old_names": [each for each in below if each.merged_into_id],
    }
    return render(request, "employers/public.html", context)
