"""Limits in words. Each public POST names one; the counting is allauth's, in the shared cache."""

from dataclasses import dataclass

from allauth.core.internal import ratelimit
from django.http import HttpRequest


class TooMany(Exception):
    """Over the limit: the middleware answers with the 429 page."""


@dataclass(frozen=True)
class Limit:
    """`rate` is "count/period", period in s, m, h or d, several with commas: Limit("search", "60/m,2000/d")."""

    name: str
    rate: str


def allow(request: HttpRequest, limit: Limit, key: str = "") -> bool:
    """Count one use, per key (hashed), or per network address where no key is given. False when used up."""
    per = "key" if key else "ip"
    rates = ",".join(f"{rate}/{per}" for rate in limit.rate.split(","))
    usage = ratelimit.consume(
        request,
        app="handschlag",
        action=limit.name,
        config={limit.name: rates},
        key=key or None,
        limit_get=True,  # whoever asks wants it counted, whatever the method
    )
    return usage is not None


def require(request: HttpRequest, limit: Limit, key: str = "") -> None:
    """Like allow(), but raises TooMany."""
    if not allow(request, limit, key):
        raise TooMany(limit.name)
