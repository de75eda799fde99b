"""What somebody looks for, and the address that says so."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

from network.occupations.models import Field, Occupation
from network.places.distance import RADII as RADII
from network.places.distance import USUAL_RADIUS as USUAL_RADIUS
from network.places.models import Place
from network.search.conditions import Condition

DISTANCE, NEWEST = "distance", "newest"


@dataclass(frozen=True)
class Criteria:
    """A complete, understood question: there are occupations or there is a field, not both."""

    place: Place
    radius: int
    occupations: tuple[Occupation, ...] = ()
    field: Field | None = None
    conditions: tuple[Condition, ...] = ()
    sort: str = DISTANCE

    @property
    def what(self) -> str:
        """The names of the occupations or of the field, in the reader's language."""
        return ", ".join(map(str, self.occupations)) or str(self.field)

    @property
    def fields(self) -> list[int]:
        """Ids of the fields in which the occupations lie, or of the one that was named."""
        return [self.field.pk] if self.field else sorted({each.field_id for each in self.occupations})

    @property
    def groups(self) -> list[str]:
        return sorted({each.group for each in self.occupations})

    @property
    def fits(self) -> Q:
        """All conditions together."""
        return self.fits_without()

    def fits_without(self, left_out: Condition | None = None) -> Q:
        return Q(*(each.fits for each in self.conditions if each is not left_out))

    def parameters(self) -> list[tuple[str, str]]:
        """The public contract of the address: names and order stay, what is usual or empty is left out."""
        every = [
            ("postcode", self.place.postcode),
            ("radius", str(self.radius)),
            *(("occupation", each.slug) for each in self.occupations),
            ("field", self.field.slug if self.field else ""),
            *((each.name, each.value) for each in self.conditions),
            ("sort", self.sort if self.sort != DISTANCE else ""),
        ]
        return [(name, value) for name, value in every if value]

    def address(self, to: str = "search:search", **more: str) -> str:
        return f"{reverse(to)}?{urlencode([*self.parameters(), *more.items()])}"

    def without(self, condition: Condition) -> "Criteria":
        return replace(self, conditions=tuple(each for each in self.conditions if each != condition))

    def having(self, condition: Condition) -> "Criteria":
        """With one more."""
        return replace(self, conditions=(*self.conditions, condition))

    @property
    def other_order(self) -> str:
        return replace(self, sort=DISTANCE if self.sort == NEWEST else NEWEST).address()

    @property
    def area(self) -> Field | None:
        """The field, that of the first occupation where occupations are named."""
        return self.occupations[0].field if self.occupations else self.field

    @property
    def whole_field(self) -> str:
        """The occupations taken off: the field of the first instead."""
        return replace(self, occupations=(), field=self.area).address()

    @property
    def map_url(self) -> str:
        return self.address("search:map")

    @property
    def save_url(self) -> str:
        return self.address("search:save")

    @property
    def narrow_url(self) -> str:
        return self.address("search:narrow")
