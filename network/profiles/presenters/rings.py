"""The tree with its key: drawing, numbers and words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from network.profiles import kinds, rings, words
from network.profiles.counting import bounds_of, counting_vouches, employer_key
from network.profiles.models import Station
from network.profiles.presenters.stations import firm_of
from network.profiles.tree import Tree


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


def rings_of(tree: Tree, stations: Iterable[Station], name: str, today: date) -> Rings:
    """Drawing, numbers and words from the one tree; newest employer first, as the bark is."""
    firms: dict[str, str] = {}
    dates: dict[str, date] = {}
    about: set[str] = set()  # employers with an end of which only the year is known
    for station in stations:
        if station.kind == kinds.FAMILY:
            continue
        key = employer_key(station)
        firms.setdefault(key, firm_of(station))
        if bounds_of(station).about:
            about.add(key)
        for vouch in counting_vouches(station, today):
            dates[key] = max(vouch.on, dates.get(key, vouch.on))
    rows = tuple(
        KeyRow(
            share.number,
            rings.tone(share.number),
            solid=bool(share.confirmed),
            firm=firms[share.employer],
            months=words.lasted(share.confirmed + share.declared, about=share.employer in about),
            words=words.share(
                share.confirmed, share.declared, dates.get(share.employer), about=share.employer in about
            ),
        )
        for share in reversed(tree.shares)
    )
    total = words.confirmed_and_declared(tree.confirmed, tree.declared, about=bool(about))
    title = _("Annual rings of %(name)s: %(total)s. The same facts stand below as text.") % {
        "name": name,
        "total": total,
    }
    return Rings(rings.disc(tree, title=title, labels=True), rows, total)
