"""A firm to hide from."""

from django import forms
from django.utils.translation import gettext_lazy

from network.profiles.fields import FirmField


class BlockForm(forms.Form):
    employer = FirmField(
        similar=True,
        label=gettext_lazy("Which firm shall not see your page?"),
        error_messages={"several": gettext_lazy("Which one do you mean?")},
    )
