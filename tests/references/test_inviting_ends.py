"""Who leaves, and when: the member an hour ago, the check of the firm, the worker, time itself. And two clicks at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from accounts import actions as accounts
from accounts.mailbox import mailbox_hash
from network.employers import actions as employers
from network.profiles import actions as profiles
from network.profiles.models import Profile
from references.closing import Closed
from references.inviting import actions, answering, taking
from references.inviting.actions import Person
from references.models import LedgerEntry, Reference, ReferenceRequest, WorkerInvitation
from references.registers import export
from tests import factories
from tests.accounts.helpers import give_app
from tests.references import inviting
from tests.references.inviting import SAMIRA

State = WorkerInvitation.State


@pytest.fixture
def said(elektro, statements):
    return inviting.words(elektro)


@pytest.fixture
def ada(brandt):
    """A second admin, so that Monika can go."""
    user = factories.make_user("ada@brandt-elektro.example")
    factories.make_member(brandt, user, "Ada Brandt", is_admin=True)
    return user


@pytest.fixture
def invitation(monika, brandt, said):
    return inviting.invite(monika, brandt, said)


@pytest.fixture
def samira(db):
    return factories.make_user(SAMIRA)


def leave(user, brandt):
    employers.end_membership(by=user, membership=brandt.memberships.current().get(user=user))


# A member who left an hour ago


@pytest.mark.parametrize("how", ["left", "roles taken", "not checked", "account closed"])
def test_nothing_is_signed_for_who_does_not_speak_for_the_firm_any_more(
    client, monika, ada, brandt, invitation, samira, how
):
    if how == "left":
        leave(monika, brandt)
    elif how == "roles taken":
        member = brandt.memberships.get(user=monika)
        employers.change_roles(by=ada, membership=member, is_admin=False, is_referee=False, is_recruiter=True)
    elif how == "not checked":
        type(brandt).objects.update(checked_until=timezone.localdate() - timedelta(days=1))
    else:
        accounts.close(by=monika)
    with pytest.raises((taking.Unconfirmed, Closed)):
        taking.take_over(by=samira, invitation=invitation, name="Samira Keller")
    for table in (Reference, ReferenceRequest, LedgerEntry, Profile):
        assert not table.objects.exists(), "nothing half-made"
    client.force_login(samira)
    page = client.get(f"/me/invited/{invitation.public_id}/").content.decode()
    if how == "account closed":
        assert "This invitation has ended" in page
        return
    assert "You cannot take it over just now." in page
    assert "Hat immer abgeschlossen." in page, "she still reads what was written"
    assert 'value="take"' not in page
    assert 'value="no"' in page
    assert client.get(f"/me/invited/{invitation.public_id}/take/").status_code == 302


def test_firm_checked_again_makes_it_whole_again(brandt, invitation, samira):
    type(brandt).objects.update(checked_until=timezone.localdate() - timedelta(days=1))
    with pytest.raises(taking.Unconfirmed):
        taking.take_over(by=samira, invitation=invitation, name="S")
    type(brandt).objects.update(checked_until=timezone.localdate() + timedelta(days=9))
    assert taking.take_over(by=samira, invitation=invitation, name="S").level == 4


@pytest.mark.parametrize("joined", [True, False])
def test_firm_is_told_that_words_of_who_left_have_to_be_written_anew(
    client, monika, ada, brandt, invitation, samira, said, joined
):
    """The same whether they were taken over or not; and nobody is in the way of new ones."""
    if joined:
        taking.take_over(by=samira, invitation=invitation, name="S")
    give_app(ada)
    client.force_login(ada)
    area = f"/employer/{brandt.public_id}/"
    assert "has left" not in client.get(area).content.decode()
    leave(monika, brandt)
    assert "Somebody who wrote for others has left" in client.get(area).content.decode()
    assert "To be written anew" in client.get(f"{area}inviting/").content.decode()
    anew = inviting.invite(ada, brandt, said)
    assert anew.state == State.OPEN
    if not joined:
        invitation.refresh_from_db()
        assert invitation.state == State.CANCELLED
        assert taking.take_over(by=samira, invitation=anew, name="S").referee_user == ada


def test_who_left_cannot_send_or_take_back(monika, ada, brandt, said, invitation):
    leave(monika, brandt)
    with pytest.raises(PermissionDenied):
        inviting.invite(monika, brandt, said, email="neu@post.example")
    with pytest.raises(PermissionDenied):
        actions.take_back(by=monika, employer=brandt, email=SAMIRA)


def test_invitation_alone_needs_nobody_who_stands_for_it(monika, ada, brandt, samira):
    invitation = inviting.invite(monika, brandt)
    leave(monika, brandt)
    assert taking.take_over(by=samira, invitation=invitation, name="Samira") is None


def test_facts_only_since_then_leaves_the_sentences_out(client, monika, brandt, invitation, samira):
    """What she reads is what is signed."""
    employers.choose_facts_only(by=monika, employer=brandt, works_council=True, facts_only=True)
    client.force_login(samira)
    assert "abgeschlossen" not in client.get(f"/me/invited/{invitation.public_id}/").content.decode()
    assert "abgeschlossen" not in taking.take_over(by=samira, invitation=invitation, name="S").payload


def test_member_does_not_write_for_herself(monika, brandt, said):
    for email in (monika.email, "Monika+neu@brandt-elektro.example"):
        with pytest.raises(ValidationError, match=r"eigene Adresse|own address"):
            inviting.invite(monika, brandt, said, email=email)


def test_page_typed_at_the_desk_is_checked_first(invitation, samira):
    profile = profiles.start(by=samira)
    type(profile).objects.filter(pk=profile.pk).update(unconfirmed=["name"])
    with pytest.raises(ValidationError):
        taking.take_over(by=samira, invitation=invitation, name="S")
    assert not Reference.objects.exists()


# Time, leaving, taking along


def test_purge_takes_words_after_thirty_days_and_rows_after_ninety(monika, brandt, said, samira, invitation):
    declined = inviting.invite(monika, brandt, said, email="nein@post.example")
    answering.decline(by=None, invitation=declined)
    _age(days=31)
    WorkerInvitation.objects.update(expires_at=timezone.now())
    call_command("purge")
    invitation.refresh_from_db()
    assert (invitation.state, invitation.name, invitation.email, invitation.draft) == (State.EXPIRED, "", "", {})
    _age(days=91)
    call_command("purge")
    assert list(WorkerInvitation.objects.all()) == [declined], "a no holds a year"
    _age(days=366)
    call_command("purge")
    assert not WorkerInvitation.objects.exists()


def _age(days: int) -> None:
    WorkerInvitation.objects.update(created_at=timezone.now() - timedelta(days=days))


def test_closing_her_account_empties_what_waits_and_tells_nothing(monika, brandt, said, samira, invitation):
    accounts.close(by=samira)
    row = WorkerInvitation.objects.values().get()
    assert (row["name"], row["email"], row["draft"], row["message"]) == ("", "", {}, "")
    assert "Samira" not in str(row)


def test_closing_the_account_of_who_wrote_ends_the_words(monika, ada, brandt, invitation):
    accounts.close(by=monika)
    row = WorkerInvitation.objects.get()
    assert (row.by, row.state, row.draft) == (None, State.CANCELLED, {})


def test_export_holds_the_words_for_the_worker_and_no_answer_for_the_firm(monika, brandt, invitation, samira):
    before = export(monika).data["invitations"]
    (mine,) = export(samira).data["invitations"]["received"]
    assert (mine["employer"], mine["name"], mine["draft"]["text"]) == (
        "Elektro Brandt",
        "Samira Keller",
        "Hat immer abgeschlossen.",
    )
    assert before["sent"][0]["with_words"] is True
    answering.decline(by=None, invitation=invitation)
    assert export(monika).data["invitations"] == before


def test_mailbox_is_stored_as_keyed_hash_alone_once_answered(invitation):
    answering.decline(by=None, invitation=invitation)
    row = str(WorkerInvitation.objects.values().get())
    assert "samira" not in row.casefold()
    assert mailbox_hash(SAMIRA) in row


# Two at once


def test_same_mailbox_twice_in_one_call_is_refused(monika, brandt):
    with pytest.raises(ValidationError):
        actions.invite(by=monika, employer=brandt, people=[Person("A", SAMIRA), Person("B", SAMIRA.upper())])
    assert not WorkerInvitation.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="an in-memory database has one writer")
def test_two_clicks_at_the_same_moment_sign_once(invitation, samira):
    gate = Barrier(2)

    def click(_number: int) -> str:
        gate.wait()
        try:
            taking.take_over(by=samira, invitation=invitation, name="S")
            return "signed"
        except Closed:
            return "closed"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(click, range(2))) == ["closed", "signed"]
    assert Reference.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="an in-memory database has one writer")
def test_two_members_at_the_same_moment_invite_once(monika, ada, brandt, said):
    gate = Barrier(2)

    def send(by: object) -> str:
        gate.wait()
        try:
            inviting.invite(by, brandt, said)
            return "sent"
        except ValidationError:
            return "refused"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(send, (monika, ada))) == ["refused", "sent"]
