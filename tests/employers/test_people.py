"""Roles hold at once and end at once; somebody always administrates."""

import pytest
from django.core.exceptions import PermissionDenied

from network.employers import actions, rules
from network.employers.models import Invitation, Membership
from network.employers.viewer import viewer_of
from tests import factories
from tests.employers.helpers import enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def ralf(brandt):
    """Referee of brandt."""
    user = factories.make_user("ralf@example.org")
    factories.make_member(brandt, user, "Ralf Roth", is_referee=True)
    return user


def member(user) -> Membership:
    return user.memberships.current().get()


def test_roles_change_at_once(monika, ralf, brandt):
    other = enter(ralf)
    assert not viewer_of(ralf).recruits
    enter(monika).post(f"/employer/{brandt.public_id}/people/{member(ralf).pk}/", {"roles": ["recruiter", "admin"]})
    assert viewer_of(ralf).recruits
    assert not rules.is_referee(ralf, brandt)
    assert other.get(f"/employer/{brandt.public_id}/people/").status_code == 200
    enter(monika).post(f"/employer/{brandt.public_id}/people/{member(ralf).pk}/", {"roles": ["referee"]})
    assert other.get(f"/employer/{brandt.public_id}/people/").status_code == 404


def test_at_least_one_role(monika, ralf, brandt):
    answer = enter(monika).post(f"/employer/{brandt.public_id}/people/{member(ralf).pk}/", {"roles": []})
    assert "roles" in answer.context["form"].errors


def test_ended_member_is_out_at_once(monika, ralf, brandt):
    other = enter(ralf)
    url = f"/employer/{brandt.public_id}/people/{member(ralf).pk}/end/"
    assert enter(monika).get(url).status_code == 200
    assert rules.is_member(ralf, brandt)  # opening changes nothing
    enter(monika).post(url)
    assert not rules.is_member(ralf, brandt)
    assert viewer_of(ralf).roots == frozenset()
    assert other.get(f"/employer/{brandt.public_id}/").status_code == 404
    assert enter(monika).post(url).status_code == 404


def test_last_admin_cannot_be_removed(monika, ralf, brandt):
    client, pk = enter(monika), member(monika).pk
    for url, data in ((f"people/{pk}/end/", {}), (f"people/{pk}/", {"roles": ["referee"]}), ("leave/", {})):
        assert client.post(f"/employer/{brandt.public_id}/{url}", data).status_code == 409
    assert rules.is_admin(monika, brandt)


def test_admin_goes_after_handing_over(monika, ralf, brandt):
    actions.change_roles(by=monika, membership=member(ralf), is_admin=True)
    answer = enter(monika).post(f"/employer/{brandt.public_id}/leave/")
    assert answer.url == "/me/"
    assert not rules.is_member(monika, brandt)


def test_two_admins_removing_each_other_leave_one(monika, ralf, brandt):
    actions.change_roles(by=monika, membership=member(ralf), is_admin=True)
    stale = {user: member(user) for user in (monika, ralf)}
    actions.end_membership(by=monika, membership=stale[ralf])
    with pytest.raises(PermissionDenied):  # ralf had the page open still
        actions.end_membership(by=ralf, membership=stale[monika])
    assert rules.is_admin(monika, brandt)


def test_admin_who_is_alone_with_a_past_admin_is_the_last(monika, ralf, brandt):
    actions.change_roles(by=monika, membership=member(ralf), is_admin=True)
    actions.end_membership(by=ralf, membership=member(ralf))
    with pytest.raises(actions.LastAdmin):
        actions.end_membership(by=monika, membership=member(monika))


def test_referee_leaves_without_asking(ralf, monika, brandt, client):
    client.force_login(ralf)
    client.post(f"/employer/{brandt.public_id}/leave/")
    assert not rules.is_member(ralf, brandt)


def test_referee_changes_nobody(monika, ralf, brandt):
    with pytest.raises(PermissionDenied):
        actions.change_roles(by=ralf, membership=member(ralf), is_admin=True)
    with pytest.raises(PermissionDenied):
        actions.end_membership(by=ralf, membership=member(monika))


def test_member_of_another_employer_is_out_of_reach(monika, rita, brandt):
    client = enter(monika)
    for url in ("", "end/"):
        assert (
            client.post(
                f"/employer/{brandt.public_id}/people/{member(rita).pk}/{url}", {"roles": ["admin"]}
            ).status_code
            == 404
        )
    assert member(rita).is_recruiter
    assert not member(rita).is_admin


def test_invitations_of_an_admin_end_with_the_role(monika, ralf, brandt):
    actions.change_roles(by=monika, membership=member(ralf), is_admin=True)
    actions.invite(by=ralf, employer=brandt, email="freund@example.org", is_admin=True)
    actions.change_roles(by=monika, membership=member(ralf), is_referee=True)
    assert not Invitation.objects.open().exists()


def test_coming_back_is_a_new_membership(monika, ralf, brandt):
    actions.end_membership(by=ralf, membership=member(ralf))
    actions.add_member(by=monika, employer=brandt, user=ralf, name="Ralf Roth", is_recruiter=True)
    assert ralf.memberships.count() == 2
    assert not rules.is_referee(ralf, brandt)
