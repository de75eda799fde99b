"""Somebody looks at the original: first the digits, then the statement."""

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from accounts.forms import CodeField


class DigitsForm(forms.Form):
    heading = "code"
    code = CodeField(
        label=pgettext_lazy("to employer", "Which 6 digits does the person show you?"),
        help_text=gettext_lazy("They hold 10 minutes and work once."),
        error_messages={"required": pgettext_lazy("to employer", "Enter the 6 digits that the person shows you")},
    )


class SeenForm(forms.Form):
    held = forms.BooleanField(
        label=gettext_lazy("I have held the original in my hands, and it says this."),
        error_messages={"required": gettext_lazy("Tick this only if you have held the original in your hands")},
    )
    facts = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
