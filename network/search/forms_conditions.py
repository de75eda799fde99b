"""The fields below "More conditions". Each cleans to what network/search/conditions.py takes."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.occupations.vocabulary import LANGUAGE_LEVELS, LANGUAGES, LICENCES, SHIFTS, by_slug
from network.search import conditions
from network.search.choices import Tick, Ticks, counted, named, one_of
from network.search.conditions import ANY_REFERENCE, CHECKED_REFERENCE, FRESH, LEVELS, YEARS, Condition
from network.search.typed import SearchedQualification, values

QUALIFICATION_UNKNOWN = pgettext_lazy("to employer", "We do not know this proof yet. Try another word.")
LEAST, MOST_HOURS = 1, 60
FARTHEST_START = 2  # years
SHOWN = 60  # characters of a strange value that a message repeats


class ConditionFields(forms.Form):
    """Part of the form of the search."""

    chosen: dict[str, list[Any]]

    level = one_of(
        _("Level"),
        _("Any level"),
        lambda: [(str(number), name) for number, name in LEVELS.items()],
        _("“%(value)s” is no level we know. Choose one from the list"),
        _("Where the occupation stands in the official classification"),
    )
    qualification = SearchedQualification(
        label=_("Valid proof"),
        help_text=_("For example: Staplerschein. Only people whose proof is valid today are shown"),
        required=False,
        error_messages={
            "several": pgettext_lazy("to employer", "Several proofs match. Choose one."),
            "unknown": QUALIFICATION_UNKNOWN,
            "max_length": QUALIFICATION_UNKNOWN,
        },
    )
    shift = Ticks(
        label=_("Shifts, all that you tick"),
        choices=named(SHIFTS),
        required=False,
        error_messages={"invalid_choice": _("“%(value)s” is no shift we know. Take it off")},
    )
    start = forms.DateField(
        label=_("Can start by"),
        help_text=_("Counts the day that people said, and their notice period"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d.%m.%Y"],
        error_messages={"invalid": _("Enter a day, for example 01.03.2027")},
    )
    hours = forms.IntegerField(
        label=_("Hours a week, at least"),
        help_text=_("Who says nothing about hours is shown too"),
        required=False,
        min_value=LEAST,
        max_value=MOST_HOURS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Enter whole hours a week, from 1 to 60")
        ),
    )
    montage = Tick(
        label=_("Away from home"),
        choices=[("1", _("Works away from home for several days"))],
        required=False,
        error_messages={
            "invalid_choice": _("“%(value)s” does not say whether people work away. Tick the box or leave it")
        },
    )
    licence = Ticks(
        label=_("Driving licence, all that you tick"),
        choices=named(LICENCES),
        help_text=_("A higher class counts as well"),
        required=False,
        error_messages={"invalid_choice": _("“%(value)s” is no driving licence we know. Take it off")},
    )
    speak = one_of(
        _("Language"),
        _("No language chosen"),
        named(LANGUAGES),
        _("“%(value)s” is no language we know. Choose one from the list"),
    )
    speak_level = one_of(
        _("At least"),
        _("Any level"),
        named(LANGUAGE_LEVELS),
        _("“%(value)s” is no level we know. Choose one from the list"),
    )
    reference = one_of(
        _("References"),
        _("With or without"),
        lambda: [
            (ANY_REFERENCE, _("Only people with a reference")),
            (CHECKED_REFERENCE, _("Only with a reference from a checked employer")),
        ],
        _("“%(value)s” does not say whether people need a reference. Choose one from the list"),
        _("Signed by somebody who has worked with the person"),
    )
    fresh = one_of(
        _("Newest confirmation"),
        _("From any time"),
        counted(FRESH, conditions.fresh_words),
        _("“%(value)s” is no time we know. Choose one from the list"),
        _("When an employer last confirmed something on the page"),
    )
    years = one_of(
        _("Confirmed time"),
        _("Any"),
        counted(YEARS, conditions.years_words),
        _("“%(value)s” is no time we know. Choose one from the list"),
        _("What employers have confirmed, all stations together. The list is never sorted by it"),
    )

    def clean_start(self) -> Any:
        day, today = self.cleaned_data["start"], timezone.localdate()
        if day and not today <= day <= today.replace(year=today.year + FARTHEST_START, day=1):
            raise ValidationError(_("Enter a day from today on, at most 2 years ahead"), code="range")
        return day

    def one_each(self) -> Iterator[Condition]:
        """The conditions of the fields that hold one value, in no order."""
        data, today = self.cleaned_data, timezone.localdate()
        if data.get("level"):
            yield conditions.level(int(data["level"]))
        if data.get("montage"):
            yield conditions.montage()
        if data.get("hours"):
            yield conditions.hours(data["hours"])
        if data.get("start"):
            yield conditions.start(data["start"], today)
        if data.get("fresh"):
            yield conditions.fresh(int(data["fresh"]), today)
        if data.get("years"):
            yield conditions.years(int(data["years"]))
        if data.get("reference"):
            yield conditions.reference(data["reference"])

    def several(self) -> Iterator[Condition]:
        """Those of the fields that hold many, without what stands in the address as `qualification` and `language`."""
        for slug in self.cleaned_data.get("shift") or []:
            if entry := by_slug(SHIFTS, slug):
                yield conditions.shift(entry)
        for slug in self.cleaned_data.get("licence") or []:
            if entry := by_slug(LICENCES, slug):
                yield conditions.licence(entry)

    def clean_speaking(self, data: dict[str, Any]) -> None:
        """`language=de-b2`, as often as it stands there, and the two lists that add another."""
        said = values(self.data, "language")
        if data.get("speak"):
            said.append(f"{data['speak']}-{data.get('speak_level') or LANGUAGE_LEVELS[0].slug}")
        for text in said:
            language, _dash, least = text.rpartition("-")
            one, level = by_slug(LANGUAGES, language), by_slug(LANGUAGE_LEVELS, least)
            if one and level:
                self.chosen["language"].append(conditions.language(one, level))
            else:
                message = _("We do not know the language “%(value)s”. Choose one from the list")
                self.add_error("speak", ValidationError(message, params={"value": text[:SHOWN]}, code="unknown"))
