"""Times of work, licences, languages and goals of all kinds, so that nobody in the region looks like the next one."""

from datetime import date, timedelta
from typing import TypedDict

from django.utils import timezone

from network.occupations.models import Occupation
from network.profiles import actions, week
from network.profiles.models import Profile
from references.demo import clock

GOALS = ("open", "open", "keep", "open", "side", "open", "later", "open", "training", "open")
CARE = {"pflege", "betreuung-soziales", "gesundheit"}
ROAD = {"lager-verkehr"}
SHOP = {"verkauf-lebensmittel", "reinigung-haus"}
SHIFTS = {
    "care": (
        ("early", "late"),
        ("early", "late", "night", "weekend-alternate"),
        ("permanent-night",),
        ("split", "part-time"),
    ),
    "hall": (("two-shift",), ("three-shift", "night"), ("early", "two-shift"), ("continuous", "floating")),
    "shop": (("early", "part-time"), ("late", "weekend-alternate"), ("split",), ("early", "mini-job")),
    "site": (("day", "weekend-free"), ("day", "on-call"), ("day", "montage-week"), ("day", "montage-far", "on-call")),
}
WEEKS = {
    "care": (
        week.block(range(7), week.EARLY, week.LATE),
        week.block(range(7), week.EARLY, week.LATE, week.NIGHT),
        week.block(range(7), week.NIGHT),
        week.block((0, 2, 4), week.EARLY, week.LATE) | week.block((5,), week.EARLY),
    ),
    "hall": (week.block(range(5), week.EARLY, week.LATE), week.ALL, week.block(range(6), week.EARLY), 0),
    "shop": (week.block(range(6), week.EARLY), week.block((3, 4, 5), week.EARLY, week.LATE), 0),
    "site": (week.block(range(5), week.EARLY), week.block(range(5), week.EARLY) | week.block((5,), week.EARLY), 0),
}
HOURS = (40, 38, None, 30, 35, 20, None)
NOTICES = ("4-weeks", "", "3-months", "quarter", "", "none", "unknown", "1-month")
LICENCES = (("b",), ("b", "be"), (), ("b", "c1", "c1e"), ("b",), ("b", "t", "l"), (), ("b", "a"))
TRUCKS = (("b", "c", "ce"), ("b", "c1"), ("b",), ())
# Everybody speaks German as well as it is needed; what else, goes round and says nothing about a name.
GERMAN = ("c2", "c2", "b2", "c1", "c2", "b1")
MORE: tuple[dict[str, str], ...] = (
    {"en": "b1"},
    {},
    {"en": "a2", "fr": "a2"},
    {"dgs": "b1"},
    {},
    {"tr": "c2"},
    {"pl": "c1", "en": "b2"},
    {},
    {"ar": "c2"},
)


class Wanted(TypedDict):
    goal: str
    available_from: date | None
    resting_until: date | None


def goal(number: int) -> Wanted:
    """What somebody wants; a start or the end of a rest lies some months ahead."""
    wanted = GOALS[number % len(GOALS)]
    ahead = (timezone.localdate().replace(day=1) + timedelta(days=400)).replace(day=1)
    return {
        "goal": wanted,
        "available_from": ahead if wanted == "open" and number % 3 == 0 else None,
        "resting_until": _next_spring() if wanted == "later" else None,
    }


def _next_spring() -> date:
    """After today whatever today is inside the demonstration's past: it runs up to ten months ago."""
    return date(timezone.localdate().year + 2, 3, 1)


def answer(number: int, profile: Profile, occupation: Occupation) -> None:
    """Two of three have said when they work; some of them long ago."""
    with clock.days_ago(number * 53 % 280):
        user, kind = profile.user, _kind(occupation)
        trucks = kind == "hall" and occupation.field.slug in ROAD
        licences = TRUCKS[number % len(TRUCKS)] if trucks else LICENCES[number % len(LICENCES)]
        actions.save_licences(by=user, profile=profile, licences=licences)
        for language, level in {"de": GERMAN[number % len(GERMAN)], **MORE[number % len(MORE)]}.items():
            actions.save_language(by=user, profile=profile, language=language, level=level)
        if number % 3 == 1:
            return
        shifts, weeks = SHIFTS[kind], WEEKS[kind]
        actions.save_shifts(by=user, profile=profile, shifts=shifts[number % len(shifts)])
        actions.save_week(by=user, profile=profile, week=week.places_of(weeks[number % len(weeks)]))
        hours, notice = HOURS[number % len(HOURS)], NOTICES[number % len(NOTICES)]
        actions.save_hours(by=user, profile=profile, hours=hours, notice=notice)


def _kind(occupation: Occupation) -> str:
    slug = occupation.field.slug
    if slug in CARE or slug in SHOP:
        return "care" if slug in CARE else "shop"
    return "hall" if slug in ROAD or slug == "metall-maschine" else "site"
