"""Opening shows, a button accepts, once, by the invited mailbox."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts import registry, throttle
from network.employers import actions, rules, throttles
from network.employers.models import Invitation
from tests import factories
from tests.employers.helpers import enter, link_in_mail

pytestmark = pytest.mark.django_db
NAMES = {"member_name": "Ralf Roth", "position": "Polier"}


@pytest.fixture
def ralf(db):
    return factories.make_user("ralf@example.org")


@pytest.fixture
def link(monika, brandt) -> str:
    enter(monika).post(
        f"/employer/{brandt.public_id}/people/invite/",
        {"email": " Ralf@Example.org", "roles": ["referee", "recruiter"]},
    )
    return link_in_mail()


def make_late() -> None:
    long_ago = timezone.now() - timedelta(days=30)
    Invitation.objects.update(created_at=long_ago, expires_at=long_ago + timedelta(days=14))


def test_mail_names_who_and_what_and_holds_one_link(link, brandt):
    sent = mail.outbox[-1]
    assert sent.to == ["ralf@example.org"]
    assert "Elektro Brandt" in sent.subject
    assert "Monika Brandt" in sent.body
    assert Invitation.objects.get().token_hash not in sent.body


def test_opening_changes_nothing_and_accepting_gives_the_roles(link, ralf, brandt):
    client = enter(ralf)
    page = client.get(link).content.decode()
    assert "Monika Brandt" in page
    assert not rules.is_member(ralf, brandt)
    assert client.post(link, NAMES).url == f"/employer/{brandt.public_id}/"
    member = ralf.memberships.get()
    assert (member.name, member.position) == ("Ralf Roth", "Polier")
    assert (member.is_admin, member.is_referee, member.is_recruiter) == (False, True, True)


def test_signed_out_reads_and_keeps_the_link_through_sign_in(client, link):
    page = client.get(link)
    assert "Elektro Brandt" in page.content.decode()
    assert f"next={link.replace('/', '%2F')}" in page.content.decode()
    assert client.post(link, NAMES).url.startswith("/account/login/?next=")
    assert Invitation.objects.open().exists()


def test_somebody_else_learns_nothing_and_cannot_accept(link, fremder, brandt):
    client = enter(fremder)
    for answer in (client.get(link), client.post(link, NAMES)):
        assert answer.status_code == 404
        assert "Brandt" not in answer.content.decode()
    assert not rules.is_member(fremder, brandt)


def test_somebody_else_cannot_accept_by_the_action_either(link, fremder):
    with pytest.raises(PermissionDenied):
        actions.accept_invitation(by=fremder, invitation=Invitation.objects.get(), name="Frei")


def test_altered_link_does_not_exist(link, ralf):
    other = "y" if link[-2] == "x" else "x"  # a link may end with any letter
    assert enter(ralf).get(f"{link[:-2]}{other}/").status_code == 404


def test_two_clicks_in_two_tabs_accept_once(link, ralf, brandt):
    first, second = enter(ralf), enter(ralf)
    assert first.get(link).status_code == second.get(link).status_code == 200
    assert first.post(link, NAMES).status_code == 302
    late = second.post(link, {"member_name": "Anders", "position": ""})
    assert late.status_code == 200
    assert ralf.memberships.get().name == "Ralf Roth"


def test_spending_is_conditional_and_not_only_looked_at(link, ralf):
    stale = Invitation.objects.get()
    actions.accept_invitation(by=ralf, invitation=Invitation.objects.get(), name="Ralf Roth")
    with pytest.raises(actions.Spent):
        actions.accept_invitation(by=ralf, invitation=stale, name="Ralf Roth")
    assert ralf.memberships.count() == 1


def test_spent_link_says_nothing_to_others(link, ralf, fremder):
    enter(ralf).post(link, NAMES)
    answer = enter(fremder).get(link)
    assert answer.status_code == 410
    assert "Brandt" not in answer.content.decode()


def test_late_link_asks_the_admins_once(link, ralf, monika, brandt):
    make_late()
    client = enter(ralf)
    assert client.get(link).status_code == 200
    mail.outbox.clear()
    client.post(link, NAMES)
    client.post(link, NAMES)
    assert [sent.to for sent in mail.outbox] == [[monika.email]]
    assert link_in_mail() == f"/employer/{brandt.public_id}/people/"
    assert not rules.is_member(ralf, brandt)


def test_admin_sends_a_new_link_and_the_old_one_ends(link, ralf, monika, brandt):
    make_late()
    old = Invitation.objects.get()
    enter(monika).post(f"/employer/{brandt.public_id}/people/invitation/{old.pk}/", {"do": "renew"})
    assert enter(ralf).get(link).status_code == 410
    enter(ralf).post(link_in_mail(), NAMES)
    assert rules.is_recruiter(ralf, brandt)


def test_taken_back_link_has_ended(link, ralf, monika, brandt):
    pk = Invitation.objects.get().pk
    for _ in range(2):
        enter(monika).post(f"/employer/{brandt.public_id}/people/invitation/{pk}/", {"do": "revoke"})
    assert enter(ralf).post(link, NAMES).status_code == 410
    assert not rules.is_member(ralf, brandt)


def test_accepted_invitation_is_neither_taken_back_nor_renewed(link, ralf, monika, brandt):
    enter(ralf).post(link, NAMES)
    pk, sent = Invitation.objects.get().pk, len(mail.outbox)
    for do in ("revoke", "renew"):
        enter(monika).post(f"/employer/{brandt.public_id}/people/invitation/{pk}/", {"do": do})
    assert Invitation.objects.get().revoked_at is None
    assert len(mail.outbox) == sent


def test_inviting_again_ends_the_older_link(link, monika, brandt, ralf):
    actions.invite(by=monika, employer=brandt, email="ralf@example.org", is_referee=True)
    assert Invitation.objects.open().count() == 1
    assert enter(ralf).get(link).status_code == 410


def test_member_who_is_invited_keeps_the_old_roles(monika, brandt, ralf):
    factories.make_member(brandt, ralf, "Ralf Roth", is_referee=True)
    actions.invite(by=monika, employer=brandt, email="ralf@example.org", is_recruiter=True)
    enter(ralf).post(link_in_mail(), NAMES)
    member = ralf.memberships.get()
    assert member.is_referee
    assert member.is_recruiter


def test_invitation_of_another_employer_is_out_of_reach(link, talheim, ralf):
    boss = factories.make_user("boss@talheim.example")
    factories.make_member(talheim, boss, "Bo Oss", is_admin=True)
    pk = Invitation.objects.get().pk
    answer = enter(boss).post(f"/employer/{talheim.public_id}/people/invitation/{pk}/", {"do": "revoke"})
    assert answer.status_code == 404
    assert Invitation.objects.open().exists()


def test_inviting_is_throttled(monika, brandt, monkeypatch):
    monkeypatch.setattr(throttles, "INVITE", throttle.Limit("invite-test", "1/d"))
    url, data = f"/employer/{brandt.public_id}/people/invite/", {"email": "a@example.org", "roles": ["referee"]}
    assert enter(monika).post(url, data).status_code == 302
    assert enter(monika).post(url, data).status_code == 429
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    "data",
    [
        {"email": "", "roles": ["referee"]},
        {"email": "x@", "roles": ["referee"]},
        {"email": "a@b.de"},
        {"email": "a@b.de", "roles": ["boss"]},
    ],
)
def test_bad_invitation_sends_nothing(monika, brandt, data):
    assert enter(monika).post(f"/employer/{brandt.public_id}/people/invite/", data).context["form"].errors
    assert not mail.outbox


@pytest.mark.parametrize("ended", ["accepted_at", "revoked_at", "expires_at"])
def test_addresses_go_some_time_after_the_end(link, ended):
    """Also those under which somebody accepted and has moved on: closing the account would not find them."""
    for days, left in ((29, 1), (31, 0)):
        then = timezone.now() - timedelta(days=days)
        Invitation.objects.update(**{"created_at": then - timedelta(days=14), ended: then})
        registry.purgers["employers"]()
        assert Invitation.objects.count() == left


def test_open_invitation_stays(link):
    registry.purgers["employers"]()
    assert Invitation.objects.count() == 1
