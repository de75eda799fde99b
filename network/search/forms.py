from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.occupations.fields import OccupationField
from network.occupations.models import Field, Occupation
from network.places.fields import PlaceField
from network.search.criteria import DISTANCE, NEWEST, RADII, USUAL_RADIUS, Criteria
from network.ui.choosing import Candidate

# Conditions of the public address that this page cannot hold yet. Ignoring one would show people who do not fit,
# so each is refused by name.
NOT_YET = {
    "shift": _("You cannot search by shift yet: “%(value)s”. Take this condition off."),
    "qualification": _("You cannot search by qualification yet: “%(value)s”. Take this condition off."),
    "language": _("You cannot search by language yet: “%(value)s”. Take this condition off."),
    "licence": _("You cannot search by driving licence yet: “%(value)s”. Take this condition off."),
}
# The fields speak to workers by themselves; here they speak to employers.
OCCUPATION_UNKNOWN = pgettext_lazy("to employer", "We do not know this occupation yet. Try another word.")
PLACE_UNKNOWN = pgettext_lazy("to employer", "We do not know this place. Type a postcode or a town in Germany.")
SHOWN = 60  # characters of a strange value that a message repeats


def with_usual_radius(query: QueryDict) -> QueryDict:
    """An address without radius means the usual one, and the page shows which that is."""
    if query.get("radius"):
        return query
    said = query.copy()
    said["radius"] = str(USUAL_RADIUS)
    return said


class SearchedOccupation(OccupationField):
    """Also takes the slug, as links carry it: one query on an address that is shared."""

    def candidates(self, text: str) -> list[Candidate]:
        known = Occupation.objects.select_related("field").filter(slug=text).first()
        return [Candidate(known.slug, str(known), known)] if known else super().candidates(text)


class Tick(forms.MultipleChoiceField):
    """One box, ticked or not; unlike BooleanField it says so when the address holds anything else. Cleans to bool."""

    def to_python(self, value: Any) -> list[str]:
        return [each for each in super().to_python(value) if each]

    def clean(self, value: Any) -> Any:
        return bool(super().clean(value))


class SearchForm(forms.Form):
    """The one form of the search; everything stands in the address. Asks the database for the fields once."""

    occupation = SearchedOccupation(
        label=_("Occupation"),
        help_text=_("As you say it: Altenpflegerin, Elektriker, Lager"),
        required=False,
        error_messages={
            "several": pgettext_lazy("to employer", "Several occupations match. Choose one."),
            "unknown": OCCUPATION_UNKNOWN,
            "max_length": OCCUPATION_UNKNOWN,
        },
    )
    field = forms.ChoiceField(
        label=_("Or a whole field"),
        required=False,
        error_messages={"invalid_choice": _("We do not know the field “%(value)s”. Choose one from the list")},
    )
    postcode = PlaceField(
        label=_("Postcode or town"),
        error_messages={
            "required": pgettext_lazy("to employer", "Enter a postcode or a town"),
            "unknown": PLACE_UNKNOWN,
            "max_length": PLACE_UNKNOWN,
        },
    )
    radius = forms.TypedChoiceField(
        label=_("Radius"),
        coerce=int,
        error_messages={"invalid_choice": _("“%(value)s” is no radius we know. Choose one from the list")},
    )
    reference = Tick(
        label=_("References"),
        choices=[("1", _("Only people with a reference"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={
            "invalid_choice": _("“%(value)s” does not say whether people need a reference. Tick the box or leave it")
        },
    )
    sort = forms.ChoiceField(
        label=_("Order"),
        choices=[(DISTANCE, _("Nearest first")), (NEWEST, _("Newest confirmation first"))],
        required=False,
        error_messages={"invalid_choice": _("“%(value)s” is no order we know. Choose one from the list")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["radius"].initial = USUAL_RADIUS
        area: Any = self.fields["field"]
        area.choices = lambda: [("", _("No field chosen")), *((slug, str(each)) for slug, each in self.areas.items())]
        radius: Any = self.fields["radius"]
        radius.choices = [(km, _("%(km)d kilometres") % {"km": km}) for km in RADII]
        for field in self.fields.values():
            field.quiet = True  # type: ignore[attr-defined]  # no "(optional)" on a search

    @cached_property
    def areas(self) -> dict[str, Field]:
        """Asked for only where the list is shown or a field was chosen."""
        return {area.slug: area for area in Field.objects.all()}

    @classmethod
    def asked(cls, query: QueryDict) -> bool:
        """Whether the address says anything about a search."""
        return any(query.get(name, "").strip() for name in (*cls.base_fields, *NOT_YET))

    def understood(self, wanted: Criteria) -> "SearchForm":
        """The form that shows what was understood, without asking the database about it again.

        An occupation stands in one field alone, so beside it there is no list of fields to choose from.
        """
        form = SearchForm(
            initial={
                "occupation": wanted.occupation,
                "field": wanted.field.slug if wanted.field else "",
                "postcode": wanted.place,
                "radius": wanted.radius,
                "reference": ["1"] if wanted.reference else [],
                "sort": wanted.sort,
            }
        )
        if wanted.occupation:
            del form.fields["field"]
        else:
            form.areas = self.areas
        return form

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for name, message in NOT_YET.items():
            if value := self.data.get(name, "").strip():
                self.add_error(None, ValidationError(message, params={"value": value[:SHOWN]}, code="not-yet"))
        for name in {"field", "radius", "sort"} & set(self.errors):
            self._keep_typed(self.fields[name].widget, self.data[name])
        if "occupation" in data and "field" in data:
            self._clean_what(data["occupation"], self.areas[data["field"]] if data["field"] else None)
        return data

    def _keep_typed(self, select: Any, typed: str) -> None:
        """A list that shows its first entry instead of what the address says would hide the mistake."""
        select.choices = [(typed, typed[:SHOWN]), *select.choices]

    def _clean_what(self, occupation: Occupation | None, area: Field | None) -> None:
        """One of the two, or both if they agree: a search over everybody would be a list of people, not a search."""
        if occupation is None and area is None:
            self.add_error("occupation", _("Enter an occupation or choose a field"))
        if occupation and area and occupation.field_id != area.pk:
            message = _("%(occupation)s is not in the field %(field)s. Take one of the two off")
            params = {"occupation": occupation, "field": area}
            self.add_error("field", ValidationError(message, params=params, code="apart"))

    def criteria(self) -> Criteria:
        """What a valid form asks for. A field beside its own occupation says nothing more, so it is left out."""
        data = self.cleaned_data
        occupation = data["occupation"]
        return Criteria(
            place=data["postcode"],
            radius=data["radius"],
            occupation=occupation,
            field=None if occupation else self.areas[data["field"]],
            reference=data["reference"],
            sort=data["sort"] or DISTANCE,
        )
