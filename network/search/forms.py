from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from network.employers.viewer import Viewer
from network.occupations.lookup import fields
from network.occupations.models import Field, Occupation
from network.places.fields import PlaceField
from network.search import conditions
from network.search.conditions import HIRING, Condition
from network.search.criteria import DISTANCE, NEWEST, RADII, USUAL_RADIUS, Criteria
from network.search.forms_conditions import SHOWN, ConditionFields
from network.search.typed import MOST_OCCUPATIONS, SearchedOccupation, Sorted, sort_out

# The fields speak to workers by themselves; here they speak to employers.
OCCUPATION_UNKNOWN = pgettext_lazy("to employer", "We do not know this occupation yet. Try another word.")
PLACE_UNKNOWN = pgettext_lazy("to employer", "We do not know this place. Type a postcode or a town in Germany.")
SEVERAL = ("occupation", "qualification", "language", "shift", "licence")  # may stand in the address more than once


class SearchForm(ConditionFields):
    """The one form of the search; everything stands in the address.

    Occupations and proofs of which the address holds the slugs are `chosen`; the field holds what was typed beside them.
    """

    # As on the page: the summary of mistakes follows it.
    field_order = (
        *("occupation", "postcode", "radius", "field", "qualification", "reference", "fresh", "years", "level"),
        *("start", "hours", "montage", "speak", "speak_level", "sort", "shift", "licence"),
    )
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
        help_text=_("All occupations of it"),
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
        choices=lambda: [(km, gettext("%(km)d kilometres") % {"km": km}) for km in RADII],
        initial=USUAL_RADIUS,
        error_messages={"invalid_choice": _("“%(value)s” is no radius we know. Choose one from the list")},
    )
    sort = forms.ChoiceField(
        label=_("Order"),
        choices=[(DISTANCE, _("Nearest first")), (NEWEST, _("Newest confirmation first"))],
        required=False,
        error_messages={"invalid_choice": _("“%(value)s” is no order we know. Choose one from the list")},
    )

    def __init__(self, viewer: Viewer, query: QueryDict | None = None, **kwargs: Any) -> None:
        found = sort_out(query) if query is not None else Sorted()
        self.chosen = found.chosen
        super().__init__(found.data, **kwargs)
        area: Any = self.fields["field"]
        area.choices = lambda: [("", _("No field chosen")), *((slug, str(each)) for slug, each in fields().items())]
        for name in () if viewer.checked else HIRING:
            del self.fields[name]
        for name in ("occupation", "qualification"):
            self.fields[name].known = found.known[name]  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.quiet = True  # type: ignore[attr-defined]  # no "(optional)" on a search

    @property
    def more_open(self) -> bool:
        """Whether the fold of conditions holds a mistake. What was understood stands above the hits."""
        return bool(self.errors.keys() - {"occupation", "postcode", "radius", "shift", "licence"})

    @classmethod
    def asked(cls, query: QueryDict) -> bool:
        """Whether the address says anything about a search."""
        return any(value.strip() for name in (*cls.base_fields, "language") for value in query.getlist(name))

    @classmethod
    def understood(cls, viewer: Viewer, wanted: Criteria) -> "SearchForm":
        """The form that shows what was understood, without asking the database about it again.

        An occupation stands in one field alone, so beside it there is no list of fields to choose from.
        """
        said: dict[str, Any] = {each.name: each.value for each in wanted.conditions}
        said |= {name: [each.value for each in wanted.conditions if each.name == name] for name in SEVERAL}
        alone = wanted.occupations[0] if len(wanted.occupations) == 1 else None
        form = cls(
            viewer,
            initial=said
            | {
                "occupation": alone,
                "qualification": None,
                "field": wanted.field.slug if wanted.field else "",
                "postcode": wanted.place,
                "radius": wanted.radius,
                "montage": ["1"] if said.get("montage") else [],
                "sort": wanted.sort,
            },
        )
        form.chosen["occupation"] = [] if alone else list(wanted.occupations)
        for name in ("qualification", "language"):
            form.chosen[name] = [each for each in wanted.conditions if each.name == name]
        if wanted.occupations:
            del form.fields["field"]
        return form

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for name in {"field", "radius", "sort", "level", "fresh", "years", "reference"} & set(self.errors):
            self._keep_typed(self.fields[name].widget, self.data[name])
        for name, message in HIRING.items():
            if name not in self.fields and self.data.get(name, "").strip():
                self.add_error(None, ValidationError(message, code="hiring"))
        self.clean_speaking(data)
        if "occupation" in data and "field" in data:
            self._clean_what(self._occupations(), fields()[data["field"]] if data["field"] else None)
        if not self.errors and len(self._conditions()) > conditions.MOST:
            message = _("These are more than %(most)d conditions. Take some off")
            self.add_error(None, ValidationError(message, params={"most": conditions.MOST}, code="many"))
        return data

    def criteria(self) -> Criteria:
        """What a valid form asks for. A field beside its own occupation says nothing more, so it is left out."""
        data = self.cleaned_data
        occupations = self._occupations()
        return Criteria(
            place=data["postcode"],
            radius=data["radius"],
            occupations=tuple(occupations),
            field=None if occupations else fields()[data["field"]],
            conditions=tuple(self._conditions()),
            sort=data["sort"] or DISTANCE,
        )

    def _occupations(self) -> list[Occupation]:
        typed = self.cleaned_data.get("occupation")
        return list({each.pk: each for each in (*self.chosen["occupation"], *([typed] if typed else []))}.values())

    def _conditions(self) -> list[Condition]:
        """In the order of the address, each once."""
        typed = self.cleaned_data.get("qualification")
        kinds = {each.slug: each for each in (*self.chosen["qualification"], *([typed] if typed else []))}
        found = [
            *self.one_each(),
            *self.several(),
            *map(conditions.qualification, kinds.values()),
            *self.chosen["language"],
        ]
        once = {(each.name, each.value): each for each in found}
        return sorted(once.values(), key=lambda each: conditions.NAMES.index(each.name))

    def _keep_typed(self, select: Any, typed: str) -> None:
        """A list that shows its first entry instead of what the address says would hide the mistake."""
        select.choices = [(typed, typed[:SHOWN]), *select.choices]

    def _clean_what(self, occupations: list[Occupation], area: Field | None) -> None:
        """One of the two, or both if they agree: a search over everybody would be a list of people, not a search."""
        if not occupations and area is None:
            self.add_error("occupation", _("Enter an occupation or choose a field"))
        if len(occupations) > MOST_OCCUPATIONS:
            message = _("Search for at most %(most)d occupations at once")
            self.add_error("occupation", ValidationError(message, params={"most": MOST_OCCUPATIONS}, code="many"))
        apart = next((each for each in occupations if area and each.field_id != area.pk), None)
        if apart:
            message = _("%(occupation)s is not in the field %(field)s. Take one of the two off")
            params = {"occupation": apart, "field": area}
            self.add_error("field", ValidationError(message, params=params, code="apart"))
