"""Months that somebody stands for: the door for rooms above, which alone know who said it and whether it was released."""

from datetime import date

from django.db import transaction

from network.profiles.copies import refresh
from network.profiles.models import Confirmation, Station


@transaction.atomic
def confirm_station(*, station: Station, source: str, level: int, first: date, last: date, on: date) -> Confirmation:
    """Store months that were confirmed, or what is now said by the same source ("reference:<public id>")."""
    values = {"station": station, "level": level, "first": first.replace(day=1), "last": last.replace(day=1), "on": on}
    confirmation, _made = Confirmation.objects.update_or_create(source=source, defaults=values)
    refresh(station.profile)
    return confirmation


@transaction.atomic
def drop_confirmation(*, source: str) -> None:
    """Withdrawn or not shown any more. Nothing happens where there is none."""
    confirmation = Confirmation.objects.filter(source=source).select_related("station__profile").first()
    if confirmation:
        confirmation.delete()
        refresh(confirmation.station.profile)
