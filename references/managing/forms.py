"""What somebody types who has no account and has said something here."""

from django import forms
from django.utils.translation import pgettext_lazy

from accounts.forms import AddressField


class MailboxForm(forms.Form):
    mailbox = AddressField(
        label=pgettext_lazy("to referee", "Your mail address"),
        help_text=pgettext_lazy("to referee", "The one at which you were asked."),
        error_messages={
            "required": pgettext_lazy("to referee", "Enter your mail address"),
            "invalid": pgettext_lazy("to referee", "Enter a mail address like name@firm.de"),
        },
    )
