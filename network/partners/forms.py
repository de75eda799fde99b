import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.ui.fields import LineField


class KeyForm(forms.Form):
    """Which program it is for, so that the right key is ended one day."""

    name = LineField(
        label=_("For which program?"),
        help_text=_("For example: job board of our website"),
        max_length=60,
        error_messages={"required": pgettext_lazy("to employer", "Enter the name of the program")},
    )
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("once", uuid.uuid4())

    def clean_once(self) -> uuid.UUID:
        return self.cleaned_data["once"] or uuid.uuid4()
