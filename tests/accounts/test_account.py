"""The own account: overview, address, sessions, language."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.core import mail
from django.urls import reverse

from accounts.models import User
from accounts.presenters import device
from tests.accounts.helpers import confirm, give_app, give_passkey, last_code, other

pytestmark = pytest.mark.django_db


def test_overview_shows_own_things_only(client, anna, fremder):
    give_passkey(anna)
    give_app(anna)
    client.force_login(fremder)
    page = client.get(reverse("accounts:overview")).content.decode()
    assert fremder.email in page
    assert anna.email not in page


def test_overview_needs_a_person(client):
    assert client.get(reverse("accounts:overview")).url == "/account/login/?next=/account/"


@pytest.mark.parametrize("count", [1, 30])
def test_overview_asks_few_questions(client, fremder, settings, django_assert_max_num_queries, count):
    settings.USERSESSIONS_TRACK_ACTIVITY = False  # allauth's own noting at every page
    for number in range(count):
        give_passkey(fremder, f"Gerät {number}")
    client.force_login(fremder)
    client.get(reverse("accounts:overview"))
    with django_assert_max_num_queries(8):
        client.get(reverse("accounts:overview"))


def change(client, email: str) -> None:
    confirm(client)
    client.post(reverse("account_email"), {"action_add": "1", "email": email})


def test_address_changes_after_the_digits_and_the_old_one_is_told(client, fremder):
    old = fremder.email
    client.force_login(fremder)
    change(client, "neu@example.org")
    fremder.refresh_from_db()
    assert fremder.email == old
    answer = client.post(reverse("account_email_verification_sent"), {"code": last_code()})
    assert answer.url == reverse("accounts:overview")
    fremder.refresh_from_db()
    assert fremder.email == "neu@example.org"
    assert [address.email for address in EmailAddress.objects.filter(user=fremder)] == ["neu@example.org"]
    assert mail.outbox[-1].to == [old]
    assert "neu@example.org" not in mail.outbox[-1].body  # the old mailbox may be the boss's


def test_address_stays_with_wrong_digits(client, fremder):
    client.force_login(fremder)
    change(client, "neu@example.org")
    client.post(reverse("account_email_verification_sent"), {"code": other(last_code())})
    fremder.refresh_from_db()
    assert fremder.email == "fremder@example.org"


def test_address_of_another_account_cannot_be_taken(client, anna, fremder):
    client.force_login(fremder)
    change(client, anna.email)
    client.post(reverse("account_email_verification_sent"), {"code": last_code()})
    assert set(User.objects.values_list("email", flat=True)) >= {anna.email, fremder.email}
    assert EmailAddress.objects.get(email=anna.email).user == anna


def test_address_must_be_another_one(client, fremder):
    client.force_login(fremder)
    confirm(client)
    answer = client.post(reverse("account_email"), {"action_add": "1", "email": fremder.email})
    assert "email" in answer.context["form"].errors


def test_sessions_are_listed_and_others_end(client, client_factory, fremder, anna):
    phone, stranger = client_factory(), client_factory()
    for visitor, person in ((client, fremder), (phone, fremder), (stranger, anna)):
        visitor.force_login(person)
        visitor.get(
            reverse("accounts:overview"), headers={"user-agent": "Mozilla/5.0 (Android 14) Chrome/130 Safari/537"}
        )
    page = client.get(reverse("usersessions_list"))
    assert len(page.context["sessions"]) == 2
    assert "Chrome, Android" in page.content.decode()
    client.post(reverse("usersessions_list"))
    assert phone.get(reverse("accounts:overview")).status_code == 302
    assert client.get(reverse("accounts:overview")).status_code == 200
    assert stranger.get(reverse("accounts:overview")).status_code == 200


def test_session_is_noted_once_an_hour(client, fremder, settings, monkeypatch, django_assert_num_queries):
    settings.USERSESSIONS_TRACK_ACTIVITY = False
    client.force_login(fremder)
    client.get(reverse("home:me"))
    (row,) = UserSession.objects.all()
    UserSession.objects.update(user_agent="x")
    client.get(reverse("accounts:closed"))
    assert UserSession.objects.get().user_agent == "x"
    with django_assert_num_queries(2):  # the session and the person
        client.get(reverse("accounts:closed"))
    later = row.created_at.timestamp() + 3700
    monkeypatch.setattr("accounts.sessions.time.time", lambda: later)
    client.get(reverse("accounts:closed"), headers={"user-agent": "Firefox"})
    assert UserSession.objects.get().user_agent == "Firefox"


def test_logout_ends_the_session_by_post_only(client, fremder):
    client.force_login(fremder)
    client.get(reverse("account_logout"))
    assert client.get(reverse("accounts:overview")).status_code == 200
    key = client.session.session_key
    client.post(reverse("account_logout"))
    assert client.get(reverse("accounts:overview")).status_code == 302
    assert not client.session.exists(key)
    assert not any(session.exists() for session in UserSession.objects.all())


@pytest.mark.parametrize("signed_in", [True, False])
def test_language_is_chosen_by_post_and_kept(client, fremder, signed_in):
    if signed_in:
        client.force_login(fremder)
    client.post(reverse("set_language"), {"language": "en", "next": "/account/login/"})
    assert client.cookies["django_language"].value == "en"
    answer = client.post(reverse("set_language"), {"language": "de", "next": "https://evil.example/"})
    assert not answer.url.startswith("https://evil")


@pytest.mark.parametrize(("agent", "name"), [
    ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/130 Safari/537 Edg/130", "Edge, Windows"),
    ("Mozilla/5.0 (iPhone; CPU iPhone OS 18) AppleWebKit Version/18 Safari/604", "Safari, iPhone"),
    ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox, Linux"),
])  # fmt: skip
def test_device_is_named_in_words_people_know(agent, name):
    assert device(agent) == name


def test_device_nobody_knows_is_said_so():
    assert device("curl/8")
