"""Form fields that take what people type: months, phone numbers, choices with a hint."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _


class Choice(str):
    """A choice label with a hint below it: choices=[("off", Choice(_("Nobody"), _("Only you see your page.")))]."""

    hint: Any

    def __new__(cls, label: Any, hint: Any = "") -> "Choice":
        made = super().__new__(cls, label)
        made.label, made.hint = label, hint  # type: ignore[attr-defined]
        return made

    def __str__(self) -> str:
        return str(self.label)  # type: ignore[attr-defined]  # lazy: in the reader's language


def choices(pairs: Iterable[tuple[str, Any, Any]]) -> list[tuple[str, Choice]]:
    """(value, label, hint) triples -> choices of a form field."""
    return [(value, Choice(label, hint)) for value, label, hint in pairs]


class LineField(forms.CharField):
    """Text on one line, composed, before its length is checked: some characters grow when they are composed."""

    def to_python(self, value: Any) -> str:
        return " ".join(unicodedata.normalize("NFC", str(super().to_python(value) or "")).split())


@dataclass(frozen=True)
class LooseMonth:
    """A month, or with `about` a year of which the month is not known."""

    day: date
    about: bool = False


class MonthWidget(forms.MultiWidget):
    template_name = "ui/month.html"
    use_fieldset = True
    nothing: Any = _("Month")  # what stands there where no month is chosen

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        months = [("", self.nothing), *((str(number), name) for number, name in MONTHS.items())]
        parts: dict[str, forms.Widget | type[forms.Widget]] = {
            "month": forms.Select(choices=months),
            "year": forms.TextInput(attrs={"inputmode": "numeric", "maxlength": "7", "autocomplete": "off"}),
        }
        super().__init__(parts, attrs)

    def decompress(self, value: date | LooseMonth | None) -> list[Any]:
        if isinstance(value, LooseMonth):
            return [None if value.about else value.day.month, value.day.year]
        return [value.month, value.year] if value else [None, None]


class LooseMonthWidget(MonthWidget):
    nothing = _("Not known")


class MonthField(forms.MultiValueField):
    """Month and year -> date, first of the month. Two-digit years mean the last 80 years; "09/2013" in the year box works too."""

    widget = MonthWidget
    default_error_messages = {
        "incomplete": _("Enter month and year"),
        "year": _("Enter the year with 4 digits, for example 2013"),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            (forms.CharField(required=False), forms.CharField(required=False)), require_all_fields=False, **kwargs
        )

    def clean(self, value: Any) -> date | None:
        month_text, year_text = (str(part or "").strip() for part in (value or ["", ""]))
        if both := re.fullmatch(r"(\d{1,2})\s*[./\- ]\s*(\d{2}|\d{4})", year_text):
            month_text, year_text = both.groups()
        if not month_text and not year_text:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        if not month_text or not year_text or not re.fullmatch(r"\d{1,2}", month_text, re.ASCII):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        return self.compress([month_text, year_text])

    def compress(self, data_list: list[str]) -> date | None:
        month, year = data_list
        if not re.fullmatch(r"\d{2}|\d{4}", year, re.ASCII) or not 1 <= int(month) <= 12:
            raise ValidationError(self.error_messages["year"], code="year")
        number = int(year)
        if len(year) == 2:
            this_year = timezone.localdate().year
            number += this_year - this_year % 100
            number -= 100 if number > this_year + 20 else 0
        if not 1900 <= number <= 2200:
            raise ValidationError(self.error_messages["year"], code="year")
        return date(number, int(month), 1)


class LooseMonthField(MonthField):
    """Like MonthField, but the year alone is enough. Cleans to a LooseMonth; the day of an unknown month is 1 July."""

    widget = LooseMonthWidget
    default_error_messages = {"incomplete": _("Enter at least the year")}

    def clean(self, value: Any) -> LooseMonth | None:  # type: ignore[override]
        month, year = (str(part or "").strip() for part in (value or ["", ""]))
        about = not month and bool(re.fullmatch(r"\d{2}|\d{4}", year, re.ASCII))
        day = super().clean(["7" if year and not month else month, year])
        return LooseMonth(day, about) if day else None


class PhoneField(forms.CharField):
    """A phone number as people write it -> E.164 ("+491713920055"). Numbers without country code are German."""

    default_error_messages = {"phone": _("Enter a phone number with area code, for example 0171 3920055")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}))
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if not text:
            return ""
        try:
            number = phonenumbers.parse(text, "DE")
        except phonenumbers.NumberParseException:
            raise ValidationError(self.error_messages["phone"], code="phone") from None
        too_short = len(str(number.national_number)) < 6  # "0171" alone is possible in some plan of some country
        if too_short or not phonenumbers.is_possible_number(number):
            raise ValidationError(self.error_messages["phone"], code="phone")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
