"""The tree with its key: drawing, numbers and words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from network.profiles import kinds, rings, words
from network.profiles.counting import bounds_of, counting_vouches, employer_key, months_of
from network.profiles.models import Station
from network.profiles.presenters.stations import firm_of
from network.profiles.tree import Share, Tree


@dataclass(frozen=True)
class KeyRow:
    """One employer beside the rings."""

    number: int
    tone: int
    solid: bool  # somebody stands for months with this employer
    firm: str
    months: str
    words: str


@dataclass(frozen=True)
class Rings:
    drawing: SafeString
    rows: tuple[KeyRow, ...]
    total: str
    overlap: bool  # months at two employers at once, which count once


@dataclass
class _Firm:
    """What all stations at one employer say together."""

    name: str
    said: date | None = None  # the newest confirmation
    about: bool = False  # an end of which only the year is known
    months: int = 0


def rings_of(tree: Tree, stations: Iterable[Station], name: str, today: date) -> Rings:
    """Drawing, numbers and words from the one tree; newest employer first, as the bark is."""
    firms = _firms(stations, today)
    rows = tuple(_row(share, firms[share.employer]) for share in reversed(tree.shares))
    about, months = any(firm.about for firm in firms.values()), sum(firm.months for firm in firms.values())
    total = words.confirmed_and_declared(tree.confirmed, tree.declared, about=about)
    title = _("Annual rings of %(name)s: %(total)s. The same facts stand below as text.") % {
        "name": name,
        "total": total,
    }
    drawing = rings.disc(tree, title=title, labels=True)
    return Rings(drawing, rows, total, overlap=months > tree.confirmed + tree.declared)


def _firms(stations: Iterable[Station], today: date) -> dict[str, _Firm]:
    """By the keys of the tree; time for the family has none."""
    firms: dict[str, _Firm] = {}
    for station in stations:
        if station.kind == kinds.FAMILY:
            continue
        firm = firms.setdefault(employer_key(station), _Firm(firm_of(station)))
        first, last = months_of(station, today)
        firm.months += max(0, last - first + 1)
        firm.about = firm.about or bounds_of(station).about
        said = [vouch.on for vouch in counting_vouches(station, today)]
        firm.said = max([*said, *([firm.said] if firm.said else [])], default=None)
    return firms


def _row(share: Share, firm: _Firm) -> KeyRow:
    return KeyRow(
        share.number,
        rings.tone(share.number),
        solid=bool(share.confirmed),
        firm=firm.name,
        months=words.lasted(share.confirmed + share.declared, about=firm.about),
        words=words.share(share.confirmed, share.declared, firm.said, about=firm.about),
    )
