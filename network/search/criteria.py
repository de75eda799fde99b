"""What somebody looks for, and the address that says so."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse

from network.occupations.models import Field, Occupation
from network.places.models import Place

RADII = (5, 10, 15, 20, 25, 30, 40, 50, 75, 100)
USUAL_RADIUS = 25
DISTANCE, NEWEST = "distance", "newest"


@dataclass(frozen=True)
class Criteria:
    """A complete, understood question: exactly one of occupation and field is there."""

    place: Place
    radius: int
    occupation: Occupation | None = None
    field: Field | None = None
    reference: bool = False
    sort: str = DISTANCE

    @property
    def what(self) -> str:
        """The name of the occupation or field, in the reader's language."""
        return str(self.occupation or self.field)

    def parameters(self) -> dict[str, str]:
        """The public contract of the address: names and order stay, what is usual or empty is left out."""
        every = {
            "postcode": self.place.postcode,
            "radius": str(self.radius),
            "occupation": self.occupation.slug if self.occupation else "",
            "field": self.field.slug if self.field else "",
            "reference": "1" if self.reference else "",
            "sort": self.sort if self.sort != DISTANCE else "",
        }
        return {name: value for name, value in every.items() if value}

    def address(self, **more: str) -> str:
        return f"{reverse('search:search')}?{urlencode({**self.parameters(), **more})}"

    @property
    def without_reference(self) -> str:
        return replace(self, reference=False).address()

    @property
    def other_order(self) -> str:
        return replace(self, sort=DISTANCE if self.sort == NEWEST else NEWEST).address()

    @property
    def whole_field(self) -> str:
        """The occupation taken off: its field instead."""
        area = self.occupation.field if self.occupation else self.field
        return replace(self, occupation=None, field=area).address()
