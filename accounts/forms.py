"""The questions of the account pages. Most are allauth's forms with our words; what they do stays theirs."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import InvalidJSONInput
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts import codes
from accounts.mailbox import normalise

ADDRESS_ERRORS = {
    "required": pgettext_lazy("account", "Type your e-mail address"),
    "invalid": pgettext_lazy("account", "Type your e-mail address like this: name@example.org"),
}
MOST_OF_A_PASSKEY = 20_000  # characters
PASSKEY_ERROR = _("The passkey did not work. Try it again, or take the code by mail")


class AddressField(forms.EmailField):
    """One spelling per mailbox, in lower case as allauth keeps addresses. Made before the length is checked: it may grow."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false", "autocapitalize": "none"})
        super().__init__(**{"widget": widget, "error_messages": ADDRESS_ERRORS, "max_length": 254, **kwargs})

    def to_python(self, value: Any) -> str:
        return normalise(str(super().to_python(value) or ""))


class CredentialField(forms.JSONField):
    """What the browser says about a passkey: an object of some kilobytes. Anything else is no passkey, and no server error."""

    def __init__(self) -> None:
        errors = {"required": PASSKEY_ERROR, "invalid": PASSKEY_ERROR}
        super().__init__(widget=forms.HiddenInput, error_messages=errors)

    def to_python(self, value: Any) -> Any:
        try:
            found = super().to_python(value) if len(str(value)) <= MOST_OF_A_PASSKEY else None
        except (RecursionError, ValueError):  # brackets without end, digits without end
            found = None
        if value and not isinstance(found, dict):
            raise ValidationError(PASSKEY_ERROR, code="invalid")
        return found

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Not put back on the page: an answer of a passkey is good once."""
        return InvalidJSONInput("")


class CodeField(forms.CharField):
    """Digits in any grouping, for phone keypads; anything else stays as typed and is simply wrong."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {
            "autocomplete": "one-time-code",
            "inputmode": "numeric",
            "spellcheck": "false",
            "class": "input--short",
        }
        errors = {"required": pgettext_lazy("account", "Type the code")}
        super().__init__(
            **{"widget": forms.TextInput(attrs=attrs), "error_messages": errors, "max_length": 40, **kwargs}
        )

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "")
        return codes.tidy(text) or text


class LoginForm(account.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {"login": AddressField(label=pgettext_lazy("account", "Your e-mail address"))}


class RequestLoginCodeForm(account.RequestLoginCodeForm):
    email = AddressField(label=pgettext_lazy("account", "Your e-mail address"))


class SignupForm(account.SignupForm):
    """Nothing but the address. No honeypot: its inline style is refused by our CSP, and throttles do the work."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        initial = self.fields["email"].initial  # type: ignore[has-type]
        self.fields = {"email": AddressField(label=pgettext_lazy("account", "Your e-mail address"), initial=initial)}


class ConfirmLoginCodeForm(account.ConfirmLoginCodeForm):
    code = CodeField(label=_("The 6 digits from the mail"))


class ConfirmEmailVerificationCodeForm(account.ConfirmEmailVerificationCodeForm):
    code = CodeField(label=_("The 6 digits from the mail"))


class ChangeAddressForm(account.AddEmailForm):
    email = AddressField(label=pgettext_lazy("account", "Your new e-mail address"))


class ConfirmForm(forms.Form):
    """Our own digits, for accounts.confirming. The view spends them and puts the error here."""

    code = CodeField(label=pgettext_lazy("account", "Type the 6 digits from the mail"))


class AuthenticateForm(mfa.AuthenticateForm):
    code = CodeField(label=_("6 digits from the app, or a recovery code"))


class ReauthenticateForm(mfa.ReauthenticateForm):
    code = CodeField(label=_("6 digits from the app, or a recovery code"))


class ActivateAppForm(totp.ActivateTOTPForm):
    code = CodeField(label=_("The 6 digits that the app shows now"))


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """Every passkey here can sign in by itself: the tick that allauth asks for is set, and cannot be taken out."""

    credential = CredentialField()
    name = forms.CharField(
        label=_("A name for this device"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    passwordless = forms.BooleanField(label="", initial=True, required=False)  # the page hides it, the script reads it

    def clean_passwordless(self) -> bool:
        return True

    def clean(self) -> dict[str, Any]:
        try:
            return dict(super().clean())
        except ValidationError:
            raise ValidationError(PASSKEY_ERROR) from None


class RenamePasskeyForm(webauthn.EditWebAuthnForm):
    heading = "name"
    name = forms.CharField(
        label=_("What do you call this device?"),
        max_length=60,
        error_messages={"required": _("Type a name for this device")},
    )


class _PasskeyWords:
    """Mixed in before allauth's form: its message speaks of a code, and there is none."""

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except ValidationError:
            raise ValidationError(PASSKEY_ERROR) from None


class PasskeyLoginForm(_PasskeyWords, webauthn.LoginWebAuthnForm):
    credential = CredentialField()


class PasskeyAgainForm(_PasskeyWords, webauthn.ReauthenticateWebAuthnForm):
    credential = CredentialField()
