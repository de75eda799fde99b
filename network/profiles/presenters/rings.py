"""The tree with its key: drawing, numbers and words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from network.profiles import rings, words
from network.profiles.counting import counting_vouches, employer_key
from network.profiles.models import Station
from network.profiles.presenters.stations import firm_of
from network.profiles.tree import Tree
from network.ui.templatetags.ui import duration


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
    for station in stations:
        key = employer_key(station)
        firms.setdefault(key, firm_of(station))
        for vouch in counting_vouches(station, today):
            dates[key] = max(vouch.on, dates.get(key, vouch.on))
    rows = tuple(
        KeyRow(
            share.number,
            rings.tone(share.number),
            solid=bool(share.confirmed),
            firm=firms[share.employer],
            months=duration(share.confirmed + share.declared),
            words=words.share(share.confirmed, share.declared, dates.get(share.employer)),
        )
        for share in reversed(tree.shares)
    )
    total = words.confirmed_and_declared(tree.confirmed, tree.declared)
    title = _("Annual rings of %(name)s: %(total)s. The same facts stand below as text.") % {
        "name": name,
        "total": total,
    }
    return Rings(rings.disc(tree, title=title, labels=True), rows, total)
