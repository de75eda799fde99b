from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from network.contacts.models import Offer
from network.ui.fields import PhoneField

PHONE = pgettext_lazy("to worker", "Enter your phone number with area code, for example 0171 3920055")
LONG = pgettext_lazy("to worker", "This is too long. Use at most %(limit_value)d characters")


MAIL = pgettext_lazy("to worker", "Enter a whole mail address, for example anna@beispiel.de")


class YesForm(forms.Form):
    """What the worker gives to the employer: a phone number, a mail address, or both. Neither is prefilled: it leaves the house only when
    typed here.
    """

    name = forms.CharField(
        label=pgettext_lazy("to worker", "Your name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages={"required": pgettext_lazy("to worker", "Enter your name"), "max_length": LONG},
    )
    phone = PhoneField(
        label=pgettext_lazy("to worker", "Your phone number"),
        help_text=pgettext_lazy("to worker", "If the employer should call you."),
        required=False,
        error_messages=dict.fromkeys(("phone", "max_length"), PHONE),
    )
    mail = forms.EmailField(
        label=pgettext_lazy("to worker", "Your mail address"),
        help_text=pgettext_lazy("to worker", "If the employer should write to you. One of both is enough."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"invalid": MAIL, "max_length": LONG},
    )
    call_when = forms.CharField(
        label=pgettext_lazy("to worker", "When does it suit you?"),
        help_text=_("For example: after 5 pm, or on Saturdays"),
        max_length=120,
        required=False,
        error_messages={"max_length": LONG},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("phone", "mail"):  # one of both is asked for
            self.fields[name].quiet = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, str]:
        """A way to reach the person there must be; where one was typed wrong, that is said already."""
        data: dict[str, str] = super().clean() or {}
        if not self.errors.keys() & {"phone", "mail"} and not data.get("phone") and not data.get("mail"):
            self.add_error("phone", pgettext("to worker", "Enter your phone number or your mail address"))
        return data


class ReportForm(forms.Form):
    """What the desk gets to know, and nobody else."""

    wrong = forms.ChoiceField(
        label=pgettext_lazy("to worker", "What is wrong with it?"),
        choices=Offer.Wrong.choices,
        widget=forms.RadioSelect,
        error_messages={
            name: pgettext_lazy("to worker", "Choose what is wrong with it") for name in ("required", "invalid_choice")
        },
    )
    words = forms.CharField(
        label=pgettext_lazy("to worker", "What happened?"),
        help_text=pgettext_lazy("to worker", "At most 500 characters."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": LONG},
    )
