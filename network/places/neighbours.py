"""Who is near whom: the rows of Near, written when somebody first searches from a place."""

from math import cos, radians

from django.db import transaction

from network.places import models  # as a module: models imports the querysets, and they this
from network.places.distance import DEGREE, km

REACH_KM = 100


def ensure(place: "models.Place") -> None:
    """Writes the neighbours of a place, itself included, unless they are there. Two at once do no harm: both write the same."""
    if models.Near.objects.filter(origin=place).exists():
        return
    here = models.Place.objects.get(pk=place.pk)  # the one at hand may be kept from before postcodes were moved
    rows = [models.Near(origin_id=here.pk, place_id=pk, km=far) for pk, far in within_reach(here)]
    with transaction.atomic():  # all or none: whoever sees one row sees all
        models.Near.objects.bulk_create(rows, ignore_conflicts=True)


def within_reach(place: "models.Place") -> list[tuple[int, float]]:
    """(id, km) of all places within 100 km. Rounded to 10 m, so that every machine finds the same key."""
    high = REACH_KM / DEGREE
    wide = high / cos(radians(min(abs(place.lat) + high, 89)))
    box = models.Place.objects.filter(
        lat__range=(place.lat - high, place.lat + high), lon__range=(place.lon - wide, place.lon + wide)
    )
    found = (
        (pk, km(place.lat, place.lon, lat, lon)) for pk, lat, lon in box.order_by().values_list("pk", "lat", "lon")
    )
    return [(pk, round(far, 2)) for pk, far in found if far <= REACH_KM]


def forget() -> None:
    """After places were added or moved: all neighbours are found anew when they are next needed."""
    models.Near.objects.all().delete()
