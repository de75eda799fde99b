"""Take everything, leave at once, and who has to hand over first."""

import json
from datetime import timedelta

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts import registry
from network.employers import actions
from network.employers.models import Employer, EmployerProof, Invitation, Membership
from network.employers.viewer import viewer_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def ralf(brandt):
    user = factories.make_user("ralf@example.org")
    factories.make_member(brandt, user, "Ralf Roth", is_referee=True)
    return user


def test_export_holds_memberships_and_invitations(monika, brandt, fremder):
    actions.invite(by=monika, employer=brandt, email="fremder@example.org", is_referee=True)
    known = json.dumps(registry.exporters["employers"](monika).data, cls=DjangoJSONEncoder)
    assert "Elektro Brandt" in known
    assert "fremder@example.org" in known
    known = registry.exporters["employers"](fremder).data
    assert [each["employer"] for each in known["invitations_received"]] == ["Elektro Brandt"]
    assert known["memberships"] == []


def test_only_admin_among_others_must_hand_over(monika, brandt, ralf):
    (sentence,) = registry.farewells["employers"](monika)
    assert "Elektro Brandt" in sentence
    assert registry.farewells["employers"](ralf) == []
    actions.change_roles(by=monika, membership=ralf.memberships.get(), is_admin=True)
    assert registry.farewells["employers"](monika) == []


def test_sole_member_is_free_to_go(monika, brandt, ralf):
    actions.end_membership(by=ralf, membership=ralf.memberships.get())
    assert registry.farewells["employers"](monika) == []


def test_employer_nobody_speaks_for_loses_its_check_at_once(monika, brandt):
    Employer.objects.update(queued_at=timezone.now())
    registry.erasers["employers"][1](monika)
    brandt.refresh_from_db()
    assert (brandt.checked_until, brandt.queued_at) == (None, None)
    assert brandt.proofs.get().kind == EmployerProof.Kind.ENDED
    assert not Membership.objects.filter(user=monika).exists()


def test_employer_keeps_its_check_while_an_admin_is_left(monika, brandt, ralf):
    actions.change_roles(by=monika, membership=ralf.memberships.get(), is_admin=True)
    registry.erasers["employers"][1](monika)
    brandt.refresh_from_db()
    assert brandt.is_checked
    assert viewer_of(ralf).checked


def test_erasing_takes_every_trace(monika, brandt, ralf):
    actions.invite(by=monika, employer=brandt, email="neu@example.org", is_referee=True)
    actions.invite(by=monika, employer=brandt, email=ralf.email, is_recruiter=True)
    registry.erasers["employers"][1](ralf)
    assert not Invitation.objects.filter(email=ralf.email).exists()
    assert not Membership.objects.filter(name="Ralf Roth").exists()
    registry.erasers["employers"][1](monika)
    assert not Invitation.objects.exists()  # an open promise of somebody who is gone
    monika.delete()


def test_admins_need_an_app(monika, rita, fremder):
    asks = registry.second_factor["employers"]
    assert (asks(monika), asks(rita), asks(fremder)) == (True, False, False)


def refuses(act) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        act()


def test_database_keeps_one_current_membership_per_person(monika, brandt):
    refuses(lambda: factories.make_member(brandt, monika))


def test_database_keeps_ends_behind_beginnings(monika, brandt):
    refuses(lambda: brandt.memberships.update(until=timezone.now() - timedelta(days=400)))


def test_database_keeps_one_end_per_invitation(monika, brandt):
    actions.invite(by=monika, employer=brandt, email="neu@example.org", is_referee=True)
    refuses(lambda: Invitation.objects.update(accepted_at=timezone.now(), revoked_at=timezone.now()))
    refuses(lambda: Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1)))
