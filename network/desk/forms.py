from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.forms import AddressField
from network.employers import domains, naming
from network.employers.fields import EmployerField
from network.employers.forms import ADDRESS_ERRORS
from network.employers.models import Employer, EmployerProof
from network.employers.rules import can_stand_below
from network.places.fields import PlaceField
from network.ui.fields import LineField, choices

Kind = EmployerProof.Kind


def _reason() -> forms.CharField:
    return forms.CharField(
        label=_("Reason"),
        help_text=_("The employer reads it word for word."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write the reason")},
    )


class DecisionForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What did you find out?"),
        choices=choices(
            [
                (
                    Kind.REGISTER,
                    _("Confirmed: register or trade card seen"),
                    _("Handwerksrolle, Handelsregister, Handwerkskarte"),
                ),
                (
                    Kind.CALL_BACK,
                    _("Confirmed: called back"),
                    _("On a number from a register or the imprint, not on one that was given to you"),
                ),
                (Kind.VISIT, _("Confirmed: visited"), ""),
                (Kind.REFUSED, _("Not confirmed"), _("An older check ends, too.")),
            ]
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you found out")},
    )
    reason = _reason()
    seen = forms.CharField(widget=forms.HiddenInput)


class MergingForm(forms.Form):
    outcome = forms.ChoiceField(
        label=pgettext_lazy("to desk", "Are the two one firm?"),
        choices=choices(
            [
                (
                    "yes",
                    _("Yes"),
                    pgettext_lazy("to desk", "You have seen it yourself: in a register, in a notice, on the phone."),
                ),
                ("no", _("No"), pgettext_lazy("to desk", "Both stay as they are. They can ask again.")),
            ]
        ),
        widget=forms.RadioSelect,
        error_messages={"required": pgettext_lazy("to desk", "Choose whether the two are one firm")},
    )
    reason = _reason()
    seen = forms.CharField(widget=forms.HiddenInput)


class CorrectForm(forms.Form):
    name = LineField(
        label=_("Name of the employer"),
        max_length=120,
        error_messages={"required": _("The name of the employer is missing")},
    )
    place = PlaceField(label=_("Where is it?"), help_text=_("Postcode or town"))
    domain = forms.CharField(label=_("Own domain of website and mail"), max_length=200, required=False)
    parent = EmployerField(label=_("Parent employer"), help_text=_("Empty: the employer stands alone."), required=False)
    reason = _reason()

    def __init__(self, *args: Any, employer: Employer, **kwargs: Any) -> None:
        known = {
            "name": employer.name,
            "place": employer.place,
            "domain": domains.shown(employer.domain),
            "parent": employer.parent,
        }
        super().__init__(*args, **{"initial": known, **kwargs})
        self.employer = employer

    def clean_name(self) -> str:
        return naming.check_name(self.cleaned_data["name"])

    def clean_domain(self) -> str:
        return domains.clean(self.cleaned_data["domain"])

    def clean_parent(self) -> Employer | None:
        parent: Employer | None = self.cleaned_data["parent"]
        if parent and not can_stand_below(self.employer, parent):
            raise ValidationError(gettext("This employer stands below it or is the same one. Choose another one."))
        return parent


class InviteAdminForm(forms.Form):
    heading = "email"
    email = AddressField(
        label=pgettext_lazy("to desk", "To which address shall the invitation go?"),
        help_text=_(
            "Make sure first that this person may act for the employer. The person gets the role Administration."
        ),
        error_messages=ADDRESS_ERRORS,
    )


class FindForm(forms.Form):
    q = forms.CharField(label=_("Find an employer by name"), max_length=120, required=False)
    q.quiet = True  # type: ignore[attr-defined]  # no "(optional)" on a search
