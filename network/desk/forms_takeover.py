from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.forms import CodeField


class TakeoverForm(forms.Form):
    code = CodeField(
        label=pgettext_lazy("to worker", "The 6 digits from the screen at the desk"),
        error_messages={"required": _("Type the 6 digits from the screen at the desk")},
    )
