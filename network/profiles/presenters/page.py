"""The head of the page, and what this room shows below it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from network.profiles import rules
from network.profiles.counting import tree_of
from network.profiles.models import Profile, Station
from network.profiles.naming import first_and_initial
from network.profiles.presenters.availability import Availability, availability
from network.profiles.presenters.papers import PaperView, paper_views
from network.profiles.presenters.rings import Rings, rings_of
from network.profiles.presenters.stations import StationView, station_views
from network.profiles.sight import Sight
from network.ui.templatetags.ui import day, month, phone
from network.ui.text import apart


@dataclass(frozen=True)
class Way:
    """One way to reach the person."""

    icon: str
    url: str
    words: str


@dataclass(frozen=True)
class Page:
    """The head of the page and what this room shows below it."""

    name: str
    trade: str
    where: str
    montage: bool
    offers: str  # only for members of checked employers, and for the worker (law 3)
    about: str
    ways: tuple[Way, ...]
    rings: Rings | None
    stations: tuple[StationView, ...]
    has_steps: bool  # at one of them
    papers: tuple[PaperView, ...]
    availability: Availability
    looked_through: str  # who went through all this last, and when


def shown_name(profile: Profile) -> str:
    return profile.name if profile.name_shown == Profile.NameShown.FULL else first_and_initial(profile.name)


def page(profile: Profile, stations: Sequence[Station], sight: Sight, today: date) -> Page:
    """`profile` from with_papers(), `stations` from with_vouches(). Only what this reader may see goes into it."""
    stations = seen_stations(stations, sight)
    papers = [paper for paper in profile.papers if sight.sees(f"paper:{paper.pk}", paper.audience)]
    tree = tree_of(stations, today)
    return Page(
        name=shown_name(profile) or _("No name yet"),
        trade=str(profile.occupation or ""),
        where=_("%(town)s, works within %(km)d kilometres") % {"town": profile.place.name, "km": profile.radius_km}
        if profile.place
        else "",
        montage=profile.montage,
        offers=offers(profile, today) if sight.hiring else "",
        about=profile.about,
        ways=tuple(_ways(profile, sight)),
        rings=rings_of(tree, stations, shown_name(profile), today) if tree.runs else None,
        stations=station_views(tree, stations, today),
        has_steps=any(station.steps for station in stations),
        papers=paper_views(papers, today, {station.pk for station in stations}),
        availability=availability(profile, sight, today),
        looked_through=looked_through(profile),
    )


def _ways(profile: Profile, sight: Sight) -> Iterable[Way]:
    if profile.phone and sight.sees("phone", profile.phone_audience):
        yield Way("phone", f"tel:{profile.phone}", phone(profile.phone))
    if profile.mail and sight.sees("mail", profile.mail_audience):
        yield Way("mail", f"mailto:{profile.mail}", profile.mail)


def seen_stations(stations: Iterable[Station], sight: Sight) -> list[Station]:
    """Without those that this reader may not see, and without what confirms them where that is hidden."""
    seen = [station for station in stations if sight.sees(f"station:{station.pk}", station.audience)]
    if sight.items is not None:  # a share link names the station, and what stands behind it belongs to it
        return seen
    for station in seen:
        station.vouches = [each for each in station.vouches if sight.sees(each.source, each.audience)]
    return seen


def offers(profile: Profile, today: date) -> str:
    """What the worker looks for, and from when. Nothing for who wants no offers."""
    if not rules.wants_offers(profile, today):
        return ""
    looking = looks_for(profile, today) or _("Open for offers")
    if profile.available_from and profile.available_from > today:
        return _("%(looking)s, from %(day)s") % {"looking": looking, "day": day(profile.available_from)}
    return looking


def looks_for(profile: Profile, today: date) -> str:
    """A goal that is no usual job, in words. Only for who may read that offers are wanted (law 3)."""
    goal = rules.goal_today(profile, today)
    if goal == Profile.Goal.SIDE:
        return _("Looks for a side job")
    return _("Looks for an apprenticeship") if goal == Profile.Goal.TRAINING else ""


def looked_through(profile: Profile) -> str:
    """The month in which the worker last changed the page or said that it is still right. Never finer than that."""
    last = max(filter(None, (profile.checked_at, profile.changed_at)))
    said = {"name": apart(shown_name(profile)), "month": month(last)}
    return _("Looked through by %(name)s in %(month)s.") % said if profile.name else ""
