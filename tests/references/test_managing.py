"""What somebody has signed or confirmed, read and taken back: by a fresh link, or signed in."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.mailbox import mailbox_hash
from references.audit import verify
from references.managing import asking
from references.models import ManageLink, ReferenceRequest, Withdrawal, Witness
from references.witness import actions as witness_actions
from tests import factories
from tests.references import helpers, voices, witnesses
from tests.references.managing import ASK
from tests.tables import dump


@pytest.fixture
def fresh(reference):
    """The address of everything that was said from the mailbox."""
    return f"/r/mine/{helpers.fresh_token()}/"


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t + "x", lambda t: "x" * 500, lambda t: t.swapcase()])
def test_altered_link_leads_nowhere(boss, reference, change):
    token = helpers.fresh_token()
    page = boss.get(f"/r/mine/{change(token)}/")
    assert page.status_code == 404
    assert "leads nowhere" in page.content.decode()


def test_link_ends_after_a_day_and_the_row_goes(boss, fresh):
    links = ManageLink.objects.all()
    assert links.get().expires_at - timezone.now() <= timedelta(days=1)
    links.update(expires_at=timezone.now())
    page = boss.get(fresh).content.decode()
    assert "This link is too old" in page
    assert f'href="{ASK}"' in page
    assert asking.purge() == 1
    assert boss.get(fresh).status_code == 404


def test_secret_and_mailbox_are_stored_hashed(boss, fresh):
    token = fresh.removeprefix("/r/mine/").strip("/")
    stored = str(list(ManageLink.objects.values()))
    assert token not in stored
    assert "monika" not in stored.lower()
    assert ManageLink.objects.get().mailbox_hash == mailbox_hash(helpers.BOSS)


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_opening_changes_nothing(boss, fresh, reference, method, outbox):
    inside = f"{fresh}reference/{reference.public_id}/"
    before, mails = dump(), len(outbox)
    for address in (ASK, f"{ASK}?sent", fresh, inside, f"{inside}name/", f"{inside}withdraw/"):
        for _twice in range(2):
            assert getattr(boss, method)(address).status_code in (200, 405)
    assert dump() == before
    assert len(outbox) == mails


def test_pages_are_kept_by_nobody(boss, fresh, reference):
    for address in (fresh, f"{fresh}reference/{reference.public_id}/"):
        answer = boss.get(address)
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer.content.decode()


def test_referee_reads_and_withdraws(boss, fresh, reference):
    page = boss.get(f"{fresh}reference/{reference.public_id}/").content.decode()
    assert "Hat alle Kunden gehalten." in page
    answer = boss.post(f"{fresh}reference/{reference.public_id}/withdraw/", {"reason": "Stimmt nicht"}, follow=True)
    assert "Withdrawn on" in answer.content.decode()
    assert Withdrawal.objects.get().reason == "Stimmt nicht"
    boss.post(f"{fresh}reference/{reference.public_id}/withdraw/", {"reason": "Noch mal"})
    assert Withdrawal.objects.get().reason == "Stimmt nicht"
    assert verify() is None


def test_nobody_reaches_what_others_signed(boss, anna, fresh, statements):
    other = helpers.sign(helpers.ask(anna, helpers.make_station(anna), "klaus@example.org")).reference
    for rest in ("", "name/", "withdraw/"):
        assert boss.get(f"{fresh}reference/{other.public_id}/{rest}").status_code == 404
    assert boss.post(f"{fresh}reference/{other.public_id}/withdraw/", {"reason": ""}).status_code == 404
    boss.post(f"{fresh}reference/{other.public_id}/name/")
    other.refresh_from_db()
    assert other.referee_name
    assert not Withdrawal.objects.exists()


def test_too_many_acts_by_one_mailbox_are_stopped(boss, fresh, reference):
    url = f"{fresh}reference/nothing/withdraw/"
    answers = [boss.post(url).status_code for _ in range(61)]
    assert answers[59:] == [404, 429]


def test_witness_is_listed_and_taken_back(boss, anna, brandt, outbox):
    sample = witnesses.sample_of(anna, brandt)
    witness = witnesses.shown(anna, sample)
    fresh = f"/r/mine/{helpers.fresh_token(witnesses.BOX)}/"
    assert "A work of Anna" in boss.get(fresh).content.decode()
    one = f"{fresh}witness/{witness.public_id}/"
    assert "Take it back now" in boss.get(one).content.decode()
    page = boss.post(one, follow=True).content.decode()
    assert "You have taken it back" in page
    witness.refresh_from_db()
    assert (witness.name, witness.shown, witness.user) == ("", False, None)
    assert boss.get(one).status_code == 404
    assert boss.post(one).status_code == 302  # the second click


def test_witness_of_another_mailbox_is_not_reached(boss, anna, brandt, fresh):
    witness = witnesses.shown(anna, witnesses.sample_of(anna, brandt))
    one = f"{fresh}witness/{witness.public_id}/"
    assert boss.get(one).status_code == 404
    boss.post(one)
    assert Witness.objects.get().withdrawn_at is None
    witness_actions.hide(by=anna, witness=witness)


def test_voice_is_listed_and_taken_back(boss, anna, outbox):
    voice = voices.shown(voices.at(voices.station_of(anna)))
    fresh = f"/r/mine/{helpers.fresh_token(voices.BOX)}/"
    assert "Your voice for Anna" in boss.get(fresh).content.decode()
    one = f"{fresh}voice/{voice.public_id}/"
    assert "Take it back now" in boss.get(one).content.decode()
    assert "You have taken it back" in boss.post(one, follow=True).content.decode()
    voice.refresh_from_db()
    assert (voice.name, voice.statements, voice.shown) == ("", [], False)
    assert boss.get(one).status_code == 404
    assert boss.post(one).status_code == 302  # the second click


def test_voice_of_another_mailbox_is_not_reached(boss, anna, fresh):
    voice = voices.shown(voices.at(voices.station_of(anna)))
    one = f"{fresh}voice/{voice.public_id}/"
    assert (boss.get(one).status_code, boss.post(one).status_code) == (404, 404)
    voice.refresh_from_db()
    assert voice.shown


# Signed in
def test_account_lists_what_it_has_signed(client, anna, monika, brandt, fremder):
    reference = helpers.sign(
        helpers.ask(anna, helpers.make_station(anna, brandt), "office@x.example"), by=monika
    ).reference
    client.force_login(monika)
    page = client.get("/me/signed/").content.decode()
    assert "Reference for Anna Gärtner" in page
    assert client.get(f"/me/signed/reference/{reference.public_id}/").status_code == 200
    for other in (anna, fremder):
        client.force_login(other)
        assert "Reference for" not in client.get("/me/signed/").content.decode()
        for rest in ("", "name/", "withdraw/"):
            assert client.get(f"/me/signed/reference/{reference.public_id}/{rest}").status_code == 404
        assert client.post(f"/me/signed/reference/{reference.public_id}/withdraw/", {}).status_code == 404
    assert Client().get("/me/signed/").status_code == 302


def test_signed_in_person_is_shown_the_own_list(client, monika):
    client.force_login(monika)
    assert "/me/signed/" in client.get(ASK).content.decode()
    assert "/me/signed/" not in Client().get(ASK).content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_lists_ask_the_same_whatever_their_length(
    client, boss, anna, monika, brandt, count, django_assert_max_num_queries
):
    for number in range(count):
        worker = factories.make_user(f"worker{number}@example.org")
        factories.make_profile(worker, name=f"Worker {number}", place=brandt.place, occupation=anna.profile.occupation)
        request = helpers.ask(worker, helpers.make_station(worker, brandt))
        helpers.sign(request, by=None)
        witnesses.confirm(witnesses.asked(worker, witnesses.sample_of(worker, brandt), helpers.BOSS))
    ReferenceRequest.objects.update(mailbox_hash=mailbox_hash(helpers.BOSS))
    fresh = f"/r/mine/{helpers.fresh_token()}/"
    with django_assert_max_num_queries(8):
        assert "Reference for Worker" in boss.get(fresh).content.decode()
    one = ReferenceRequest.objects.filter(state="answered").first().reference
    with django_assert_max_num_queries(8):
        assert boss.get(f"{fresh}reference/{one.public_id}/").status_code == 200
    client.force_login(monika)
    client.get("/me/signed/")
    with django_assert_max_num_queries(8):
        assert client.get("/me/signed/").status_code == 200
