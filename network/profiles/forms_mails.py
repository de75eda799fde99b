"""The switches for the two mails that come by themselves."""

from django import forms
from django.utils.translation import gettext_lazy


class MailsForm(forms.Form):
    yearly = forms.BooleanField(
        label=gettext_lazy("Once a year: is your page still right?"),
        help_text=gettext_lazy("Only if you have not changed the page or looked through it for a year."),
        required=False,
    )
    reminders = forms.BooleanField(
        label=gettext_lazy("Before a certificate runs out"),
        help_text=gettext_lazy("90 and 30 days before the end."),
        required=False,
    )
