"""Money as people write it: "22,50", "3.200", "3200 €"."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

_AROUND = re.compile(r"€|\beuros?\b|\beur\b|,\s*-+|,\s*–", re.IGNORECASE)
_GROUPED = re.compile(r"(\d{1,3})([.,'’])(\d{3})(?:\2\d{3})*(?:(?!\2)[.,](\d{1,2}))?", re.ASCII)
_PLAIN = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?", re.ASCII)
MOST_CHARACTERS = 20


def amount(text: str) -> Decimal | None:
    """Euros and cents, or None. A dot or comma before exactly three digits groups thousands, before one or two it begins the cents."""
    bare = re.sub(r"\s", "", _AROUND.sub("", text))
    if _GROUPED.fullmatch(bare):
        whole, cents = re.fullmatch(r"(.*?)(?:[.,](\d{1,2}))?", bare).groups()  # type: ignore[union-attr]
        return Decimal(re.sub(r"\D", "", whole) + "." + (cents or "0")).quantize(Decimal("0.01"))
    if _PLAIN.fullmatch(bare):
        return Decimal(bare.replace(",", ".")).quantize(Decimal("0.01"))
    return None


def euros(value: Decimal) -> str:
    """3200 -> "3.200", 22.5 -> "22,50", in the reader's language."""
    whole = value == value.to_integral_value()
    return number_format(value, decimal_pos=0 if whole else 2, use_l10n=True, force_grouping=True)


class PayField(forms.CharField):
    """An amount of money in, a Decimal with two places out."""

    default_error_messages = {"amount": _("Enter the pay as a number, for example 22,50 or 3200")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = amount(text) if len(text) <= MOST_CHARACTERS else None
        if found is None:
            raise ValidationError(self.error_messages["amount"], code="amount")
        return found
