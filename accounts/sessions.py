"""Where a person is signed in: each session is noted at sign-in (by allauth) and then once an hour, not at every page."""

import time

from allauth.usersessions.models import UserSession
from django.http import HttpRequest

EVERY = 60 * 60
NOTED = "noted_at"


def note(request: HttpRequest) -> None:
    """allauth's own middleware writes a row per request, which costs 5 queries and a write lock on SQLite each time."""
    if not request.session.session_key or not request.user.is_authenticated:
        return
    now = int(time.time())
    if now - int(request.session.get(NOTED, 0)) >= EVERY:
        UserSession.objects.create_from_request(request)
        request.session[NOTED] = now
