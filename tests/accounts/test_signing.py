"""Sign-up and sign-in by six digits."""

import re

import pytest
from allauth.account import app_settings
from django.core import mail
from django.urls import reverse

from accounts.models import User
from tests.accounts.helpers import give_passkey, last_code, other, sign_in
from tests.factories import make_user

LOGIN, SIGNUP = "/account/login/", "/account/signup/"
pytestmark = pytest.mark.django_db


def signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_signup_by_code_makes_a_user_and_leads_to_me(client):
    answer = client.post(SIGNUP, {"email": "Aylin@Example.org"}, follow=True)
    assert "aylin@example.org" in answer.content.decode()
    answer = client.post(reverse("account_email_verification_sent"), {"code": last_code()})
    assert answer.url == reverse("home:me")
    assert signed_in(client)
    user = User.objects.get()
    assert user.email == "aylin@example.org"
    assert not user.has_usable_password()
    assert user.emailaddress_set.get().verified


def test_signup_asks_for_the_address_only(client):
    form = client.get(SIGNUP).context["form"]
    assert list(form.fields) == ["email"]


def test_signup_twice_with_one_address_makes_one_user(client, client_factory):
    for visitor in (client, client_factory()):
        visitor.post(SIGNUP, {"email": "aylin@example.org"})
    assert User.objects.count() == 1


def test_signup_at_the_same_moment_gets_the_usual_answer(client, monkeypatch):
    """Both asked "is it free?" before either wrote: the second meets the constraint, and no error page."""
    make_user("aylin@example.org")
    monkeypatch.setattr("allauth.account.forms.flows.manage_email.email_already_exists", lambda value: (value, False))
    answer = client.post(SIGNUP, {"email": "aylin@example.org"})
    assert (answer.status_code, answer.url) == (302, reverse("account_email_verification_sent"))
    assert User.objects.count() == 1


def test_login_by_code_leads_to_me(client, fremder):
    assert sign_in(client, "Fremder@Example.org ").url == reverse("home:me")
    assert signed_in(client)


def test_login_goes_on_where_the_person_wanted(client, fremder):
    assert sign_in(client, fremder.email, "?next=/account/sessions/").url == "/account/sessions/"


@pytest.mark.parametrize(
    "evil", ["https://evil.example/", "//evil.example/", "/\\evil.example", "http://testserver/me/"]
)
def test_login_never_leads_to_another_host(client, fremder, evil):
    assert sign_in(client, fremder.email, f"?next={evil}").url == reverse("home:me")


@pytest.mark.parametrize("typed", ["{0} {1}", "{0}-{1}", " {0}{1} ", "{0}.{1}"])
def test_login_takes_digits_in_groups(client, fremder, typed):
    client.post(LOGIN, {"login": fremder.email})
    code = last_code()
    client.post(reverse("account_confirm_login_code"), {"code": typed.format(code[:3], code[3:])})
    assert signed_in(client)


def test_login_with_wrong_digits_says_so_and_stays(client, fremder):
    client.post(LOGIN, {"login": fremder.email})
    answer = client.post(reverse("account_confirm_login_code"), {"code": other(last_code())})
    assert answer.context["form"].errors["code"]
    assert not signed_in(client)


def test_login_ends_after_too_many_wrong_digits(client, fremder):
    client.post(LOGIN, {"login": fremder.email})
    code = last_code()
    for _ in range(app_settings.LOGIN_BY_CODE_MAX_ATTEMPTS):
        client.post(reverse("account_confirm_login_code"), {"code": other(code)})
    client.post(reverse("account_confirm_login_code"), {"code": code})
    assert not signed_in(client)


@pytest.mark.parametrize(("start", "field", "page"), [
    (LOGIN, "login", "account_confirm_login_code"),
    (SIGNUP, "email", "account_email_verification_sent"),
])  # fmt: skip
def test_code_too_old_says_why_and_starts_again(client, settings, fremder, start, field, page):
    client.post(start, {field: "neu@example.org" if start == SIGNUP else fremder.email})
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = -1
    answer = client.post(reverse(page), {"code": last_code()}, follow=True)
    assert not signed_in(client)
    assert [message.level_tag for message in answer.context["messages"]] == ["warning"]


@pytest.mark.parametrize(("start", "field"), [(LOGIN, "login"), (SIGNUP, "email")])
def test_double_click_sends_one_mail_and_another_address_starts_anew(client, start, field):
    for _ in range(2):
        client.post(start, {field: "vertippt@example.org"})
    assert len(mail.outbox) == 1
    client.post(start, {field: "richtig@example.org"})
    assert mail.outbox[1].to == ["richtig@example.org"]


def test_new_code_ends_the_older_one(client, fremder):
    client.post(LOGIN, {"login": fremder.email})
    first = last_code()
    answer = client.post(reverse("account_confirm_login_code"), {"action": "resend"}, follow=True)
    assert [message.level_tag for message in answer.context["messages"]] == ["success"]
    assert len(mail.outbox) == 2
    if first != last_code():
        client.post(reverse("account_confirm_login_code"), {"code": first})
        assert not signed_in(client)
    client.post(reverse("account_confirm_login_code"), {"code": last_code()})
    assert signed_in(client)


def test_code_works_in_the_browser_that_asked_only(client, client_factory, fremder):
    client.post(LOGIN, {"login": fremder.email})
    thief = client_factory()
    thief.post(reverse("account_confirm_login_code"), {"code": last_code()})
    assert not signed_in(thief)


def test_session_gets_a_new_id_at_login(client, fremder):
    client.post(LOGIN, {"login": fremder.email})
    before = client.session.session_key
    client.post(reverse("account_confirm_login_code"), {"code": last_code()})
    assert client.session.session_key != before


def pages(visitor, start: str, field: str, email: str) -> tuple[int, str, str]:
    answer = visitor.post(start, {field: email})
    page = visitor.get(answer.url).content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    return answer.status_code, answer.url, page.replace(token, "").replace(email, "X").split("<main")[1]


@pytest.mark.parametrize(("start", "field"), [(LOGIN, "login"), (SIGNUP, "email")])
def test_answer_is_the_same_for_known_and_unknown_addresses(client_factory, fremder, start, field):
    answers = []
    for email in (fremder.email, "niemand@example.org"):
        status, url, page = pages(client_factory(), start, field, email)
        answers.append((status, url, re.sub(r'value="[A-Za-z0-9]{64}"', "", page)))
    assert answers[0] == answers[1]
    assert len(mail.outbox) == 2  # and each mailbox gets one mail, so that time tells nothing either


def test_unknown_address_at_login_is_told_by_mail(client):
    client.post(LOGIN, {"login": "niemand@example.org"}, HTTP_HOST="evil.example")
    body = mail.outbox[0].body
    assert "http://testserver/account/signup/" in body
    assert "evil.example" not in body


def test_known_address_at_signup_is_told_by_mail(client, fremder):
    client.post(SIGNUP, {"email": fremder.email}, HTTP_HOST="evil.example")
    assert "http://testserver/account/login/" in mail.outbox[0].body
    assert "evil.example" not in mail.outbox[0].body


def test_mail_server_down_is_said_and_breaks_nothing(client, fremder, settings):
    settings.EMAIL_BACKEND = "tests.accounts.test_signing.Broken"
    answer = client.post(LOGIN, {"login": fremder.email}, follow=True)
    assert answer.status_code == 200
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]


class Broken:
    def __init__(self, *args: object, **kwargs: object) -> None: ...

    def send_messages(self, messages: object) -> int:
        raise OSError("nobody there")


def test_inactive_account_gets_no_code(client, fremder):
    User.objects.filter(pk=fremder.pk).update(is_active=False)
    client.post(LOGIN, {"login": fremder.email})
    assert not re.search(r"\d{6}", mail.outbox[0].body)


def test_passkey_does_not_lock_out_a_person_who_takes_the_mail_code(client, fremder):
    """Trap: allauth counts a passkey as second step, and sends to a page that needs that device."""
    give_passkey(fremder)
    assert sign_in(client, fremder.email).url == reverse("home:me")
    assert signed_in(client)


def test_passkey_login_still_offers_a_challenge(client):
    answer = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"})
    assert answer.json()["request_options"]["publicKey"]["challenge"]


def test_passkey_login_with_nothing_in_hand_says_so(client):
    answer = client.post(reverse("mfa_login_webauthn"), {"credential": ""}, follow=True)
    assert "code" not in str(next(iter(answer.context["messages"]))).split()[:3]
    assert not signed_in(client)


def test_signing_in_and_wrong_digits_are_logged_without_the_address(client, fremder, caplog):
    caplog.set_level("INFO", "handschlag.security")
    client.post(LOGIN, {"login": fremder.email})
    client.post(reverse("account_confirm_login_code"), {"code": other(last_code())})
    client.post(reverse("account_confirm_login_code"), {"code": last_code()})
    assert [record.getMessage() for record in caplog.records] == [
        "wrong digits at /account/login/code/confirm/",
        f"user {fremder.pk} signed in",
    ]
    assert fremder.email not in caplog.text
