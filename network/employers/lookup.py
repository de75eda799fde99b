"""From what somebody types to registered employers. Employers are public, checked or not."""

from django.db.models import Case, IntegerField, Q, Value, When

from network.employers import naming
from network.employers.models import Employer
from network.employers.querysets import EmployerQuerySet
from network.places.models import Place
from network.ui.text import fold

MOST = 8
SHORTEST = 2


def find(text: str, place: Place | None = None) -> list[Employer]:
    """At most 8, with their place: the name or one of its words begins like the text. "Elektro Brandt, Fürth" asks for the town as well.

    Old names are found too, as what they are: people worked there, and hide from them. With a place, employers of its town come first; then names that begin like the text; then by name.
    """
    name, comma, town = text.rpartition(",")
    if comma and len(naming.stem(name)) >= SHORTEST and fold(town):
        found = _named(naming.stem(name)).filter(place__key__startswith=fold(town))
        if hits := _first(found, naming.stem(name), place):
            return hits
    start = naming.stem(text)
    return _first(_named(start), start, place) if len(start) >= SHORTEST else []


def twins(name: str, place: Place) -> list[Employer]:
    """Registered under the same name in the same town; the legal form makes no difference."""
    wanted = naming.stem(name)
    in_town = Employer.objects.filter(place__key=place.key, place__state=place.state, key__startswith=wanted)
    return [employer for employer in in_town.select_related("place") if naming.stem(employer.name) == wanted]


def label(employer: Employer) -> str:
    """What to show and what finds it again: "Elektro Brandt, Fürth"."""
    return f"{employer.name}, {employer.place.name}"


def _named(start: str) -> EmployerQuerySet:
    return Employer.objects.filter(Q(key__startswith=start) | Q(key__contains=f" {start}"))


def _first(found: EmployerQuerySet, start: str, place: Place | None) -> list[Employer]:
    here = Q(place__key=place.key, place__state=place.state) if place else Q(pk=None)
    order = Case(
        When(here, then=Value(0)),
        When(key__startswith=start, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    known = found.select_related("place", "merged_into__place").order_by(order, "name", "place__name", "pk")[:MOST]
    return list(known)
