"""The guard in front of every view: limits become a page, sensitive pages ask again who is there, sessions are noted."""

import logging
import math
from collections.abc import Callable

from allauth.core.exceptions import RateLimited
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts import confirming, sessions
from accounts.throttle import TooMany
from accounts.trouble import OperatorNeeded

RETRY_AFTER = 60  # where allauth counts by itself: it does not say how long
log = logging.getLogger(__name__)


class Door:
    """First of all: no cookie holds a NUL, for PostgreSQL cannot look up a session by it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.COOKIES = {name: value for name, value in request.COOKIES.items() if "\0" not in value}
        return self.get_response(request)


class AccountGuard:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        sessions.note(request)
        response = self.get_response(request)
        if response.status_code == 429:
            response.headers.setdefault("Retry-After", str(RETRY_AFTER))
        if (
            request.user.is_authenticated
        ):  # shared computers: the back button shows nothing after signing out (ASVS 14.3.2)
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> HttpResponse | None:
        """Nobody adds an address or a passkey with a session that was only found open."""
        return confirming.ask_if_needed(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Limits and what the operator has to mend become pages. allauth lets RateLimited through as a server error in places."""
        if isinstance(exception, TooMany | RateLimited):
            return _wait(request, exception.seconds if isinstance(exception, TooMany) else RETRY_AFTER)
        if isinstance(exception, OperatorNeeded):
            log.error("%s", exception)
            return render(request, "503.html", status=503)
        return None


def _wait(request: HttpRequest, seconds: int) -> HttpResponse:
    """In the head exactly, on the page in the next whole minutes, or hours from two on."""
    minutes, hours = math.ceil(seconds / 60), math.ceil(seconds / 3600)
    context = {"minutes": minutes, "hours": hours if minutes >= 120 else 0}
    response = render(request, "429.html", context, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
