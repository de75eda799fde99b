from django.db import models

from network.places.querysets import PlaceQuerySet, TownQuerySet


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


class Town(models.Model):
    """A further town of a postcode: 01561 is named after Großenhain, people in Priestewitz have it too."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="towns")
    name = models.CharField(max_length=80)
    key = models.CharField(max_length=80, db_index=True)
    state = models.CharField(max_length=30)  # a few postcodes lie in two Länder

    objects = TownQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "name", "state"], name="town_once_at_a_place")]

    def __str__(self) -> str:
        return f"{self.name} ({self.place_id})"


class Near(models.Model):
    """Kilometres from an origin to every place within 100 km, itself included. Filled when an origin is first searched from."""

    pk = models.CompositePrimaryKey("origin", "km", "place")
    origin = models.ForeignKey(Place, models.CASCADE, related_name="+", db_index=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="near", db_index=False)
    km = models.FloatField()

    def __str__(self) -> str:
        return f"{self.origin_id} {self.km:.1f} {self.place_id}"
