"""Where to go on after a step in between."""

import re

from django.http import HttpRequest


def is_own_path(url: str) -> bool:
    """One slash, then no second one: no host. No backslash (browsers read it as a slash), no tab or line end (they drop it)."""
    return url.isprintable() and re.fullmatch(r"/(?!/)[^\\]*", url) is not None


def safe_next(request: HttpRequest, default: str) -> str:
    """The path in `next` (form or address) when it stays here, else the default."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if is_own_path(wanted) else default
