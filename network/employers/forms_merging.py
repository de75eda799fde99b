"""The question when two firms become one."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from network.employers import rules
from network.employers.fields import EmployerField
from network.employers.models import Employer
from network.ui.fields import choices

INTO, FROM = "into", "from"


class MergeForm(forms.Form):
    other = EmployerField(
        label=pgettext_lazy("to employer", "Which is the other employer?"),
        help_text=pgettext_lazy("to employer", "It has to be registered here."),
    )
    which = forms.ChoiceField(
        label=pgettext_lazy("to employer", "Which one is left?"),
        choices=choices(
            [
                (
                    INTO,
                    pgettext_lazy("to employer", "The other one: our firm belongs to it now"),
                    pgettext_lazy("to employer", "Somebody who administrates it has to agree. Your people go along."),
                ),
                (
                    FROM,
                    pgettext_lazy("to employer", "Ours: the other firm belongs to us now"),
                    pgettext_lazy(
                        "to employer", "Only where nobody administrates the other one. Otherwise they have to ask you."
                    ),
                ),
            ]
        ),
        widget=forms.RadioSelect,
        error_messages={"required": pgettext_lazy("to employer", "Choose which one is left")},
    )
    words = forms.CharField(
        label=pgettext_lazy("to employer", "What has happened?"),
        help_text=pgettext_lazy(
            "to employer",
            "The other firm and the desk read it. For example: taken over on 1 October, see the commercial register of Fürth.",
        ),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": pgettext_lazy("to employer", "Write in one sentence what has happened")},
    )

    def __init__(self, *args: Any, employer: Employer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.employer = employer

    def sides(self) -> tuple[Employer, Employer]:
        """The firm that becomes an old name, and the one that is left."""
        other: Employer = self.cleaned_data["other"]
        return (self.employer, other) if self.cleaned_data["which"] == INTO else (other, self.employer)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("other") and cleaned.get("which") and (wrong := self._wrong()):
            raise ValidationError({"other": wrong})
        return cleaned

    def _wrong(self) -> str:
        old, new = self.sides()
        if old == new:
            return pgettext("to employer", "This is your own employer. Choose another one.")
        if not rules.may_merge(old, new):
            return pgettext(
                "to employer", "The firm that is left stands below the other one. First the desk has to move it."
            )
        if old != self.employer and rules.has_admin(old):
            words = pgettext("to employer", "%(name)s has an administration. Somebody there has to ask you.")
            return words % {"name": old.name}
        if old.merge_asked_id or new.merge_asked_id == old.pk:
            return pgettext("to employer", "One of the two has asked already. Look at the settings.")
        return ""
