"""The authenticator app: set up, sign in, recovery codes, roles that need it."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.http import HttpResponse
from django.urls import reverse

from accounts import registry
from accounts.decorators import second_factor_required
from accounts.mfa import MFAAdapter
from tests.accounts.helpers import confirm, digits, give_app, give_passkey, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def role(registries, fremder, monkeypatch):
    """fremder acts for others now."""
    registry.second_factor["test"] = lambda user: user.pk == fremder.pk
    return fremder


def set_up(client) -> None:
    page = client.get(reverse("mfa_activate_totp"))
    answer = client.post(reverse("mfa_activate_totp"), {"code": digits(page.context["form"].secret)})
    assert answer.url == reverse("mfa_view_recovery_codes")


def test_app_is_set_up_and_told_by_mail(client, fremder):
    client.force_login(fremder)
    confirm(client)
    set_up(client)
    assert Authenticator.objects.filter(user=fremder, type="totp").exists()
    assert len(client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]) == 10
    assert mail.outbox[-1].to == [fremder.email]


def test_app_set_up_shows_codes_also_to_who_has_a_passkey(client, fremder):
    give_passkey(fremder)
    Authenticator.objects.create(
        user=fremder, type="recovery_codes", data={"seed": MFAAdapter().encrypt("ab"), "used_mask": 0}
    )
    client.force_login(fremder)
    confirm(client)
    Authenticator.objects.filter(type="webauthn").delete()
    set_up(client)


def test_app_set_up_ends_sessions_that_never_used_it(client, client_factory, fremder):
    old = client_factory()
    old.force_login(fremder)
    assert old.get(reverse("accounts:overview")).status_code == 200
    client.force_login(fremder)
    confirm(client)
    set_up(client)
    assert old.get(reverse("accounts:overview")).status_code == 302
    assert client.get(reverse("accounts:overview")).status_code == 200


def test_wrong_digits_do_not_set_up(client, fremder):
    client.force_login(fremder)
    confirm(client)
    answer = client.post(reverse("mfa_activate_totp"), {"code": "000"})
    assert answer.context["form"].errors
    assert not Authenticator.objects.filter(type="totp").exists()


def test_login_asks_for_the_app(client, fremder):
    secret = give_app(fremder)
    assert sign_in(client, fremder.email).url == reverse("mfa_authenticate")
    assert client.get(reverse("home:me")).status_code == 302
    code = digits(secret)
    answer = client.post(reverse("mfa_authenticate"), {"code": f"{code[:3]} {code[3:]}"})
    assert answer.url == reverse("home:me")
    assert client.get(reverse("home:me")).status_code == 200


def test_login_refuses_wrong_digits_of_the_app(client, fremder):
    give_app(fremder)
    sign_in(client, fremder.email)
    assert client.post(reverse("mfa_authenticate"), {"code": "000000000"}).context["form"].errors
    assert "_auth_user_id" not in client.session


def test_recovery_code_stands_in_once(client, client_factory, fremder):
    give_app(fremder)
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    for visitor, url in ((client, reverse("home:me")), (client_factory(), None)):
        sign_in(visitor, fremder.email)
        answer = visitor.post(reverse("mfa_authenticate"), {"code": code})
        assert getattr(answer, "url", None) == url


def test_app_can_be_removed_without_a_role(client, fremder):
    secret = give_app(fremder)
    client.force_login(fremder)
    client.post(reverse("mfa_reauthenticate"), {"code": digits(secret)})
    assert client.get(reverse("mfa_deactivate_totp")).status_code == 200
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=fremder).exists()


def test_app_cannot_be_removed_while_a_role_needs_it(client, role):
    secret = give_app(role)
    client.force_login(role)
    client.post(reverse("mfa_reauthenticate"), {"code": digits(secret)})
    page = client.get(reverse("mfa_deactivate_totp")).content.decode()
    assert 'action="/account/ways/app/remove/"' not in page
    assert 'btn" type="submit' not in page.split("<main")[1].split("</main")[0]
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=role, type="totp").exists()


def test_app_moves_to_a_new_phone_while_a_role_needs_it(client, role):
    secret = give_app(role)
    client.force_login(role)
    assert client.get(reverse("accounts:move_app")).url.startswith(reverse("mfa_reauthenticate"))
    client.post(reverse("mfa_reauthenticate"), {"code": digits(secret)})
    page = client.get(reverse("accounts:move_app"))
    client.post(reverse("accounts:move_app"), {"code": "000"})
    assert MFAAdapter().decrypt(Authenticator.objects.get(type="totp").data["secret"]) == secret
    page = client.get(reverse("accounts:move_app"))
    client.post(reverse("accounts:move_app"), {"code": digits(page.context["form"].secret)})
    assert MFAAdapter().decrypt(Authenticator.objects.get(type="totp").data["secret"]) == page.context["form"].secret


def test_app_that_is_not_there_is_not_moved(client, fremder):
    client.force_login(fremder)
    confirm(client)
    assert client.get(reverse("accounts:move_app")).url == reverse("mfa_activate_totp")


def test_page_for_a_role_leads_to_the_app_and_back(client, role, rf):
    view = second_factor_required(lambda request: HttpResponse("desk"))
    request = rf.get("/desk/?page=2")
    request.user = role
    asked = view(request)
    assert asked.url == "/account/second-factor/?next=%2Fdesk%2F%3Fpage%3D2"
    client.force_login(role)
    assert client.get(asked.url).status_code == 200
    confirm(client)
    set_up(client)
    assert 'href="/desk/?page=2"' in client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert view(request).content == b"desk"


def test_page_for_a_role_opens_for_people_without_the_role_check(rf, registries, fremder):
    view = second_factor_required(lambda request: HttpResponse("page"))
    request = rf.get("/desk/")
    request.user = fremder
    assert view(request).content == b"page"


def test_second_factor_page_sends_on_who_needs_nothing(client, registries, fremder):
    client.force_login(fremder)
    assert client.get(reverse("accounts:second_factor") + "?next=/me/").url == "/me/"
    assert client.get(reverse("accounts:second_factor") + "?next=//evil.example").url == reverse("accounts:overview")


def test_passkey_is_no_replacement_for_the_app_in_a_role(rf, role):
    give_passkey(role)
    request = rf.get("/desk/")
    request.user = role
    assert second_factor_required(lambda request: HttpResponse("page"))(request).status_code == 302


def test_secret_of_the_app_is_sealed_at_rest(client, fremder):
    secret = give_app(fremder)
    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in stored
    assert MFAAdapter().decrypt(stored) == secret


def test_secret_opens_with_an_older_key_after_rotation(settings):
    sealed = MFAAdapter().encrypt("geheim")
    settings.KEKS = "new:" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY=" + "," + settings.KEKS
    assert MFAAdapter().decrypt(sealed) == "geheim"
    assert MFAAdapter().decrypt(MFAAdapter().encrypt("neu")) == "neu"


def test_stranger_cannot_touch_a_passkey_of_somebody_else(client, anna, fremder):
    passkey = give_passkey(anna)
    client.force_login(fremder)
    confirm(client)
    for name in ("mfa_remove_webauthn", "mfa_edit_webauthn"):
        assert client.get(reverse(name, args=[passkey.pk])).status_code == 404
        assert client.post(reverse(name, args=[passkey.pk]), {"name": "x"}).status_code == 404
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


def test_passkey_is_renamed_and_removed_by_its_owner(client, anna):
    passkey = give_passkey(anna)
    client.force_login(anna)
    confirm(client)
    client.post(reverse("mfa_edit_webauthn", args=[passkey.pk]), {"name": "Altes Handy"})
    assert "Altes Handy" in client.get(reverse("mfa_index")).content.decode()
    assert client.post(reverse("mfa_remove_webauthn", args=[passkey.pk])).url == reverse("mfa_index")
    assert not Authenticator.objects.filter(pk=passkey.pk).exists()
