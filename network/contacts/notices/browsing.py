"""What somebody looks for among the notices, and the address that says so."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from network.contacts.models import Notice
from network.contacts.querysets_notices import NoticeQuerySet
from network.occupations.lookup import fields
from network.occupations.models import Field
from network.places import neighbours
from network.places.distance import RADII, USUAL_RADIUS
from network.places.fields import PlaceField
from network.places.models import Place

PER_PAGE = 20
PLACE_UNKNOWN = pgettext_lazy("to worker", "We do not know this place. Type a postcode or a town in Germany.")

SHOWN = 60  # characters of a strange value that the list repeats


@dataclass(frozen=True)
class Wanted:
    """An understood question. Without a place it is the whole house."""

    place: Place | None = None
    radius: int = USUAL_RADIUS
    field: Field | None = None

    def address(self, to: str, page: str = "") -> str:
        """Names and order stay; what is empty is left out."""
        said: list[tuple[str, str]] = []
        if self.place:
            said += [("postcode", self.place.postcode), ("radius", str(self.radius))]
        if self.field:
            said += [("field", self.field.slug)]
        if page:
            said += [("page", page)]
        return f"{reverse(to)}?{urlencode(said)}" if said else reverse(to)

    @property
    def words(self) -> str:
        """ "Care, within 25 kilometres of 90762 Fürth" """
        where = {"km": self.radius, "place": self.place}
        parts = [str(self.field)] if self.field else []
        parts += [_("within %(km)d kilometres of %(place)s") % where] if self.place else []
        return ", ".join(parts) or _("everywhere")


def found(wanted: Wanted) -> NoticeQuerySet:
    """Nearest first, then newest; without a place newest first."""
    notices = Notice.objects.running().with_facts()
    if wanted.field:
        notices = notices.filter(field=wanted.field)
    if wanted.place is None:
        return notices
    neighbours.ensure(wanted.place)
    return notices.within(wanted.place, wanted.radius).by_distance()


class BrowseForm(forms.Form):
    """Everything stands in the address. What is not known is said at its field."""

    postcode = PlaceField(
        label=gettext_lazy("Postcode or town"),
        required=False,
        error_messages={"unknown": PLACE_UNKNOWN, "max_length": PLACE_UNKNOWN},
    )
    radius = forms.TypedChoiceField(
        label=gettext_lazy("Radius"),
        coerce=int,
        required=False,
        error_messages={
            "invalid_choice": pgettext_lazy("to worker", "“%(value)s” is no radius we know. Choose one from the list")
        },
    )
    field = forms.ChoiceField(
        label=gettext_lazy("Field"),
        required=False,
        error_messages={
            "invalid_choice": pgettext_lazy(
                "to worker", "We do not know the field “%(value)s”. Choose one from the list"
            )
        },
    )

    def __init__(self, query: QueryDict | None = None, **kwargs: Any) -> None:
        data = query.copy() if query is not None else None
        if data is not None and not data.get("radius"):
            data["radius"] = str(USUAL_RADIUS)  # else the list would show its first entry
        super().__init__(data, **kwargs)
        self.fields["radius"].initial = USUAL_RADIUS
        self._list("radius", [(km, _("%(km)d kilometres") % {"km": km}) for km in RADII])
        self._list("field", [("", _("All fields")), *((slug, str(each)) for slug, each in fields().items())])
        for each in self.fields.values():
            each.quiet = True  # type: ignore[attr-defined]  # no "(optional)" on a search

    def _list(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """A list that shows its first entry instead of what the address says would hide the mistake."""
        for name in {"radius", "field"} & set(self.errors):
            typed, select = self.data[name], self.fields[name].widget
            select.choices = [(typed, typed[:SHOWN]), *select.choices]  # type: ignore[attr-defined]
        return super().clean() or self.cleaned_data

    def wanted(self) -> Wanted:
        data = self.cleaned_data
        return Wanted(data["postcode"], data["radius"] or USUAL_RADIUS, fields().get(data["field"]))
