"""A form field for a day. The number of the day may be left out where the paper itself names only the month."""

import re
from calendar import monthrange
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from network.ui.fields import MonthField

_DAY = re.compile(r"(\d{1,2})\s*\.?", re.ASCII)
_WHOLE = re.compile(r"(\d{1,2})\s*[./\- ]\s*(\d{1,2})\s*[./\- ]\s*(\d{2}|\d{4})", re.ASCII)


class DayWidget(forms.MultiWidget):
    """Day, month, year. An empty box for the day stands for the first of the month, with `to_last` for the last."""

    template_name = "ui/day.html"
    use_fieldset = True
    to_last = False

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        months = [("", _("Month")), *((str(number), name) for number, name in MONTHS.items())]
        number = {"inputmode": "numeric", "autocomplete": "off"}
        parts: dict[str, forms.Widget | type[forms.Widget]] = {
            "day": forms.TextInput(attrs={**number, "maxlength": "10"}),
            "month": forms.Select(choices=months),
            "year": forms.TextInput(attrs={**number, "maxlength": "7"}),
        }
        super().__init__(parts, attrs)

    def decompress(self, value: date | None) -> list[Any]:
        """The day that stands for "no day said" is shown as that."""
        if not value:
            return [None, None, None]
        unsaid = monthrange(value.year, value.month)[1] if self.to_last else 1
        return [None if value.day == unsaid else value.day, value.month, value.year]


class DayField(MonthField):
    """Day, month and year -> date. Without a day it is the first of the month, or the last one with `to_last`.

    "12.3.2027" in the first box works too.
    """

    widget = DayWidget  # type: ignore[assignment]
    default_error_messages = {
        "incomplete": _("Enter month and year"),
        "day": _("This month does not have such a day. Check the day."),
    }

    def __init__(self, *, to_last: bool = False, **kwargs: Any) -> None:
        self.to_last = to_last
        super().__init__(**kwargs)
        self.widget.to_last = to_last  # type: ignore[attr-defined]

    def clean(self, value: Any) -> date | None:
        day, month, year = (str(part or "").strip() for part in (value or ["", "", ""]))
        if not month and not year and (whole := _WHOLE.fullmatch(day)):
            day, month, year = whole.groups()
        first = super().clean([month, year])
        if first is None:
            if day:
                raise ValidationError(self.error_messages["incomplete"], code="incomplete")
            return None
        last = monthrange(first.year, first.month)[1]
        if not day:
            return first.replace(day=last) if self.to_last else first
        said = _DAY.fullmatch(day)
        if not said or not 1 <= int(said[1]) <= last:
            raise ValidationError(self.error_messages["day"], code="day")
        return first.replace(day=int(said[1]))
