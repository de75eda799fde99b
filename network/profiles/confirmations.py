"""Months that somebody stands for: the door for rooms above, which alone know who said it and whether it was released."""

from datetime import date

from django.db import transaction

from network.profiles.copies import refresh
from network.profiles.models import Audience, Confirmation, Station


@transaction.atomic
def confirm_station(
    *, station: Station, source: str, level: int, first: date, last: date, on: date, audience: str = Audience.ALL
) -> Confirmation:
    """Store months that were confirmed, or what is now said by the same source ("reference:<public id>").

    `audience` is that of the source: who may not read it does not learn either that it confirms something.
    """
    values = {"station": station, "level": level, "first": first.replace(day=1), "last": last.replace(day=1), "on": on}
    defaults = {**values, "audience": audience}
    confirmation, _made = Confirmation.objects.update_or_create(source=source, defaults=defaults)
    refresh(station.profile)
    return confirmation


@transaction.atomic
def show_confirmation(*, source: str, audience: str) -> None:
    """The source has other readers now. Nothing happens where it confirms nothing."""
    confirmation = Confirmation.objects.filter(source=source).select_related("station__profile").first()
    if confirmation and confirmation.audience != audience:
        Confirmation.objects.filter(pk=confirmation.pk).update(audience=audience)
        refresh(confirmation.station.profile)


@transaction.atomic
def drop_confirmation(*, source: str) -> None:
    """Withdrawn or not shown any more. Nothing happens where there is none."""
    confirmation = Confirmation.objects.filter(source=source).select_related("station__profile").first()
    if confirmation:
        confirmation.delete()
        refresh(confirmation.station.profile)
