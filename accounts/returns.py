"""Where to go on after a step in between."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def is_own_path(url: str) -> bool:
    """A path of this site, nothing else: no host, no scheme, no backslash or control character that a browser would repair."""
    if not url.startswith("/") or "\\" in url or not url.isprintable():
        return False
    return url_has_allowed_host_and_scheme(url, allowed_hosts=None)


def safe_next(request: HttpRequest, default: str) -> str:
    """The path in `next` (form or address) when it stays here, else the default."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return wanted if is_own_path(wanted) else default
