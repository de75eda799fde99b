"""Asking again before what could lock a person out: allauth never asks people who have mail codes only."""

import time

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.urls import reverse

from accounts import confirming, urls
from tests.accounts.helpers import confirm, digits, give_app, give_passkey, last_code, other, sign_in

pytestmark = pytest.mark.django_db
HARMLESS = {
    *("accounts:overview", "accounts:confirm", "accounts:confirm_code", "accounts:second_factor", "accounts:export"),
    *("accounts:closed", "set_language", "account_signup", "account_login", "account_request_login_code"),
    *("account_confirm_login_code", "mfa_login_webauthn", "mfa_authenticate", "account_logout", "account_inactive"),
    *("account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "account_email_verification_sent"),
    *("mfa_index", "mfa_list_webauthn", "usersessions_list"),
}


def path_of(name: str, pk: int = 0) -> str:
    return reverse(name, args=[pk] if name in ("mfa_edit_webauthn", "mfa_remove_webauthn") else [])


def test_every_page_is_either_sensitive_or_known_to_be_harmless():
    names = {f"accounts:{own.name}" for own in urls.own} | {
        page.name for page in urls.urlpatterns if hasattr(page, "name")
    }
    assert names == HARMLESS | confirming.SENSITIVE
    assert not HARMLESS & confirming.SENSITIVE


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", sorted(confirming.SENSITIVE))
def test_sensitive_page_asks_again_even_right_after_login(client, fremder, name, method):
    sign_in(client, fremder.email)
    passkey = give_passkey(fremder)
    answer = getattr(client, method)(path_of(name, passkey.pk))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("accounts:confirm") + "?next=")


def test_stolen_session_cannot_add_an_address(client, fremder):
    client.force_login(fremder)
    client.post(reverse("account_email"), {"action_add": "1", "email": "dieb@example.org"})
    assert not mail.outbox
    assert [address.email for address in EmailAddress.objects.all()] == [fremder.email]


def test_opening_the_page_sends_nothing(client, fremder):
    client.force_login(fremder)
    client.get(reverse("accounts:confirm"))
    client.get(reverse("accounts:confirm_code"))
    assert not mail.outbox


def test_right_digits_open_the_page_for_ten_minutes(client, fremder, monkeypatch):
    client.force_login(fremder)
    wanted = reverse("mfa_activate_totp")
    assert confirm(client, wanted).url == wanted
    assert client.get(wanted).status_code == 200
    later = time.time() + 601
    monkeypatch.setattr("accounts.confirming.time.time", lambda: later)
    assert client.get(wanted).status_code == 302


def test_confirmation_belongs_to_one_session(client, client_factory, fremder):
    client.force_login(fremder)
    confirm(client)
    thief = client_factory()
    thief.force_login(fremder)
    assert thief.get(reverse("account_email")).status_code == 302


def test_what_was_posted_goes_on_after_the_digits(client, fremder):
    client.force_login(fremder)
    answer = client.post(reverse("account_email"), {"action_add": "1", "email": "neu@example.org"})
    client.post(answer.url)
    answer = client.post(answer.url.replace("confirm/", "confirm/code/"), {"code": last_code()})
    assert answer.url == reverse("account_email_verification_sent")
    assert mail.outbox[-1].to == ["neu@example.org"]


def test_wrong_digits_do_not_open(client, fremder):
    client.force_login(fremder)
    client.post(reverse("accounts:confirm"))
    answer = client.post(reverse("accounts:confirm_code"), {"code": other(last_code())})
    assert "code" in answer.context["form"].errors
    assert client.get(reverse("account_email")).status_code == 302


def test_right_digits_after_five_wrong_ones_do_not_open(client, fremder):
    client.force_login(fremder)
    client.post(reverse("accounts:confirm"))
    code = last_code()
    for _ in range(5):
        client.post(reverse("accounts:confirm_code"), {"code": other(code)})
    client.post(reverse("accounts:confirm_code"), {"code": code})
    assert client.get(reverse("account_email")).status_code == 302


def test_digits_of_somebody_else_do_not_open(client, client_factory, anna, fremder):
    client.force_login(fremder)
    client.post(reverse("accounts:confirm"))
    stranger = client_factory()
    stranger.force_login(anna)
    stranger.post(reverse("accounts:confirm_code"), {"code": last_code()})
    assert stranger.get(reverse("account_email")).status_code == 302


def test_sending_digits_is_limited(client, fremder):
    client.force_login(fremder)
    answers = [client.post(reverse("accounts:confirm")).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 429]


def test_next_never_leaves_the_house(client, fremder):
    client.force_login(fremder)
    assert confirm(client, "https://evil.example/").url == reverse("accounts:overview")


def test_person_with_an_app_is_asked_for_the_app_not_for_the_mailbox(client, fremder):
    secret = give_app(fremder)
    client.force_login(fremder)
    for page in ("accounts:confirm", "accounts:confirm_code"):
        assert reverse("mfa_reauthenticate") in client.get(reverse(page), follow=True).redirect_chain[-1][0]
    client.post(reverse("accounts:confirm"))
    assert not mail.outbox
    asked = client.get(reverse("account_email")).url
    assert asked.startswith(reverse("mfa_reauthenticate"))
    assert client.post(asked, {"code": digits(secret)}).url == reverse("account_email")
    assert client.get(reverse("account_email")).status_code == 200


def test_person_with_a_passkey_may_take_either(client, fremder):
    give_passkey(fremder)
    assert confirming.ways(fremder) == [reverse("accounts:confirm"), reverse("mfa_reauthenticate_webauthn")]
    client.force_login(fremder)
    assert confirm(client, reverse("mfa_add_webauthn")).url == reverse("mfa_add_webauthn")
