"""The way of the referee through the pages. No account needed; the secret in the address is the key, and GET changes nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from accounts import throttle
from accounts.models import User
from network.employers.models import Employer
from references import links, rules, throttles
from references.closing import Closed
from references.drafts import Draft, way
from references.links import Standing
from references.models import ReferenceRequest
from references.views import closed

Rest = ParamSpec("Rest")
RefereeView = Callable[Concatenate[HttpRequest, ReferenceRequest, str, Rest], HttpResponse]


def by_link(view: RefereeView[Rest]) -> Callable[..., HttpResponse]:
    """Hand the open request behind the secret to the view; every other case has a plain page of its own."""

    @login_not_required
    @never_cache
    @wraps(view)
    def wrapped(request: HttpRequest, token: str, *args: Rest.args, **rest: Rest.kwargs) -> HttpResponse:
        found = links.find(token)
        if found is None:
            return closed.unknown(request)
        asked, standing = found
        if rules.is_worker(request.user, asked):
            return closed.own(request, asked)
        if standing is not Standing.OPEN:
            return closed.page(request, asked, standing, token)
        if request.method == "POST":
            throttle.require(request, throttles.STEP, key=asked.public_id)
        try:
            return view(request, asked, token, *args, **rest)
        except Closed:  # two tabs, two clicks: the page says how it ended
            return redirect("references:start", token)

    return wrapped


def person(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


def employer_of(asked: ReferenceRequest) -> Employer | None:
    return asked.station.employer


def facts_only(asked: ReferenceRequest) -> bool:
    return bool(asked.station.employer and asked.station.employer.facts_only)


def is_known(request: HttpRequest, asked: ReferenceRequest) -> bool:
    """By sign-in, or by the code, entered in this browser: the link alone can be forwarded."""
    if rules.is_known_referee(request.user, asked):
        return True
    return bool(asked.confirmed_at) and asked.public_id in request.session.get("referee", [])


def open_step(request: HttpRequest, asked: ReferenceRequest) -> str:
    return Draft.of(asked).open_step(facts_only=facts_only(asked), known=is_known(request, asked))


def may_see(request: HttpRequest, asked: ReferenceRequest, step: str) -> bool:
    """Steps come in order; what is through can be opened again."""
    steps = way(facts_only=facts_only(asked))
    return step in steps and steps.index(step) <= steps.index(open_step(request, asked))


def go_on(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """To the first step that is still open; from a change link that is the check page again."""
    step = open_step(request, asked)
    return redirect("references:start", token) if step == "start" else redirect("references:step", token, step)
