"""What is typed for a handshake: the digits by whoever answers, who that is, and for which paper the worker prints."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from accounts import sms
from accounts.forms import AddressField, CodeField
from network.ui.fields import PhoneField, choices
from references.forms import friendly_sentence


class ContactForm(forms.Form):
    """One field for both: people know what their own address or number looks like. Cleaned: `email` or `phone`."""

    contact = forms.CharField(
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "email", "spellcheck": "false", "autocapitalize": "none"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["contact"]
        by_phone = sms.is_there()
        field.label = (
            pgettext("to referee", "Your mail address or mobile number")
            if by_phone
            else pgettext("to referee", "Your mail address")
        )
        field.help_text = pgettext(
            "to referee",
            "Best the address at the firm. We use it for this answer only, and delete it with the signature.",
        )
        field.error_messages["required"] = (
            pgettext("to referee", "Enter your mail address or your mobile number")
            if by_phone
            else pgettext("to referee", "Enter your mail address")
        )
        if not by_phone:
            field.widget.input_type = "email"

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data.get("contact", "").strip()
        if not typed:
            return self.cleaned_data
        field: forms.CharField
        if "@" in typed or not sms.is_there():
            field, key = AddressField(error_messages={"invalid": self._unread()}), "email"
        else:
            field, key = PhoneField(error_messages={"phone": self._unread()}), "phone"
        try:
            found = field.clean(typed)
            if key == "phone" and not sms.reaches(found):
                words = pgettext("to referee", "We cannot send messages to this country. Take your mail address.")
                raise ValidationError(words, code="country")
        except ValidationError as problem:
            self.add_error("contact", problem)
            return self.cleaned_data
        return {"email": "", "phone": "", key: found}

    def _unread(self) -> str:
        if sms.is_there():
            return pgettext("to referee", "Enter it like name@firm.de or 0171 3920055")
        return pgettext("to referee", "Enter a mail address like name@firm.de")


class TypedForm(forms.Form):
    heading = "code"
    code = CodeField(
        label=pgettext_lazy("to referee", "Enter the 6 digits"),
        error_messages={"required": pgettext_lazy("to referee", "Enter the 6 digits that we have sent")},
    )


class SlipForm(forms.Form):
    size = forms.ChoiceField(
        label=pgettext_lazy("to worker", "Where does it go?"),
        widget=forms.RadioSelect,
        error_messages={"required": pgettext_lazy("to worker", "Say where it goes")},
    )
    message = friendly_sentence()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["size"]
        envelope = pgettext("to worker", "Small, like a postcard. Only who opens the envelope reads it.")
        wall = pgettext("to worker", "A whole sheet, A4. Everybody who comes by reads your name, firm and time there.")
        field.choices = choices(
            [
                ("a6", pgettext("to worker", "Into an envelope, or from hand to hand"), envelope),
                ("a4", pgettext("to worker", "On the notice board"), wall),
            ]
        )
        self.fields["message"].help_text = pgettext("to worker", "It stands on the paper. At most 200 characters.")
