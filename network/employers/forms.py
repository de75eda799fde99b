"""The questions to employers. "You" is "Sie" here, so short sentences carry a context for the translator."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.forms import AddressField, CodeField
from network.employers import domains, naming
from network.employers.fields import EmployerField
from network.employers.models import Employer
from network.employers.rules import ROLES
from network.places.fields import PlaceField
from network.ui.fields import LineField, choices

# Said to "Sie"; the field's own words are for workers.
ADDRESS_ERRORS = {
    "required": _("Enter the e-mail address of the person"),
    "invalid": pgettext_lazy("to employer", "Enter the e-mail address like this: name@example.org"),
}
COUNCIL = [("yes", _("Yes")), ("no", _("No")), ("unknown", _("I do not know"))]
COUNCIL_VALUES = {"yes": True, "no": False, "unknown": None}


class PersonFields(forms.Form):
    """How the firm's people call somebody."""

    member_name = LineField(
        label=pgettext_lazy("to employer", "Your name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages={"required": pgettext_lazy("to employer", "Enter your name")},
    )
    position = LineField(
        label=pgettext_lazy("to employer", "What are you there?"),
        help_text=_("For example master craftswoman, ward manager, owner"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )

    def clean_member_name(self) -> str:
        return naming.check_name(self.cleaned_data["member_name"])


class FactsForm(forms.Form):
    name = LineField(
        label=_("Name of the employer"),
        help_text=_("As it stands on the sign or on letters"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization", "spellcheck": "false"}),
        error_messages={"required": _("The name of the employer is missing")},
    )
    place = PlaceField(label=_("Where is it?"), help_text=_("Postcode or town"))
    domain = forms.CharField(
        label=_("Own domain of website and mail"),
        help_text=_("For example brandt-elektro.de. It helps to prove that the employer is real."),
        max_length=200,
        required=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "url", "spellcheck": "false", "autocapitalize": "none", "inputmode": "url"}
        ),
    )
    founded_year = forms.CharField(
        label=_("Year of foundation"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "input--short"}),
    )

    def clean_name(self) -> str:
        return naming.check_name(self.cleaned_data["name"])

    def clean_domain(self) -> str:
        return domains.clean(self.cleaned_data["domain"])

    def clean_founded_year(self) -> int | None:
        text = self.cleaned_data["founded_year"].strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and 1000 <= int(text) <= timezone.localdate().year):
            raise ValidationError(gettext("Enter the year with 4 digits, for example 1987"))
        return int(text)


class RegisterForm(FactsForm, PersonFields):
    """One calm page: the firm, then the person."""

    works_council = forms.ChoiceField(
        label=_("Is there a works council?"),
        choices=COUNCIL,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether there is a works council")},
    )
    field_order = ["name", "place", "domain", "works_council", "member_name", "position"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["founded_year"]  # asked later, where it matters

    def clean_works_council(self) -> bool | None:
        return COUNCIL_VALUES[self.cleaned_data["works_council"]]


class CouncilForm(forms.Form):
    works_council = forms.ChoiceField(
        label=_("Is there a works council?"),
        choices=COUNCIL,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether there is a works council")},
    )
    facts_only = forms.BooleanField(
        label=_("Facts only"),
        help_text=_("References of this employer then hold time, occupation, tasks and training, and no judgement."),
        required=False,
    )

    def clean_works_council(self) -> bool | None:
        return COUNCIL_VALUES[self.cleaned_data["works_council"]]


class RolesForm(forms.Form):
    roles = forms.MultipleChoiceField(
        label=_("What may this person do?"),
        choices=choices(
            [
                ("admin", pgettext_lazy("role", "Administration"), _("Invites people and changes settings.")),
                (
                    "referee",
                    pgettext_lazy("role", "References"),
                    _("Speaks for the employer and confirms who worked there."),
                ),
                (
                    "recruiter",
                    pgettext_lazy("role", "Search and offers"),
                    _("Looks for people and sends offers, once the employer is checked."),
                ),
            ]
        ),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one role")},
    )

    def roles_chosen(self) -> dict[str, bool]:
        return {f"is_{role}": role in self.cleaned_data["roles"] for role in ROLES}


class InviteForm(RolesForm):
    email = AddressField(
        label=_("E-mail address of the person"), help_text=_("We send one mail with a link. It holds 14 days.")
    )
    field_order = ["email", "roles"]


class MailboxForm(forms.Form):
    """What stands before the @; the domain is the employer's and nothing else."""

    local = forms.CharField(
        label=pgettext_lazy("to employer", "Which mailbox can you read?"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}),
        error_messages={"required": _("Enter what stands before the @, for example info")},
    )

    def __init__(self, *args: Any, employer: Employer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.domain = employer.domain
        self.fields["local"].help_text = _("Only what stands before the @, for example info")

    def clean_local(self) -> str:
        return domains.mailbox(self.cleaned_data["local"], self.domain)


class DomainCodeForm(forms.Form):
    heading = "code"
    code = CodeField(label=_("Which 6 digits stand in the mail?"), error_messages={"required": _("Enter the 6 digits")})


class ParentForm(forms.Form):
    heading = "parent"
    parent = EmployerField(
        label=pgettext_lazy("to employer", "Which employer do you belong to?"),
        help_text=_("It has to be registered here."),
    )
