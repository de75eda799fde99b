"""What a card says. No name, photo, age, sex or nationality at first sight (law 11), and never more than ten years."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.employers.viewer import Viewer
from network.places.distance import in_words as distance
from network.profiles import words
from network.profiles.counting import Counted, counting_vouches, counts_about, tree_of
from network.profiles.models import Profile
from network.profiles.presenters import looks_for, notice_words
from network.profiles.rings import wedge
from network.search.criteria import Criteria
from network.search.hits import Hit
from network.search.shortlist.rules import invites
from network.ui.addresses import Address, addresses
from network.ui.kept import said_again
from network.ui.templatetags.ui import day as day_words

MONTHS_SHOWN = 120  # a longer time would tell somebody's age


@dataclass(frozen=True)
class Card:
    handle: str
    url: str
    occupation: str
    where: str
    confirmed: str
    declared: str
    looks: str  # for a side job or an apprenticeship; like the start only for members of checked employers (law 3)
    start: str
    level: int
    plate: str
    drawing: SafeString
    remember: str  # the way to the list of the reader's firm; empty for everybody else


@dataclass(frozen=True)
class Chip:
    """One condition, and the address without it."""

    words: str
    url: str


def chips(wanted: Criteria) -> list[Chip]:
    """Several occupations, then the conditions. One occupation alone cannot be taken off: the field of the form holds it."""
    several = wanted.occupations if len(wanted.occupations) > 1 else ()
    rest = [tuple(each for each in several if each != one) for one in several]
    return [
        *(Chip(str(one), replace(wanted, occupations=left).address()) for one, left in zip(several, rest, strict=True)),
        *(Chip(each.words, wanted.without(each).address()) for each in wanted.conditions),
    ]


def cards(found: Iterable[Hit], viewer: Viewer) -> list[Card]:
    """In their order, as this viewer may read them."""
    today, page, remember = timezone.localdate(), addresses("profiles:page"), addresses("search:remember")
    return [_card(hit, viewer, today, page, remember) for hit in found]


def _card(hit: Hit, viewer: Viewer, today: date, page: Address, remember: Address) -> Card:
    profile = hit.profile
    place = profile.place.name if profile.place else ""
    level, plate = newest(hit.stations, today)
    told = viewer.checked and profile.open
    return Card(
        handle=profile.handle,
        url=page(profile.handle),
        occupation=str(profile.occupation),
        where=_("%(place)s, %(distance)s") % {"place": place, "distance": distance(hit.km)},
        confirmed=confirmed(profile.vouched_months, profile.vouched_by),
        declared=declared(profile.declared_months, profile.vouched_months, about=counts_about(hit.stations)),
        looks=looks_for(profile, today) if told else "",
        start=start(profile, today) if told else "",
        level=level,
        plate=plate,
        drawing=wedge(tree_of(hit.stations, today)),
        remember=remember(profile.handle) if invites(profile, viewer) else "",
    )


def newest(stations: Iterable[Counted], today: date) -> tuple[int, str]:
    """Level and words of the newest confirmation, the one the order goes by, with its month (law 2)."""
    vouches = [vouch for station in stations for vouch in counting_vouches(station, today)]
    return words.provenance([max(vouches, key=lambda vouch: (vouch.on, vouch.level))] if vouches else [])


def rough(months: int) -> str:
    """Whole years, or months below one year, or "more than 10 years"."""
    if months > MONTHS_SHOWN:
        return _("more than 10 years")
    years = months // 12
    if years:
        return ngettext("%(years)d year", "%(years)d years", years) % {"years": years}
    return ngettext("%(months)d month", "%(months)d months", months) % {"months": months}


@said_again
def confirmed(months: int, employers: int) -> str:
    """ "7 years confirmed by 2 employers"; empty where nothing is confirmed."""
    if not months:
        return ""
    if not employers:
        return _("%(time)s confirmed") % {"time": rough(months)}
    said = ngettext("%(time)s confirmed by %(count)d employer", "%(time)s confirmed by %(count)d employers", employers)
    return said % {"time": rough(months), "count": employers}


@said_again
def declared(months: int, vouched: int, *, about: bool = False) -> str:
    """What the worker says alone. Together with the confirmed time it never tells more than ten years."""
    if not months or vouched > MONTHS_SHOWN:
        return ""
    if vouched and vouched + months > MONTHS_SHOWN:
        return _("more years self-declared")
    time = _("about %(time)s") % {"time": rough(months)} if about and months <= MONTHS_SHOWN else rough(months)
    return _("%(time)s self-declared") % {"time": time}


def start(profile: Profile, today: date) -> str:
    """The day that was said; without one, what stands between today and the first day."""
    day = profile.available_from
    if day and day > today:
        return _("Can start: from %(day)s") % {"day": day_words(day)}
    if day is None and profile.notice != Profile.Notice.NONE and (notice := notice_words(profile)):
        return _("Notice period: %(notice)s") % {"notice": notice}
    return _("Can start: now")
