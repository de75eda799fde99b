"""Under /account/. Only what is offered: no passwords, no social sign-in, no sign-up by passkey, no phone."""

from allauth.account.views import account_inactive, logout
from allauth.usersessions.views import list_usersessions
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import RedirectView
from django.views.i18n import set_language

from accounts import entrance, views

own = [
    path("", views.overview, name="overview"),
    path("confirm/", views.confirm, name="confirm"),
    path("confirm/code/", views.confirm_code, name="confirm_code"),
    path("ways/app/move/", entrance.move_app, name="move_app"),
    path("second-factor/", views.second_factor, name="second_factor"),
    path("export/", views.export, name="export"),
    path("close/", views.close, name="close"),
    path("closed/", views.closed, name="closed"),
]
# The names are allauth's: its own code looks them up.
urlpatterns = [
    path("", include((own, "accounts"))),
    path("language/", login_not_required(set_language), name="set_language"),
    path("signup/", entrance.signup, name="account_signup"),
    path("login/", entrance.login, name="account_login"),
    path("login/code/", entrance.request_login_code, name="account_request_login_code"),
    path("login/code/confirm/", entrance.confirm_login_code, name="account_confirm_login_code"),
    path("login/passkey/", entrance.login_by_passkey, name="mfa_login_webauthn"),
    path("login/second-step/", entrance.authenticate, name="mfa_authenticate"),
    path("logout/", logout, name="account_logout"),
    path("inactive/", account_inactive, name="account_inactive"),
    path(
        "reauthenticate/",
        RedirectView.as_view(pattern_name="accounts:confirm", query_string=True),
        name="account_reauthenticate",
    ),
    path("reauthenticate/app/", entrance.reauthenticate, name="mfa_reauthenticate"),
    path("reauthenticate/passkey/", entrance.reauthenticate_by_passkey, name="mfa_reauthenticate_webauthn"),
    path("email/", entrance.change_address, name="account_email"),
    path("email/confirm/", entrance.confirm_address, name="account_email_verification_sent"),
    path("ways/", entrance.ways, name="mfa_index"),
    path("ways/app/", entrance.activate_app, name="mfa_activate_totp"),
    path("ways/app/remove/", entrance.deactivate_app, name="mfa_deactivate_totp"),
    path("ways/recovery-codes/", entrance.recovery_codes, name="mfa_view_recovery_codes"),
    path("ways/recovery-codes/new/", entrance.new_recovery_codes, name="mfa_generate_recovery_codes"),
    path("ways/recovery-codes/download/", entrance.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("ways/passkeys/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("ways/passkeys/add/", entrance.add_passkey, name="mfa_add_webauthn"),
    path("ways/passkeys/<int:pk>/remove/", entrance.remove_passkey, name="mfa_remove_webauthn"),
    path("ways/passkeys/<int:pk>/rename/", entrance.rename_passkey, name="mfa_edit_webauthn"),
    path("sessions/", list_usersessions, name="usersessions_list"),
]
