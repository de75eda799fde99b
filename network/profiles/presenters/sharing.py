"""Share links and who looked, as the worker reads them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from network.profiles.models import Look, ShareLink
from network.profiles.registry import Item


@dataclass(frozen=True)
class ShareView:
    pk: int
    name: str
    open: bool
    until: datetime  # when it ends, or has ended
    items: tuple[str, ...]  # what it shows now
    gone: bool  # something that it named is not on the page any more
    hours: tuple[str, ...]  # when it was opened, newest first


def share_view(share: ShareLink, items: Iterable[Item] = ()) -> ShareView:
    """`share` from with_hours()."""
    labels = {item.key: ", ".join(filter(None, [item.label, item.hint])) for item in items}
    ended = share.ended_at or share.expires_at
    shown = tuple(labels[key] for key in share.items if key in labels)
    return ShareView(
        pk=share.pk,
        name=share.name,
        open=share.ended_at is None and share.expires_at > timezone.now(),
        until=min(ended, share.expires_at),
        items=shown,
        gone=len(shown) < len(share.items),
        hours=tuple(_hour(hour) for hour in share.hours),
    )


def _hour(moment: datetime) -> str:
    """ "26 November 2026, 14 to 15 o'clock": an opening is kept to the hour."""
    local = timezone.localtime(moment)
    words = {"day": date_format(local, "DATE_FORMAT"), "from": local.hour, "to": local.hour + 1}
    return _("%(day)s, between %(from)d and %(to)d o'clock") % words


@dataclass(frozen=True)
class LookView:
    firm: str
    firm_id: str
    words: str


def looks_by_day(looks: Iterable[Look]) -> list[tuple[date, list[LookView]]]:
    """Newest day first, from newest_first(); inside a day one line for each employer and kind."""
    said = {Look.Where.PAGE: _("opened your page"), Look.Where.LIST: _("had you in a list of people")}
    return [
        (
            day,
            [
                LookView(
                    f"{look.employer.name}, {look.employer.place.name}",
                    look.employer.public_id,
                    said[Look.Where(look.where)],
                )
                for look in of_day
            ],
        )
        for day, of_day in groupby(looks, key=lambda look: look.day)
    ]
