"""From the address to the question, and from one stored condition to what it asks of people."""

from collections.abc import Callable
from datetime import date

from django.http import QueryDict

from network.employers.viewer import Viewer
from network.occupations import lookup, vocabulary
from network.occupations.vocabulary import by_slug
from network.search import conditions
from network.search.conditions import Condition
from network.search.criteria import Criteria
from network.search.forms import SearchForm


def criteria_of(viewer: Viewer, query: str) -> Criteria | None:
    """As the page of the search understands it today; None where it would not, or where this viewer may not ask that."""
    form = SearchForm(viewer, QueryDict(query))
    return form.criteria() if form.is_valid() else None


def condition_of(name: str, value: str, today: date) -> Condition | None:
    """One condition as it stands in an address. None where the catalogue has lost it."""
    read = _READ.get(name)
    return read(value, today) if read else None


def _shift(value: str, _today: date) -> Condition | None:
    entry = by_slug(vocabulary.SHIFTS, value)
    return conditions.shift(entry) if entry else None


def _licence(value: str, _today: date) -> Condition | None:
    entry = by_slug(vocabulary.LICENCES, value)
    return conditions.licence(entry) if entry else None


def _qualification(value: str, _today: date) -> Condition | None:
    kind = lookup.kinds_called([value]).get(value)
    return conditions.qualification(kind) if kind else None


def _language(value: str, _today: date) -> Condition | None:
    language, _dash, least = value.rpartition("-")
    one, level = by_slug(vocabulary.LANGUAGES, language), by_slug(vocabulary.LANGUAGE_LEVELS, least)
    return conditions.language(one, level) if one and level else None


_READ: dict[str, Callable[[str, date], Condition | None]] = {
    "level": lambda value, _today: conditions.level(int(value)),
    "shift": _shift,
    "qualification": _qualification,
    "language": _language,
    "licence": _licence,
    "montage": lambda _value, _today: conditions.montage(),
    "hours": lambda value, _today: conditions.hours(int(value)),
    "start": lambda value, today: conditions.start(date.fromisoformat(value), today),
    "fresh": lambda value, today: conditions.fresh(int(value), today),
    "years": lambda value, _today: conditions.years(int(value)),
    "reference": lambda value, _today: conditions.reference(value),
}
