"""Phone and mail on the page, and search engines."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from network.profiles import rules
from network.profiles.models import Audience
from network.ui.fields import PhoneField, choices

READERS = choices(
    [
        (Audience.ALL, Audience.ALL.label, ""),
        (Audience.EMPLOYERS, Audience.EMPLOYERS.label, gettext_lazy("Members of firms that a human has checked.")),
        (
            Audience.NOBODY,
            Audience.NOBODY.label,
            gettext_lazy("And whoever gets a share link that names it."),
        ),
    ]
)


def _readers(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=READERS,
        widget=forms.RadioSelect,
        initial=rules.FIRST_OF_A_WAY,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Choose who reads this")},
    )


class ContactForm(forms.Form):
    """What is shown on the page. It is not needed for offers: those come without a number or an address."""

    phone = PhoneField(
        label=gettext_lazy("Phone number to show"),
        help_text=gettext_lazy("Leave it empty if you do not want to show one."),
        required=False,
    )
    phone_audience = _readers(gettext_lazy("Who reads the phone number?"))
    mail = forms.EmailField(
        label=gettext_lazy("Mail address to show"),
        help_text=gettext_lazy("It can be another one than the one you sign in with."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "invalid": gettext_lazy("Enter a mail address, for example name@example.org"),
            "max_length": gettext_lazy("Enter a mail address, for example name@example.org"),
        },
    )
    mail_audience = _readers(gettext_lazy("Who reads the mail address?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key in ("phone_audience", "mail_audience"):
            self.fields[key].quiet = True  # type: ignore[attr-defined]  # there is always an answer: only me

    def clean_phone_audience(self) -> str:
        return str(self.cleaned_data["phone_audience"] or rules.FIRST_OF_A_WAY)

    def clean_mail_audience(self) -> str:
        return str(self.cleaned_data["mail_audience"] or rules.FIRST_OF_A_WAY)


class EnginesForm(forms.Form):
    heading = "indexable"
    indexable = forms.TypedChoiceField(
        label=gettext_lazy("May search engines show your page?"),
        choices=choices(
            [
                (
                    "no",
                    gettext_lazy("No"),
                    gettext_lazy("Who searches for your name elsewhere does not find this page."),
                ),
                (
                    "yes",
                    gettext_lazy("Yes"),
                    gettext_lazy(
                        "Search engines can show the page and keep a copy. A copy can stay there for weeks after you"
                        " have hidden the page."
                    ),
                ),
            ]
        ),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose whether search engines may show your page")},
    )
