"""What the worker and the employer type."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from accounts.forms import AddressField, CodeField
from network.ui import fields
from network.ui.text import holds_address
from references.canonical import is_plain

OFF = {"autocomplete": "off", "spellcheck": "false"}
Text = Any  # translated when the page is made


class LineField(fields.LineField):
    """Text that may be signed: composed, on one line, without characters that cannot be seen."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if not is_plain(text):
            raise ValidationError(
                _("The text holds a character that cannot be printed. Type it again."), code="control"
            )
        return text


def without_address(text: str, words: str = "") -> str:
    """For what stands in a mail to somebody who does not know us, or with a name: no place for links. Raises ValidationError."""
    if holds_address(text):
        raise ValidationError(words or pgettext("to worker", "Write this without web or mail address"), code="address")
    return text


def _no_address(text: str) -> None:
    without_address(text)


def friendly_sentence() -> LineField:
    """What the worker may add to the mail that asks."""
    return LineField(
        label=pgettext_lazy("to worker", "Do you want to add a friendly sentence?"),
        help_text=pgettext_lazy("to worker", "It stands in the mail. At most 200 characters."),
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[_no_address],
    )


def who_field(*, label: Text, hint: Text, missing: Text) -> LineField:
    """Whom the worker asks."""
    return LineField(
        label=label,
        help_text=hint,
        max_length=80,
        widget=forms.TextInput(attrs=OFF),
        error_messages={"required": missing},
        validators=[_no_address],
    )


def mailbox_field(*, label: Text, hint: Text, missing: Text) -> AddressField:
    """Where the worker asks."""
    return AddressField(
        label=label,
        help_text=hint,
        widget=forms.EmailInput(attrs=OFF),
        error_messages={
            "required": missing,
            "invalid": pgettext_lazy("to worker", "Enter a mail address like name@firm.de"),
        },
    )


def name_field(**more: Any) -> LineField:
    """Of who answers."""
    return LineField(
        label=pgettext_lazy("to referee", "Your name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages={"required": pgettext_lazy("to referee", "Enter your name")},
        **more,
    )


class AskForm(forms.Form):
    referee_name = who_field(
        label=pgettext_lazy("to worker", "What is the name of your boss?"),
        hint=pgettext_lazy("to worker", "Best somebody who saw your work: Meisterin, head of the ward, foreman."),
        missing=pgettext_lazy("to worker", "Enter the name of your boss"),
    )
    referee_email = mailbox_field(
        label=pgettext_lazy("to worker", "What is the mail address of your boss?"),
        hint=pgettext_lazy(
            "to worker", "Best the one at the firm. We use it for this request only and delete it with the answer."
        ),
        missing=pgettext_lazy("to worker", "Enter the mail address of your boss"),
    )
    message = friendly_sentence()


class DigitsForm(forms.Form):
    """Typed from another screen; the page says what comes then."""

    heading = "code"
    code = CodeField(
        label=pgettext_lazy("to referee", "Which 6 digits do you see on the other screen?"),
        error_messages={"required": pgettext_lazy("to referee", "Type the 6 digits from the other screen")},
    )


class ObjectForm(forms.Form):
    words = LineField(
        label=pgettext_lazy("to employer", "Why can nobody at your firm have said this?"),
        help_text=pgettext_lazy(
            "to employer",
            "The desk and the person it is about read it. No health, no dates of birth. At most 500 characters.",
        ),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": pgettext_lazy("to employer", "Write why, so that the desk can look into it")},
    )


class WithdrawForm(forms.Form):
    reason = LineField(
        label=pgettext_lazy("to referee", "Do you want to give a reason?"),
        help_text=pgettext_lazy("to referee", "Only the person it is about reads it. At most 300 characters."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
