"""Limits in words. Each public POST names one; the counting is allauth's, in the shared cache."""

import math
import time
from dataclasses import dataclass
from typing import Any

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest


class TooMany(Exception):
    """Over the limit, for `seconds` from now on: the middleware answers with the 429 page."""

    def __init__(self, name: str, seconds: int) -> None:
        super().__init__(name)
        self.seconds = seconds


@dataclass(frozen=True)
class Limit:
    """`rate` is "count/period", period in s, m, h or d, several with commas: Limit("search", "60/m,2000/d")."""

    name: str
    rate: str


def allow(request: HttpRequest, limit: Limit, key: str = "") -> bool:
    """Count one use, per key (hashed), or per network address where no key is given. False when used up."""
    counted = _counted(limit, key)
    return ratelimit.consume(request, **counted, limit_get=True) is not None  # a GET counts, too: whoever asks wants it


def require(request: HttpRequest, limit: Limit, key: str = "") -> None:
    """Like allow(), but raises TooMany."""
    if not allow(request, limit, key):
        raise TooMany(limit.name, seconds_until(request, limit, key))


def seconds_until(request: HttpRequest, limit: Limit, key: str = "") -> int:
    """How long to wait for the next use, if there is none meanwhile. Every period has to have room, so the longest counts.

    At least 1: what was refused because too many counted at the same moment can come again at once.
    """
    now, counted = time.time(), _counted(limit, key)
    config = counted.pop("config")
    waits = [0.0]
    for rate in ratelimit.get_rates(app=counted["app"], action=counted["action"], config=config):
        uses = cache.get(ratelimit.get_cache_key(request, **counted, rate=rate), [])  # newest first
        if len(uses) >= rate.amount:
            waits.append(uses[rate.amount - 1] + rate.duration - now)
    return max(1, math.ceil(max(waits)))


def _counted(limit: Limit, key: str) -> dict[str, Any]:
    """What allauth wants to know of a limit."""
    per = "key" if key else "ip"
    rates = ",".join(f"{rate}/{per}" for rate in limit.rate.split(","))
    return {"app": "handschlag", "action": limit.name, "config": {limit.name: rates}, "key": key or None}
