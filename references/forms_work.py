"""The months and the occupation, as the referee remembers them."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import pgettext, pgettext_lazy

from network.employers.models import Employer
from network.occupations.fields import OccupationField
from network.profiles import words as words_of
from network.profiles.models import Station
from network.profiles.rules import check_months
from network.ui.fields import MonthField


class WorkForm(forms.Form):
    first = MonthField(
        label=pgettext_lazy("to referee", "First month"),
        error_messages={"required": pgettext_lazy("to referee", "Enter the first month and year")},
    )
    still = forms.BooleanField(label=pgettext_lazy("to referee", "Still works there"), required=False)
    last = MonthField(label=pgettext_lazy("to referee", "Last month"), required=False)
    occupation = OccupationField(
        label=pgettext_lazy("to referee", "What did the person work as?"),
        error_messages={"required": pgettext_lazy("to referee", "Enter what the person worked as")},
    )

    def __init__(self, *args: Any, employer: Employer | None, claimed: Station | None = None, **kwargs: Any) -> None:
        """`claimed` is what the worker says: somebody who means quite another time has mistyped a year."""
        super().__init__(*args, **kwargs)
        self.employer, self.claimed = employer, claimed
        self.fields["last"].quiet = True  # type: ignore[attr-defined]  # empty only with the tick above
        self.fields["still"].quiet = True  # type: ignore[attr-defined]
        for name in ("first", "last"):
            if getattr(self.initial.get(name), "about", False):
                words = pgettext("to referee", "The month is not known. Enter one that you are sure of.")
                self.fields[name].help_text = words
        if claimed and not (claimed.start_about or claimed.end_about):
            self._point_out(claimed)

    def _point_out(self, claimed: Station) -> None:
        """What the worker says cannot be: said at the field, before anybody signs it."""
        for name, words in self._problems(claimed.start, claimed.end).items():
            self.fields[name].help_text = " ".join(words)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("still"):
            said["last"] = None
            self.errors.pop("last", None)
        elif said.get("last") is None and "last" not in self.errors:
            words = pgettext("to referee", "Enter the last month and year, or tick that the person still works there")
            self.add_error("last", words)
        if said.get("first") and "last" not in self.errors:
            self._check(said["first"], said.get("last"))
        return said

    def _check(self, first: date, last: date | None) -> None:
        """The same limits the worker has: not in the future, not before the firm began, not the wrong way round."""
        problems = self._problems(first, last)
        for name, words in problems.items():
            self.add_error(name, words)
        if self.claimed and not problems and is_apart(self.claimed, first, last):
            said = words_of.span(
                self.claimed.start,
                self.claimed.end,
                start_about=self.claimed.start_about,
                end_about=self.claimed.end_about,
            )
            outside = pgettext(
                "to referee", "You were asked about %(span)s, and these months are quite another time. Check the year."
            )
            self.add_error("first", outside % {"span": said})

    def _problems(self, first: date, last: date | None) -> dict[str, list[str]]:
        try:
            check_months(start=first, end=last, employer=self.employer, today=timezone.localdate())
        except ValidationError as problem:
            names = {"start": "first", "end": "last"}
            return {names[name]: words for name, words in problem.message_dict.items()}
        return {}

    def answers(self) -> dict[str, Any]:
        said = self.cleaned_data
        last = said["last"]
        return {
            "first": f"{said['first']:%Y-%m}",
            "last": f"{last:%Y-%m}" if last else None,
            "occupation": said["occupation"].slug,
        }


def is_apart(claimed: Station, first: date, last: date | None) -> bool:
    """Not one month in common; of an "about 2009" the whole year counts."""
    start = claimed.start.replace(month=1) if claimed.start_about else claimed.start
    end = claimed.end.replace(month=12) if claimed.end and claimed.end_about else claimed.end
    return bool((end and first > end) or (last and last < start))
