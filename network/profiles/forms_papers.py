"""One paper."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.occupations.fields import QualificationField
from network.ui.fields import LineField, MonthField


class QualificationForm(forms.Form):
    kind = QualificationField(
        label=gettext_lazy("Which certificate or licence do you have?"),
        help_text=gettext_lazy("For example forklift licence or first aid."),
        error_messages={"required": gettext_lazy("Enter the certificate or licence")},
    )
    issued = MonthField(
        label=gettext_lazy("When did you get it, or renew it last?"),
        help_text=gettext_lazy("Some run out. From the month we can tell until when it is valid."),
        required=False,
    )
    issuer = LineField(label=gettext_lazy("Who issued it?"), max_length=120, required=False)

    def clean_issued(self) -> date | None:
        issued: date | None = self.cleaned_data["issued"]
        if issued and issued > timezone.localdate():
            raise ValidationError(_("The month is in the future. Enter the month in which you got it."))
        return issued
