"""What both rooms ask the worker and who answers."""

from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from accounts.forms import AddressField
from references.forms import LineField, Text, mailbox_field, name_field, who_field, without_address


def asked_field(*, label: Text, missing: Text) -> LineField:
    hint = pgettext_lazy("to worker", "The name as you would say it: Frau Keller, Sami from the site.")
    return who_field(label=label, hint=hint, missing=missing)


def address_field(*, missing: Text) -> AddressField:
    return mailbox_field(
        label=pgettext_lazy("to worker", "What is the mail address?"),
        hint=pgettext_lazy("to worker", "We use it for this question only and delete it with the answer."),
        missing=missing,
    )


def own_name_field() -> LineField:
    """It stands on the page of somebody else."""
    return name_field(validators=[_only_a_name])


def _only_a_name(text: str) -> None:
    without_address(text, pgettext("to witness", "Enter your name only, without web or mail address"))


def shown_field() -> forms.ChoiceField:
    """The name is for its owner to show or to shorten."""
    return forms.ChoiceField(
        label=pgettext_lazy("to witness", "How may your name be shown?"),
        widget=forms.RadioSelect,
        choices=[
            ("initial", pgettext_lazy("to witness", "First name and first letter: Erika M.")),
            ("full", pgettext_lazy("to witness", "Full name: Erika Muster")),
        ],
        error_messages={"required": pgettext_lazy("to witness", "Say how your name may be shown")},
    )
