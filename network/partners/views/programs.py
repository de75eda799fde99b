"""The addresses for programs. No session, no cookie, no page: a key in the head, JSON back."""

import logging
from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from accounts.trouble import OperatorNeeded
from network.partners import actions, parameters
from network.partners.doors import key_of
from network.partners.openapi import document
from network.partners.problems import METHODS, Problem, answered, busy
from network.partners.registry import Asked, Resource
from network.partners.rules import viewer_of_key

log = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


def _for_programs(view: View) -> View:
    """Mistakes become problems. Without the form check of POST, because nothing is ever posted: that is 405."""

    @login_not_required
    @never_cache  # what is hidden is hidden at once (law 3); private, no-store
    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, **parts: str) -> HttpResponse:
        try:
            if request.method not in ("GET", "HEAD"):
                raise Problem("method", Allow=METHODS)
            return view(request, **parts)
        except Problem as problem:
            return answered(problem)
        except OperatorNeeded as missing:  # the guard would answer with a page
            log.error("%s", missing)
            return answered(busy())

    return wrapped


def ask(resource: Resource) -> View:
    """The view of one resource."""

    @_for_programs
    def view(request: HttpRequest, public_id: str = "") -> HttpResponse:
        key = key_of(request)
        parameters.check(request.GET, resource.parameters())
        seen = request.method == "GET"
        asked = Asked(viewer_of_key(key), request.GET, public_id, seen=seen)
        said = resource.answer(asked)
        if seen:
            actions.note_use(by=None, key=key)
        return JsonResponse(said, json_dumps_params={"ensure_ascii": False})

    return view


@_for_programs
def description(request: HttpRequest) -> HttpResponse:
    """openapi.json. Says nothing about anybody, so it needs no key."""
    return JsonResponse(document(), json_dumps_params={"ensure_ascii": False, "indent": 1})
