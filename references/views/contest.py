"""The worker says that a reference is not right; the desk asks whoever signed it without account."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.desk import asking, contesting, pressing
from network.desk.registry import Who
from network.desk.views_own import answering
from network.profiles.models import Profile
from network.profiles.views import WorkerRequest, with_profile
from references import links, rules
from references.doors import unknown
from references.payload import said_in


@require_http_methods(["GET", "HEAD", "POST"])
@with_profile
def contest(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    reference = get_object_or_404(
        profile.references.kept().select_related("withdrawal", "employer"), public_id=public_id
    )
    back = reverse("references:read", args=[public_id])
    if rules.is_withdrawn(reference):  # nobody stands by it any more
        return redirect(back)
    caption = pgettext("to worker", "What %(name)s says about you") % {"name": said_in(reference)["referee"]["name"]}
    return contesting.page(
        request,
        subject=reference.key_of_item,
        profile=profile,
        employer=reference.employer,
        title=pgettext("to worker", "Is this reference not right?"),
        caption=caption,
        back=back,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@with_profile
def pressed(request: WorkerRequest, profile: Profile, public_id: str) -> HttpResponse:
    """To the desk alone: whoever signed and the firm never learn of it."""
    reference = get_object_or_404(profile.references.kept().select_related("employer"), public_id=public_id)
    return pressing.page(
        request,
        by=request.user,
        kind=pressing.Kind.FORCED,
        subject=reference.key_of_item,
        profile=profile,
        employer=reference.employer,
        title=pgettext("to worker", "Were you pressed?"),
        back=reverse("references:read", args=[public_id]),
    )


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, token: str) -> HttpResponse:
    """By the referee's own link. Nothing asked, or answered already: back to the reference."""
    reference = links.find_managed(token)
    if reference is None:
        return unknown(request)
    asked = asking.waiting(reference.key_of_item, Who.REFEREE)
    back = reverse("references:manage", args=[token])
    return answering(request, asked, back=back) if asked else redirect(back)
