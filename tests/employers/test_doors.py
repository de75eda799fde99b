"""Every address, for everybody who has nothing to do there."""

import pytest
from django.urls import reverse

from network.employers import actions
from network.employers.urls import urlpatterns
from tests import factories
from tests.employers.helpers import enter

pytestmark = pytest.mark.django_db
PUBLIC = {"suggest", "public", "invitation"}
SIGNED_IN = {"new"}
MEMBERS = {"area", "leave"}
ADMINS = {pattern.name for pattern in urlpatterns} - PUBLIC - SIGNED_IN - MEMBERS


@pytest.fixture
def addresses(brandt, monika) -> dict[str, str]:
    """With rows behind each of them that could leak."""
    member = factories.make_member(brandt, name="Ralf Roth", is_referee=True)
    invitation = actions.invite(by=monika, employer=brandt, email="neu@example.org", is_referee=True)
    branch = factories.make_employer("Brandt Laden", brandt.place)
    branch.parent_asked = brandt
    branch.merge_asked = brandt
    branch.save()
    more = {"roles": [member.pk], "end": [member.pk], "invitation_again": [invitation.pk]}
    more |= {"branch": [branch.public_id], "merge_answer": [branch.public_id]}
    return {
        name: reverse(f"employers:{name}", args=[brandt.public_id, *more.get(name, [])]) for name in ADMINS | MEMBERS
    }


def answers(client, addresses, names):
    """Status and page of GET and POST; what only reads or only writes may say so, it says it of every address."""
    for name in sorted(names):
        for method in (client.get, client.post):
            answer = method(
                addresses[name], {"roles": ["admin"], "answer": "yes", "do": "renew", "name": "X", "local": "info"}
            )
            yield name, answer.status_code, answer.content.decode()


@pytest.mark.parametrize("who", ["fremder", "rita", "former"])
def test_outsiders_find_nothing(who, addresses, brandt, monika, request):
    if who == "former":
        user = factories.make_user("frueher@example.org")
        member = factories.make_member(brandt, user, "Frieda Früher", is_admin=True, is_recruiter=True)
        actions.end_membership(by=user, membership=member)
    else:
        user = request.getfixturevalue(who)
    before = list(brandt.memberships.values_list("pk", "is_admin", "until"))
    for name, status, page in answers(enter(user), addresses, ADMINS | MEMBERS):
        assert status in (404, 405), name
        assert "Brandt" not in page, name
        assert "Ralf" not in page, name
    assert list(brandt.memberships.values_list("pk", "is_admin", "until")) == before


def test_admin_of_another_employer_finds_nothing(addresses, rita):
    rita.memberships.update(is_admin=True)
    for name, status, page in answers(enter(rita), addresses, ADMINS | MEMBERS):
        assert status in (404, 405), name
        assert "Ralf" not in page, name


def test_members_without_the_role_administrate_nothing(addresses, brandt):
    user = factories.make_user("karl@example.org")
    factories.make_member(brandt, user, "Karl Kehr", is_referee=True, is_recruiter=True)
    client = enter(user)
    for name, status, page in answers(client, addresses, ADMINS):
        assert status in (404, 405), name
        assert "Ralf" not in page, name
    assert client.get(addresses["area"]).status_code == 200


def test_signed_out_people_are_sent_to_sign_in(client, addresses):
    for name in ADMINS | MEMBERS:
        assert client.get(addresses[name]).url.startswith("/account/login/"), name
    assert client.get("/employer/new/").url.startswith("/account/login/")


def test_admins_need_the_second_factor(client, monika, addresses):
    client.force_login(monika)
    for name in ADMINS:
        answer = client.post(addresses[name]) if name in ("branch", "invitation_again") else client.get(addresses[name])
        assert "next=" in answer.url, name


def test_admins_find_every_page(monika, addresses):
    client = enter(monika)
    for name in (ADMINS | MEMBERS) - {"branch", "invitation_again", "proof_code"}:
        answer = client.get(addresses[name])
        assert answer.status_code == 200, name
