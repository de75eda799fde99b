from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from network.places.models import Place


class PlaceQuerySet(models.QuerySet["Place"]):
    pass
