"""The steps of a recognition: a tick for each, and the month where it is known."""

from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext as _

from network.profiles import recognition
from network.ui.fields import MonthField


class RecognitionForm(forms.Form):
    """Two fields for each step: `applied` and `applied_month`."""

    def __init__(self, *args: Any, steps: dict[str, str], **kwargs: Any) -> None:
        kwargs["initial"] = {
            **{key: True for key in steps},
            **{f"{key}_month": recognition.month_of(text) for key, text in steps.items()},
        }
        super().__init__(*args, **kwargs)
        for step in recognition.STEPS:
            self.fields[step.key] = forms.BooleanField(
                label=str(step.title), help_text=str(step.meaning), required=False
            )
            self.fields[_month(step.key)] = MonthField(
                label=_("Month: %(step)s") % {"step": step.title}, required=False
            )

    def clean(self) -> dict[str, Any]:
        """A month says the tick too. Months go up with the steps; none is to come."""
        said, before = self.cleaned_data, date.min
        this_month = timezone.localdate().replace(day=1)
        for key in recognition.KEYS:
            when = said.get(_month(key))
            if when is None:
                continue
            said[key] = True
            if when > this_month:
                self.add_error(_month(key), _("The month is in the future. Tick the step when it is reached."))
            elif key not in recognition.MADE_UP and when < before:
                self.add_error(_month(key), _("This month is before the one of the step above. Check both."))
            before = max(before, when) if key not in recognition.MADE_UP else before
        return said

    @property
    def pairs(self) -> list[tuple[BoundField, BoundField]]:
        """Each tick with its month, for the page."""
        return [(self[key], self[_month(key)]) for key in recognition.KEYS]

    def months(self) -> dict[str, date | None]:
        """What is reached, for the action."""
        said = self.cleaned_data
        return {key: said.get(_month(key)) for key in recognition.KEYS if said.get(key)}


def _month(key: str) -> str:
    return f"{key}_month"
