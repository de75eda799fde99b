"""A worker's page as plain values. Asks the database nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from network.employers.viewer import Viewer
from network.occupations.models import in_language
from network.profiles import rings, rules, words
from network.profiles.counting import counting_vouches, employer_key, months_of, tree_of
from network.profiles.models import Profile, Station
from network.profiles.naming import first_and_initial
from network.profiles.querysets import Paper
from network.profiles.tree import Tree
from network.ui.templatetags.ui import day, duration


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


@dataclass(frozen=True)
class StationView:
    pk: int
    number: int  # 0 where every month is counted with another job
    tone: int
    firm: str
    firm_id: str  # of the employer's own page, where there is one
    job: str
    span: str
    months: str
    level: int
    provenance: str
    partly: str  # how much of it is confirmed, where it is not all


@dataclass(frozen=True)
class PaperView:
    pk: int
    name: str
    issuer: str
    valid: str
    expired: bool
    firm_only: bool


@dataclass(frozen=True)
class Page:
    """The head of the page and what this room shows below it."""

    name: str
    trade: str
    where: str
    montage: bool
    offers: str  # only for members of checked employers, and for the worker (law 3)
    about: str
    rings: Rings | None
    stations: tuple[StationView, ...]
    papers: tuple[PaperView, ...]


def shown_name(profile: Profile) -> str:
    return profile.name if profile.name_shown == Profile.NameShown.FULL else first_and_initial(profile.name)


def page(profile: Profile, stations: Sequence[Station], viewer: Viewer, today: date) -> Page:
    """`profile` from with_papers(), `stations` from with_vouches()."""
    owner = viewer.user_id == profile.user_id
    tree = tree_of(stations, today)
    return Page(
        name=shown_name(profile) or _("No name yet"),
        trade=str(profile.occupation or ""),
        where=_("%(town)s, works within %(km)d kilometres") % {"town": profile.place.name, "km": profile.radius_km}
        if profile.place
        else "",
        montage=profile.montage,
        offers=offers(profile, today) if viewer.checked or owner else "",
        about=profile.about,
        rings=rings_of(tree, stations, shown_name(profile), today) if tree.runs else None,
        stations=station_views(tree, stations, today),
        papers=paper_views(profile.papers, today),
    )


def offers(profile: Profile, today: date) -> str:
    """What the worker looks for, and from when. Nothing for who wants no offers."""
    if not rules.wants_offers(profile):
        return ""
    looking = {
        Profile.Goal.OPEN: _("Open for offers"),
        Profile.Goal.SIDE: _("Looks for a side job"),
        Profile.Goal.TRAINING: _("Looks for an apprenticeship"),
    }[Profile.Goal(profile.goal)]
    if profile.available_from and profile.available_from > today:
        return _("%(looking)s, from %(day)s") % {"looking": looking, "day": day(profile.available_from)}
    return looking


def firm_of(station: Station) -> str:
    name = station.employer.name if station.employer else station.employer_name
    return f"{name}, {station.place.name}" if station.place else name


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


def station_views(tree: Tree, stations: Iterable[Station], today: date) -> tuple[StationView, ...]:
    numbers = {share.employer: share.number for share in tree.shares}
    return tuple(_station(station, numbers.get(employer_key(station), 0), today) for station in stations)


def _station(station: Station, number: int, today: date) -> StationView:
    first, last = months_of(station, today)
    alone = tree_of([station], today)
    level, provenance = words.provenance(counting_vouches(station, today))
    return StationView(
        pk=station.pk,
        number=number,
        tone=rings.tone(number or 1),
        firm=firm_of(station),
        firm_id=station.employer.public_id if station.employer else "",
        job=str(station.occupation),
        span=words.span(station.start, station.end),
        months=duration(max(0, last - first + 1)),
        level=level,
        provenance=provenance,
        partly=words.confirmed_and_declared(alone.confirmed, alone.declared)
        if alone.confirmed and alone.declared
        else "",
    )


def paper_views(papers: Iterable[Paper], today: date) -> tuple[PaperView, ...]:
    """Valid ones first, then by name."""
    views = [_paper(paper, today) for paper in papers]
    return tuple(sorted(views, key=lambda view: (view.expired, view.name.casefold())))


def _paper(paper: Paper, today: date) -> PaperView:
    expired = bool(paper.valid_until and paper.valid_until < today)
    return PaperView(
        pk=paper.pk,
        name=str(in_language(dict(paper.names))),
        issuer=paper.issuer,
        valid=words.validity(paper.rule, paper.valid_until, expired=expired),
        expired=expired,
        firm_only=paper.bound_to_firm,
    )
