"""Kilometres on the globe."""

from math import asin, cos, radians, sin, sqrt

DIAMETER = 12742.0  # of the earth, km
DEGREE = 111.0  # km from one degree of latitude to the next, rounded down


def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great circle distance of two points given in degrees (haversine; its error stays below 0.5 %)."""
    phi, other_phi = radians(lat), radians(other_lat)
    half = sin((other_phi - phi) / 2) ** 2 + cos(phi) * cos(other_phi) * sin(radians(other_lon - lon) / 2) ** 2
    return DIAMETER * asin(min(1.0, sqrt(half)))
