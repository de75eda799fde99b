from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F

from network.places import neighbours

if TYPE_CHECKING:
    from network.places.models import Place, Town  # noqa: F401 mypy reads the strings below


class PlaceQuerySet(models.QuerySet["Place"]):
    def with_beginning(self, digits: str) -> "PlaceQuerySet":
        return self.filter(postcode__startswith=digits)

    def with_key(self, beginning: str) -> "PlaceQuerySet":
        """Places whose folded name begins so; places sort by postcode."""
        return self.filter(key__startswith=beginning)

    def with_neighbours(self, place: "Place") -> "PlaceQuerySet":
        """All places within 100 km of one, itself first, with their distance as `km`. Asks for the Near rows to be there."""
        neighbours.ensure(place)
        return self.filter(near__origin=place).annotate(km=F("near__km")).order_by("km", "postcode")


class TownQuerySet(models.QuerySet["Town"]):
    def with_key(self, beginning: str) -> "TownQuerySet":
        """Like that of places, with the place at hand."""
        return self.filter(key__startswith=beginning).select_related("place").order_by("place__postcode")
