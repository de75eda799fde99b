"""Kilometres on the globe."""

from math import asin, cos, radians, sin, sqrt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.ui.kept import said_again

RADII = (5, 10, 15, 20, 25, 30, 40, 50, 75, 100)  # what can be searched within
USUAL_RADIUS = 25
DIAMETER = 12742.0  # of the earth, km
DEGREE = 111.0  # km from one degree of latitude to the next, rounded down


def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great circle distance of two points given in degrees (haversine; its error stays below 0.5 %)."""
    phi, other_phi = radians(lat), radians(other_lat)
    half = sin((other_phi - phi) / 2) ** 2 + cos(phi) * cos(other_phi) * sin(radians(other_lon - lon) / 2) ** 2
    return DIAMETER * asin(min(1.0, sqrt(half)))


def whole(far: float) -> int:
    """Whole kilometres, 0 for under one: a postcode is no finer (law 13)."""
    return int(far + 0.5) if far >= 1 else 0


def in_words(far: float) -> str:
    """As whole() says it, on one line."""
    return _said(whole(far))


@said_again
def _said(kilometres: int) -> str:
    said = ngettext("%(km)d kilometre", "%(km)d kilometres", kilometres) % {"km": kilometres}
    return (said if kilometres else _("under 1 kilometre")).replace(" ", "\u00a0")
