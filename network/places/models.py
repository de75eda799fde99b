from django.db import models

from network.places.querysets import PlaceQuerySet


class Place(models.Model):
    """One German postcode with the centroid it stands for. Nothing in Handschlag is finer than this (law 13)."""

    postcode = models.CharField(max_length=5, unique=True)
    name = models.CharField(max_length=80)  # the town as people say it: "Fürth"
    key = models.CharField(max_length=80, db_index=True)  # the name folded for finding: "fuerth"
    state = models.CharField(max_length=30)  # the Land: "Bayern"
    lat = models.FloatField()
    lon = models.FloatField()

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["postcode"]

    def __str__(self) -> str:
        return f"{self.postcode} {self.name}"


class Near(models.Model):
    """Kilometres from an origin to every place within 100 km, itself included. Filled when an origin is first searched from."""

    pk = models.CompositePrimaryKey("origin", "km", "place")
    origin = models.ForeignKey(Place, models.CASCADE, related_name="+", db_index=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="near", db_index=False)
    km = models.FloatField()

    def __str__(self) -> str:
        return f"{self.origin_id} {self.km:.1f} {self.place_id}"
