"""When and for how long somebody works."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from network.occupations import vocabulary
from network.occupations.vocabulary import Entry
from network.profiles import week
from network.profiles.models import Profile

MOST_HOURS = 60  # § 3 ArbZG: 48 on average, 60 in a single week

Group = tuple[str | Promise, Sequence[str]]
SHIFT_GROUPS: tuple[Group, ...] = (
    (gettext_lazy("Single shifts"), ("day", "early", "between", "late", "night", "permanent-night", "split")),
    (gettext_lazy("Shift systems"), ("two-shift", "three-shift", "continuous", "floating")),
    (gettext_lazy("Weekend"), ("weekend-free", "weekend-alternate")),
    (gettext_lazy("Ready when needed"), ("on-call", "standby")),
    (gettext_lazy("Away from home"), ("montage-week", "montage-far")),
    (gettext_lazy("Working time"), ("flexible", "part-time", "mini-job")),
)


def grouped(entries: Sequence[Entry], groups: Sequence[Group]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The vocabulary under the heads of its groups, in the reader's language."""
    names = {entry.slug: entry.name for entry in entries}
    return [(str(head), [(slug, names[slug]) for slug in slugs]) for head, slugs in groups]


def _shifts() -> Any:
    return grouped(vocabulary.SHIFTS, SHIFT_GROUPS)


class TicksField(forms.MultipleChoiceField):
    """Ticks of which none may be the answer; that need not be said beside the question."""

    quiet = True


class ShiftsForm(forms.Form):
    heading = "shifts"
    shifts = TicksField(
        label=gettext_lazy("Which shifts fit you?"),
        help_text=gettext_lazy(
            "Tick everything that fits. Only checked employers read it, and only if you want offers."
        ),
        choices=_shifts,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class WeekWidget(forms.CheckboxSelectMultiple):
    """A table: a row for each day, a column for each part of it."""

    template_name = "profiles/week_ticks.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        said = {str(place) for place in value or []}
        ticked = [place for place in range(week.CELLS) if str(place) in said]
        context["week"] = week.rows(week.bits_of(ticked))
        context["parts"] = week.PARTS
        return context


class Quick(NamedTuple):
    """A week that many people have."""

    label: str | Promise
    week: int


QUICK = {
    "weekdays-early": Quick(gettext_lazy("Monday to Friday, early"), week.block(week.WEEKDAYS, week.EARLY)),
    "weekdays": Quick(
        gettext_lazy("Monday to Friday, early and late"), week.block(week.WEEKDAYS, week.EARLY, week.LATE)
    ),
    "weekend": Quick(gettext_lazy("Only at weekends"), week.block(week.WEEKEND, week.EARLY, week.LATE)),
    "nights": Quick(gettext_lazy("Only nights"), week.block((*week.WEEKDAYS, *week.WEEKEND), week.NIGHT)),
    "always": Quick(gettext_lazy("At any time"), week.ALL),
}


class WeekField(forms.TypedMultipleChoiceField):
    quiet = True


class WeekForm(forms.Form):
    week = WeekField(
        label=gettext_lazy("Tick what fits you"),
        choices=[(place, str(place)) for place in range(week.CELLS)],
        coerce=int,
        widget=WeekWidget,
        required=False,
    )


class HoursForm(forms.Form):
    hours = forms.IntegerField(
        label=gettext_lazy("How many hours a week do you want to work at most?"),
        help_text=gettext_lazy("A full number, for example 35."),
        min_value=1,
        max_value=MOST_HOURS,
        required=False,
        error_messages={
            "invalid": gettext_lazy("Enter the hours a week as a full number, for example 35"),
            "min_value": gettext_lazy("Enter at least 1 hour a week"),
            "max_value": gettext_lazy("Enter at most %(limit_value)s hours a week"),
        },
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "maxlength": "3", "autocomplete": "off", "class": "input--short"}
        ),
    )
    notice = forms.ChoiceField(
        label=gettext_lazy("How long is your notice period?"),
        help_text=gettext_lazy("It stands in your contract."),
        choices=[("", gettext_lazy("I do not say")), *Profile.Notice.choices],
        required=False,
    )
