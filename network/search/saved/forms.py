from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.employers.models import Employer, Membership
from network.search.models import SavedSearch


class SaveForm(forms.Form):
    """`members`: for whom this person recruits; with one there is nothing to choose."""

    rhythm = forms.ChoiceField(
        label=_("How often at most?"),
        choices=SavedSearch.Rhythm,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose how often you want a mail")),
    )
    employer = forms.ChoiceField(
        label=_("For which employer?"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose the employer for which you search")),
    )

    def __init__(self, *args: Any, members: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.employers = {member.employer.public_id: member.employer for member in members}
        if len(self.employers) == 1:
            del self.fields["employer"]
        else:
            choice: Any = self.fields["employer"]
            choice.choices = [(key, each.name) for key, each in self.employers.items()]

    def chosen(self) -> Employer:
        return self.employers[self.cleaned_data.get("employer") or next(iter(self.employers))]
