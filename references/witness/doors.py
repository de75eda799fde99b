"""The way of the witness to the pages. No account needed; the secret in the address is the key, and GET changes nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from accounts import throttle
from network.samples.contexts import context_of, missing
from references import rules
from references.closing import Closed
from references.links import Standing
from references.models import Witness
from references.views.closed import unknown
from references.witness import links, throttles, views_closed

Rest = ParamSpec("Rest")
WitnessView = Callable[Concatenate[HttpRequest, Witness, str, Rest], HttpResponse]


def by_link(view: WitnessView[Rest]) -> Callable[..., HttpResponse]:
    """Hand the open question behind the secret to the view; every other case has a plain page of its own."""

    @login_not_required
    @never_cache
    @wraps(view)
    def wrapped(request: HttpRequest, token: str, *args: Rest.args, **rest: Rest.kwargs) -> HttpResponse:
        found = links.find(token)
        if found is None:
            return unknown(request)
        witness, standing = found
        instead = _instead(request, witness, standing, token)
        if instead is not None:
            return instead
        if request.method == "POST":
            throttle.require(request, throttles.STEP, key=witness.public_id)
        try:
            return view(request, witness, token, *args, **rest)
        except Closed:  # two tabs, two clicks: the page says how it ended
            return redirect("references:witness", token)

    return wrapped


def _instead(request: HttpRequest, witness: Witness, standing: Standing, token: str) -> HttpResponse | None:
    """The page for whoever cannot answer, or None."""
    if rules.is_worker(request.user, witness):
        return views_closed.own(request, witness)
    if standing is Standing.ANSWERED and witness.channel == Witness.Channel.ROOM:
        return redirect("references:witness_own", token)
    if standing is not Standing.OPEN:
        return views_closed.page(request, witness, standing, token)
    return views_closed.not_ready(request, witness) if missing(context_of(witness.sample)) else None
