"""The months and the occupation, as the referee remembers them."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import pgettext, pgettext_lazy

from network.employers.models import Employer
from network.occupations.fields import OccupationField
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

    def __init__(self, *args: Any, employer: Employer | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.employer = employer
        self.fields["last"].quiet = True  # type: ignore[attr-defined]  # empty only with the tick above
        self.fields["still"].quiet = True  # type: ignore[attr-defined]
        for name in ("first", "last"):
            if getattr(self.initial.get(name), "about", False):
                words = pgettext("to referee", "The month is not known. Enter one that you are sure of.")
                self.fields[name].help_text = words

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
        try:
            check_months(start=first, end=last, employer=self.employer, today=timezone.localdate())
        except ValidationError as problem:
            for name, words in problem.message_dict.items():
                self.add_error({"start": "first", "end": "last"}[name], words)

    def answers(self) -> dict[str, Any]:
        said = self.cleaned_data
        last = said["last"]
        return {
            "first": f"{said['first']:%Y-%m}",
            "last": f"{last:%Y-%m}" if last else None,
            "occupation": said["occupation"].slug,
        }
