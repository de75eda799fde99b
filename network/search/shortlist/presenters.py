"""The same facts about each person, in the same order and without a winner (law 1). No name unless it was given with a yes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from network.employers.models import Employer
from network.employers.viewer import Viewer
from network.occupations import lookup
from network.occupations.models import QualificationKind
from network.places.distance import in_words as distance
from network.places.distance import km
from network.profiles import listing, presenters
from network.profiles.counting import counts_about
from network.profiles.listing import Listed
from network.profiles.models import Profile
from network.search.conditions import LEVELS
from network.search.hits import Hit
from network.search.models import Shortlisted
from network.search.presenters import Card, cards, confirmed, declared, newest, start


@dataclass(frozen=True)
class Line:
    """One person of the list."""

    entry: Shortlisted
    card: Card
    handle: str
    name: str  # as given to this firm with a yes
    change: str


@dataclass(frozen=True)
class Person:
    number: int
    url: str
    name: str
    facts: list[tuple[str, str]]


def lines(
    entries: Sequence[Shortlisted], people: Mapping[int, Listed], names: Mapping[int, str], viewer: Viewer
) -> list[Line]:
    """In the order of the entries, each of which has its employer with the place."""
    here = [(entry, people[entry.profile_id]) for entry in entries if entry.profile_id in people]
    hits = [Hit(one.profile, _far(entry.employer, one.profile), one.stations) for entry, one in here]
    return [
        Line(
            entry,
            card,
            card.handle,
            names.get(entry.profile_id, ""),
            reverse("search:note", args=[entry.employer.public_id, card.handle]),
        )
        for (entry, _one), card in zip(here, cards(hits, viewer), strict=True)
    ]


def persons(entries: Sequence[Shortlisted], names: Mapping[int, str], *, on_paper: bool) -> list[Person]:
    """Two statements: the people, and the kinds of proofs. On paper stands nothing of being open for offers (law 3)."""
    found = listing.people([entry.profile_id for entry in entries], *listing.COMPARED)
    kinds = lookup.kinds()
    here = [(entry, found[entry.profile_id]) for entry in entries if entry.profile_id in found]
    return [
        Person(
            number,
            reverse("profiles:page", args=[one.profile.handle]),
            names.get(entry.profile_id, ""),
            _facts(entry.employer, one, kinds) + ([] if on_paper else _times(one.profile)),
        )
        for number, (entry, one) in enumerate(here, 1)
    ]


def side_by_side(found: Sequence[Person]) -> list[tuple[str, list[tuple[Person, str]]]]:
    """Each fact with what it is for each person."""
    labels = [label for label, _said in found[0].facts] if found else []
    return [(label, [(one, one.facts[row][1]) for one in found]) for row, label in enumerate(labels)]


def _facts(employer: Employer, one: Listed, kinds: Sequence[QualificationKind]) -> list[tuple[str, str]]:
    profile, today, not_said = one.profile, timezone.localdate(), _("not said")
    level = LEVELS.get(profile.occupation.level) if profile.occupation else None
    told = declared(profile.declared_months, profile.vouched_months, about=counts_about(one.stations))
    held = [str(kind) for kind in kinds if profile.quals >> kind.bit & 1]
    place = profile.place.name if profile.place else ""
    away = {"place": place, "distance": distance(_far(employer, profile))}
    return [
        (_("Occupation"), str(profile.occupation)),
        (_("Level"), str(level or not_said)),
        (_("Town, and how far from you"), _("%(place)s, %(distance)s") % away),
        (_("Works away from home for several days"), _("yes") if profile.montage else _("no")),
        (_("Confirmed time"), confirmed(profile.vouched_months, profile.vouched_by) or _("nothing confirmed")),
        (_("Self-declared time"), told or not_said),
        (_("Newest confirmation"), newest(one.stations, today)[1]),
        (_("References"), _references(profile)),
        (_("Valid proofs"), ", ".join(held) or not_said),
        (_("Driving licence"), ", ".join(presenters.licence_names(profile)) or not_said),
        (_("Languages"), ", ".join(presenters.language_names(profile)) or not_said),
    ]


def _times(profile: Profile) -> list[tuple[str, str]]:
    today, not_said = timezone.localdate(), _("not said")
    return [
        (_("Looks for"), presenters.looks_for(profile, today) or _("a job")),
        (_("Shifts"), ", ".join(presenters.shift_names(profile)) or not_said),
        (_("Hours"), presenters.hours_words(profile.hours) or not_said),
        (_("Start of work"), start(profile, today)),
    ]


def _references(profile: Profile) -> str:
    if profile.checked_refs:
        return _("yes, also from a checked employer")
    return _("yes") if profile.refs else _("none")


def _far(employer: Employer, profile: Profile) -> float:
    """From the place of the firm. A town is no finer than its postcode (law 13)."""
    here, there = employer.place, profile.place
    return km(here.lat, here.lon, there.lat, there.lon) if there else 0
