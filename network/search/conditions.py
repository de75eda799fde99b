"""What else must hold: each condition is one value of the address, some words on the page, and one question to the copies for search.

What only members of checked employers may read, only they may search by: else the number of hits would tell it (law 3). Filters are
those that the Equal Treatment Act allows, and experience counts in steps up to 5 years: more would stand for an age (law 11).
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, F, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.lookups import Exact, GreaterThan
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from network.occupations import vocabulary
from network.occupations.models import QualificationKind
from network.occupations.validity import after_months
from network.occupations.vocabulary import Entry
from network.profiles.starting import can_start_by
from network.ui.templatetags.ui import day as day_words

# In the order of the address. Those of HIRING are for members of checked employers.
NAMES = (
    "level",
    "shift",
    "qualification",
    "language",
    "licence",
    "montage",
    "hours",
    "start",
    "fresh",
    "years",
    "reference",
)
HIRING = {
    "shift": gettext_lazy("Only members of checked employers can search by shift."),
    "hours": gettext_lazy("Only members of checked employers can search by hours."),
    "start": gettext_lazy("Only members of checked employers can search by the day of the start."),
}
MOST = 12  # more than anybody needs; an address with a hundred would only keep the database busy
# The last digit of the Klassifikation der Berufe 2010.
LEVELS: dict[int, str | Promise] = {
    1: gettext_lazy("Helper"),
    2: gettext_lazy("Skilled worker"),
    3: gettext_lazy("Specialist or Meister"),
    4: gettext_lazy("Expert"),
}
FRESH = (3, 6, 12, 24, 36)  # months
YEARS = (1, 2, 3, 4, 5)
ANY_REFERENCE, CHECKED_REFERENCE = "1", "checked"


@dataclass(frozen=True)
class Condition:
    """`name` and `value` as in the address, `words` as on the page."""

    name: str
    value: str
    words: str
    fits: Q


def level(number: int) -> Condition:
    return Condition("level", str(number), str(LEVELS[number]), Q(occupation__level=number))


def shift(entry: Entry) -> Condition:
    return Condition("shift", entry.slug, entry.name, _has("shifts", 1 << entry.bit))


def qualification(kind: QualificationKind) -> Condition:
    """Copied are only papers that are valid and belong to the person, not to a firm."""
    return Condition("qualification", kind.slug, str(kind), _has("quals", 1 << kind.bit))


def licence(entry: Entry) -> Condition:
    """Also who holds a class that nobody gets without this one."""
    enough = [entry.slug, *vocabulary.LICENCES_ABOVE.get(entry.slug, ())]
    mask = vocabulary.bits_of(enough, vocabulary.LICENCES)
    fits = Q(GreaterThan(*_masked("licences", mask, 0)))  # type: ignore[no-untyped-call]
    return Condition("licence", entry.slug, _("Driving licence %(name)s") % {"name": entry.name}, fits)


def language(entry: Entry, least: Entry) -> Condition:
    enough = [each.slug for each in vocabulary.LANGUAGE_LEVELS if each.bit >= least.bit]
    words = _("%(language)s, at least %(level)s") % {"language": entry.name, "level": least.slug.upper()}
    return Condition("language", f"{entry.slug}-{least.slug}", words, Q(**{f"languages__{entry.slug}__in": enough}))


def montage() -> Condition:
    return Condition("montage", "1", _("Works away from home for several days"), Q(montage=True))


def hours(number: int) -> Condition:
    """Who says nothing works as long as others."""
    words = ngettext("At least %(hours)d hour a week", "At least %(hours)d hours a week", number) % {"hours": number}
    return Condition("hours", str(number), words, Q(hours=None) | Q(hours__gte=number))


def start(day: date, today: date) -> Condition:
    return Condition(
        "start", day.isoformat(), _("Can start by %(day)s") % {"day": day_words(day)}, can_start_by(day, today)
    )


def fresh(months: int, today: date) -> Condition:
    return Condition("fresh", str(months), fresh_words(months), Q(last_confirmed__gte=after_months(today, -months)))


def fresh_words(months: int) -> str:
    return _("Confirmed within %(months)d months") % {"months": months}


def years(number: int) -> Condition:
    return Condition("years", str(number), years_words(number), Q(vouched_months__gte=12 * number))


def years_words(number: int) -> str:
    said = ngettext("At least %(years)d year confirmed", "At least %(years)d years confirmed", number)
    return said % {"years": number}


def reference(kind: str) -> Condition:
    if kind == CHECKED_REFERENCE:
        return Condition("reference", kind, _("Only with a reference from a checked employer"), Q(checked_refs__gt=0))
    return Condition("reference", kind, _("Only people with a reference"), Q(refs__gt=0))


def _has(column: str, bit: int) -> Q:
    return Q(Exact(*_masked(column, bit, bit)))  # type: ignore[no-untyped-call]


def _masked(column: str, mask: int, other: int) -> tuple[Combinable, Value]:
    """What is left of a column by these bits, and a number to compare it with: bits go up to 62, and a bare number has 31 for Django."""
    mine: Any = Value(mask, BigIntegerField())  # the stubs know plain numbers alone
    return F(column).bitand(mine), Value(other, BigIntegerField())
