from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from network.contacts.forms_facts import FactsForm, choose
from network.employers.models import Employer, Membership


class OfferForm(FactsForm):
    """The same facts for one person. Who recruits for several employers says in whose name."""

    employer = forms.ChoiceField(
        label=_("In whose name do you write?"), error_messages=choose(_("Choose the employer you write for"))
    )
    first = ("employer",)

    def __init__(self, *args: Any, members: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.employers = {member.employer.public_id: member.employer for member in members}
        if len(self.employers) == 1:
            del self.fields["employer"]
        else:
            self._offer("employer", [(key, employer.name) for key, employer in self.employers.items()])

    def sender(self) -> Employer:
        """The employer in whose name a valid form speaks."""
        return (
            self.employers[self.cleaned_data["employer"]]
            if "employer" in self.fields
            else next(iter(self.employers.values()))
        )
