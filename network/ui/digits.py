"""Six digits that one screen shows and another takes: the page of the one, the address of the other."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from accounts import spoken
from accounts.mail import link
from network.ui import qr

MOST = 20  # room for spaces between the digits


def shown(code: str, *, path: str, title: str) -> dict[str, Any]:
    """For the page that shows them: the digits in two breaths, the address that takes them, and a square that brings them there.

    `title` of the square is read aloud. Put into the answer to the click and stored nowhere.
    """
    address = link(path)
    filled = f"{address}?{urlencode({'code': code})}"
    return {
        "digits": spoken.spaced(code),
        "address": address,
        "way_in": address.partition("://")[2],  # shorter, to be typed by hand
        "filled": filled,
        "square": qr.square(filled, title),
    }


def brought(request: HttpRequest) -> dict[str, str]:
    """For the form that takes them: what the square brought along. Opening the page spends nothing (law 8)."""
    return {"code": request.GET.get("code", "")[:MOST]}
