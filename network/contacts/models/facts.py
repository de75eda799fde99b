from django.db import models
from django.utils.translation import gettext_lazy as _

from network.places.models import Place


class JobFacts(models.Model):
    """What everything that promises work must say; the columns of the same names in facts.Facts."""

    class Unit(models.TextChoices):
        HOUR = "hour", _("per hour")
        MONTH = "month", _("per month")

    title = models.CharField(max_length=80)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+")
    shift = models.CharField(max_length=40)  # slug of the shift vocabulary
    pay_min = models.DecimalField(max_digits=8, decimal_places=2)
    pay_max = models.DecimalField(max_digits=8, decimal_places=2)
    pay_unit = models.CharField(max_length=10, choices=Unit)
    permanent = models.BooleanField()
    until = models.DateField(null=True, blank=True)
    start = models.DateField(null=True, blank=True)  # null: as soon as both can
    contact_name = models.CharField(max_length=80)
    contact_phone = models.CharField(max_length=20)  # E.164
    text = models.CharField(max_length=600, blank=True)

    class Meta:
        abstract = True
