"""allauth's pages with our forms, and the few places where they have to act differently. Names and order as in allauth.urls."""

import logging
from typing import Any

from allauth.account import views as account
from allauth.account.internal.stagekit import clear_login
from allauth.account.stages import LoginStage
from allauth.mfa.base import views as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.usersessions.internal.flows import sessions
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from accounts import forms
from accounts import mfa as ways_in

security = logging.getLogger("handschlag.security")


class _CodePage:
    """Says why a person is back at the start, and that a new code is under way: allauth is silent about both."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        if getattr(self, "_process", True) is None and request.user.is_anonymous:
            messages.warning(request, _("This code is too old. Type your address again, then we send a new one."))
        return response  # type: ignore[no-any-return]

    def form_invalid(self, form: Any) -> HttpResponse:
        security.warning("wrong digits at %s", self.request.path)  # type: ignore[attr-defined]
        return super().form_invalid(form)  # type: ignore[misc, no-any-return]

    def _resend_form_valid(self, form: Any) -> HttpResponse:
        response = super()._resend_form_valid(form)  # type: ignore[misc]
        if not messages.get_messages(self.request):  # type: ignore[attr-defined]  # something went wrong: that is said already
            messages.success(self.request, _("A new code is on its way. The older one no longer works."))  # type: ignore[attr-defined]
        return response  # type: ignore[no-any-return]


class _NewStart:
    """Whoever goes back and types another address means it; allauth would send them to the digits for the first one."""

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: LoginStage) -> HttpResponse | None:
        typed = (request.POST.get("login") or request.POST.get("email") or "").strip().lower()
        if typed and typed != (stage.login.email or getattr(stage.login.user, "email", "")):
            clear_login(request)
            return None
        return super()._redirect_to_pending_stage(request, stage)  # type: ignore[misc, no-any-return]


class Login(_NewStart, account.LoginView):
    pass


class RequestLoginCode(_NewStart, account.RequestLoginCodeView):
    pass


class Signup(_NewStart, account.SignupView):
    pass


@method_decorator(login_not_required, name="dispatch")
class ConfirmLoginCode(_CodePage, account.ConfirmLoginCodeView):
    pass


@method_decorator(login_not_required, name="dispatch")
class ConfirmAddress(_CodePage, account.ConfirmEmailVerificationCodeView):
    pass


class ActivateApp(totp.ActivateTOTPView):
    def form_valid(self, form: Any) -> HttpResponse:
        """Whoever is signed in elsewhere never used the app: those sessions end (OWASP ASVS 5.0, 7.4.3)."""
        response: HttpResponse = super().form_valid(form)
        sessions.end_other_sessions(self.request, self.request.user)
        return response

    def get_success_url(self) -> str:
        return reverse("mfa_view_recovery_codes")


class MoveApp(ActivateApp):
    """A new phone: the app there takes the place of the old one in one step, so that a role is never without."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not ways_in.has_app(request.user):  # type: ignore[arg-type]
            return redirect("mfa_activate_totp")
        return super(totp.ActivateTOTPView, self).dispatch(request, *args, **kwargs)  # type: ignore[no-any-return]

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        Authenticator.objects.filter(user=self.request.user, type=ways_in.APP).delete()
        return super().form_valid(form)


class AddPasskey(webauthn.AddWebAuthnView):
    success_url = reverse_lazy("mfa_index")

    def get_success_url(self) -> str:
        """Recovery codes stand in for an app, so whoever only has a passkey is not shown any."""
        return str(self.success_url)


class RemovePasskey(webauthn.RemoveWebAuthnView):
    success_url = reverse_lazy("mfa_index")


class RenamePasskey(webauthn.EditWebAuthnView):
    success_url = reverse_lazy("mfa_index")


login = Login.as_view(form_class=forms.LoginForm)
request_login_code = RequestLoginCode.as_view(form_class=forms.RequestLoginCodeForm)
confirm_login_code = ConfirmLoginCode.as_view(form_class=forms.ConfirmLoginCodeForm)
signup = Signup.as_view(form_class=forms.SignupForm)
confirm_address = ConfirmAddress.as_view(form_class=forms.ConfirmEmailVerificationCodeForm)
change_address = account.EmailView.as_view(form_class=forms.ChangeAddressForm)
authenticate = mfa.AuthenticateView.as_view(form_class=forms.AuthenticateForm)
reauthenticate = mfa.ReauthenticateView.as_view(form_class=forms.ReauthenticateForm)
ways = mfa.IndexView.as_view()
activate_app = ActivateApp.as_view(form_class=forms.ActivateAppForm)
move_app = MoveApp.as_view(form_class=forms.ActivateAppForm)
deactivate_app = totp.DeactivateTOTPView.as_view()
recovery_codes = recovery.ViewRecoveryCodesView.as_view()
new_recovery_codes = recovery.GenerateRecoveryCodesView.as_view()
download_recovery_codes = recovery.DownloadRecoveryCodesView.as_view()
add_passkey = AddPasskey.as_view(form_class=forms.AddPasskeyForm)
remove_passkey = RemovePasskey.as_view()
rename_passkey = RenamePasskey.as_view(form_class=forms.RenamePasskeyForm)
login_by_passkey = webauthn.LoginWebAuthnView.as_view(form_class=forms.PasskeyLoginForm)
reauthenticate_by_passkey = webauthn.ReauthenticateWebAuthnView.as_view(form_class=forms.PasskeyAgainForm)
