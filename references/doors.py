"""The way to the pages of whoever was asked by mail. No account needed; the secret in the address is the key, and GET changes nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts import throttle
from accounts.models import User
from network.ui import pages
from references import throttles
from references.closing import Closed
from references.links import Standing
from references.models import ReferenceRequest, Voice, Witness, WorkerInvitation
from references.rules import is_worker

Rest = ParamSpec("Rest")
About = TypeVar("About", ReferenceRequest, Voice, Witness, WorkerInvitation)
View = Callable[Concatenate[HttpRequest, About, str, Rest], HttpResponse]
Nowhere = Callable[[HttpRequest], HttpResponse]
Find = Callable[[str], tuple[About, Standing] | None]
Instead = Callable[[HttpRequest, About, Standing, str], HttpResponse | None]


def person(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


def unknown(request: HttpRequest) -> HttpResponse:
    """The same for altered and for unknown secrets."""
    if request.method == "POST":
        throttle.require(request, throttles.UNKNOWN)
    return pages.done(
        request,
        title=pgettext("to referee", "This link leads nowhere"),
        text=pgettext(
            "to referee",
            "Perhaps a part of the address is missing: open the link in the mail once more, or copy all of it. Or the person who asked"
            " has deleted the request; then there is nothing left to do.",
        ),
        status=404,
    )


def by_link(
    *, find: Find[About], instead: Instead[About], step: throttle.Limit, home: str, nowhere: Nowhere = unknown
) -> Callable[[View[About, Rest]], Callable[..., HttpResponse]]:
    """Hand what is behind the secret to the view; `instead` is the page for whoever cannot answer, or None. `home` says how it stands."""

    def door(view: View[About, Rest]) -> Callable[..., HttpResponse]:
        @login_not_required
        @never_cache
        @wraps(view)
        def wrapped(request: HttpRequest, token: str, *args: Rest.args, **rest: Rest.kwargs) -> HttpResponse:
            found = find(token)
            if found is None:
                return nowhere(request)
            asked, standing = found
            other = instead(request, asked, standing, token)
            if other is not None:
                return other
            if request.method == "POST":
                throttle.require(request, step, key=asked.public_id)
            try:
                return view(request, asked, token, *args, **rest)
            except Closed:  # two tabs, two clicks: the page says how it ended
                return redirect(home, token)

        return wrapped

    return door


def new_link(
    *,
    find: Find[About],
    send: Callable[[HttpRequest, About], Any],
    limit: throttle.Limit,
    home: str,
    nowhere: Nowhere = unknown,
) -> Callable[..., HttpResponse]:
    """One button on the page of a link that is too old (law 8). Goes to the mailbox that was asked, and nowhere else."""

    @login_not_required
    @never_cache
    @require_POST
    def view(request: HttpRequest, token: str) -> HttpResponse:
        found = find(token)
        if found is None:
            return nowhere(request)
        asked, standing = found
        here = reverse(home, args=[token])
        own = not isinstance(asked, WorkerInvitation) and is_worker(request.user, asked)
        if standing is not Standing.OLD or own:
            return redirect(here)
        throttle.require(request, limit, key=asked.public_id)
        try:
            send(request, asked)
        except Closed:
            return redirect(here)
        return redirect(f"{here}?sent")

    return view
