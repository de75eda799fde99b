from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.ui.fields import PhoneField

PHONE = pgettext_lazy("to worker", "Enter your phone number with area code, for example 0171 3920055")
LONG = pgettext_lazy("to worker", "This is too long. Use at most %(limit_value)d characters")


class YesForm(forms.Form):
    """What the worker gives to the employer. The phone number is never prefilled: it leaves the house only when typed here."""

    name = forms.CharField(
        label=pgettext_lazy("to worker", "Your name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages={"required": pgettext_lazy("to worker", "Enter your name"), "max_length": LONG},
    )
    phone = PhoneField(
        label=pgettext_lazy("to worker", "Your phone number"),
        help_text=pgettext_lazy("to worker", "The employer calls you on this number."),
        error_messages=dict.fromkeys(("phone", "max_length"), PHONE)
        | {"required": pgettext_lazy("to worker", "Enter your phone number")},
    )
    call_when = forms.CharField(
        label=pgettext_lazy("to worker", "When can they call you?"),
        help_text=_("For example: after 5 pm, or on Saturdays"),
        max_length=120,
        required=False,
        error_messages={"max_length": LONG},
    )
