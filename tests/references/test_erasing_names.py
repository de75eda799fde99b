"""Whoever signed has the own name deleted: on every page, in the old form, with the account."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client

from accounts import actions as accounts
from accounts import exporting, registry
from network.profiles.models import Confirmation
from references import actions
from references.audit import verify
from references.managing import erasing
from references.models import LedgerEntry, Reference, ReferenceRequest
from references.payload import said_in
from tests.references import helpers
from tests.references.names import NAME, old_form


@pytest.fixture
def shown(anna, reference):
    actions.release(by=anna, reference=reference)
    reference.refresh_from_db()
    return reference


@pytest.fixture
def mine(shown):
    """The address of the reference, by a fresh link."""
    return f"/r/mine/{helpers.fresh_token()}/reference/{shown.public_id}/"


def test_page_says_what_happens_and_then_it_happens(boss, mine, shown, anna, outbox):
    page = boss.get(f"{mine}name/").content.decode()
    for word in (
        "Meisterin, name deleted on request",
        "signature holds",
        "Nobody can prove",
        "learns it by mail",
        "take this back",
    ):
        assert word in page
    outbox.clear()
    page = boss.post(f"{mine}name/", follow=True).content.decode()
    assert "Your name is deleted" in page
    assert NAME not in str(list(Reference.objects.values()))
    assert NAME not in str(list(ReferenceRequest.objects.values()))
    assert LedgerEntry.objects.filter(kind="name-erased", subject=shown.public_id).count() == 1
    (letter,) = outbox
    assert letter.to == [anna.email]
    assert NAME not in letter.body
    call_command("verify_ledger")


def test_second_click_does_nothing(boss, mine, shown, outbox):
    outbox.clear()
    for _click in range(2):
        assert boss.post(f"{mine}name/").status_code == 302
    assert LedgerEntry.objects.filter(kind="name-erased").count() == 1
    assert len(outbox) == 1
    assert boss.get(f"{mine}name/").status_code == 302  # nothing left to ask


def test_every_page_shows_the_role(boss, client, mine, shown, anna, monika, brandt, rita):
    """The worker's page, list and reading page, check page, how page, the firm's list, export and documents."""
    boss.post(f"{mine}name/")
    client.force_login(anna)
    other = Client(headers={"accept-language": "en"})
    pages = [
        client.get(f"/me/references/{shown.public_id}/"),
        client.get(f"/p/{anna.profile.handle}/"),
        other.get(f"/v/{shown.public_id}/"),
        other.get(f"/v/{shown.public_id}/how/"),
        boss.get(mine),
    ]
    for page in pages:
        text = page.content.decode()
        assert page.status_code == 200
        assert NAME not in text
        assert "Meisterin, name deleted on request" in text
    for address in ("/me/references/", "/me/", "/me/items/", "/me/export/"):
        assert NAME not in client.get(address, follow=True).content.decode()
    everything = b"".join(exporting.archive(anna, "de"))
    assert everything
    (told,) = registry.exporters["references"](anna).data["references"]
    assert NAME not in str(registry.exporters["references"](anna).data)
    assert told["name_erased"] is True
    for document in registry.documents["references"](anna):
        made = document.make()
        assert NAME not in (made if isinstance(made, str) else made.decode())


def test_worker_may_hide_it_afterwards(boss, mine, shown, client, anna):
    boss.post(f"{mine}name/")
    client.force_login(anna)
    client.post(f"/me/references/{shown.public_id}/decide/", {"show": "no"})
    shown.refresh_from_db()
    assert not shown.shown
    assert verify() is None


def test_it_can_still_be_withdrawn(boss, mine, shown):
    boss.post(f"{mine}name/")
    boss.post(f"{mine}withdraw/", {"reason": ""})
    assert "Withdrawn on" in boss.get(mine).content.decode()
    assert verify() is None


def test_name_goes_from_what_was_withdrawn_too(boss, mine, shown, outbox):
    boss.post(f"{mine}withdraw/", {"reason": ""})
    outbox.clear()
    boss.post(f"{mine}name/")
    assert NAME not in str(list(Reference.objects.values()))
    assert "bleibt zurückgezogen" in outbox[0].body
    assert verify() is None


def test_months_stay_confirmed(boss, mine, shown):
    before = list(Confirmation.objects.values())
    boss.post(f"{mine}name/")
    assert list(Confirmation.objects.values()) == before


def test_page_warns_of_a_name_in_the_own_sentences(boss, anna, brandt, statements):
    reference = helpers.sign(
        helpers.ask(anna, helpers.make_station(anna, brandt)), text="Frau Brandt vertraut ihr jeden Schlüssel an."
    ).reference
    url = f"/r/mine/{helpers.fresh_token()}/reference/{reference.public_id}/name/"
    assert "in your own sentences" in boss.get(url).content.decode()


def test_page_does_not_warn_without_reason(boss, mine):
    assert "in your own sentences" not in boss.get(f"{mine}name/").content.decode()


# The link of the copy, which does not end
def test_link_of_the_copy_erases_too(boss, issued, shown):
    manage = f"/r/manage/{issued.manage_token}/"
    assert "name/" in boss.get(manage).content.decode()
    assert "name deleted on request" in boss.get(f"{manage}name/").content.decode()
    page = boss.post(f"{manage}name/", follow=True).content.decode()
    assert "Your name is deleted" in page
    boss.post(f"{manage}name/")
    assert LedgerEntry.objects.filter(kind="name-erased").count() == 1
    assert boss.get(f"{manage}name/").status_code == 302


def test_altered_link_of_a_copy_erases_nothing(boss, issued, shown):
    assert boss.post(f"/r/manage/{issued.manage_token}x/name/").status_code == 404
    shown.refresh_from_db()
    assert shown.referee_name == NAME


# Version 1: the name is one of the signed words
def test_old_form_is_deleted_whole(boss, mine, shown, anna, outbox):
    old_form(shown)
    page = boss.get(f"{mine}name/").content.decode()
    assert "Delete the whole reference?" in page
    assert "old form" in page
    outbox.clear()
    page = boss.post(f"{mine}name/", follow=True).content.decode()
    assert "The reference is deleted" in page
    assert NAME not in str(list(Reference.objects.values()))
    assert [letter.to for letter in outbox] == [[anna.email]]
    assert "die ganze Empfehlung gelöscht" in outbox[0].body
    assert not Confirmation.objects.exists()
    assert Client().get(f"/v/{shown.public_id}/").status_code == 404
    assert boss.post(f"{mine}name/").status_code == 302  # the second click
    assert len(outbox) == 1
    assert verify() is None


def test_old_form_by_the_link_of_the_copy(boss, issued, shown):
    old_form(shown)
    answer = boss.post(f"/r/manage/{issued.manage_token}/name/")
    assert "The reference is deleted" in answer.content.decode()
    assert verify() is None


# By the account, and with its closing
def test_only_who_signed_erases(anna, monika, brandt, fremder, shown):
    own = helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt), "office@x.example"), by=monika).reference
    for other in (anna, fremder):
        with pytest.raises(PermissionDenied):
            erasing.erase_name(by=other, reference=own)
    assert erasing.erase_name(by=monika, reference=own)
    assert not erasing.erase_name(by=None, reference=own)
    assert verify() is None


def test_account_erases_and_is_not_tied_to_it_any_more(client, anna, monika, brandt):
    own = helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt), "office@x.example"), by=monika).reference
    client.force_login(monika)
    url = f"/me/signed/reference/{own.public_id}/name/"
    assert "Only those who speak for the firm can withdraw" in client.get(url).content.decode()
    assert "Your name is deleted" in client.post(url, follow=True).content.decode()
    assert client.post(url).status_code == 302
    assert client.get(url).status_code == 404
    own.refresh_from_db()
    assert (own.referee_user, own.referee_name, own.referee_salt) == (None, "", "")


@pytest.mark.parametrize("ticked", [True, False])
def test_closing_the_account_asks_for_the_name(anna, monika, brandt, ticked, outbox):
    own = helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt), monika.email), by=monika).reference
    wish = registry.wishes["references"](monika)
    assert "1 reference" in wish.hint
    brandt.memberships.filter(user=monika).delete()
    outbox.clear()
    accounts.close(by=monika, wished=["references"] if ticked else [])
    own.refresh_from_db()
    assert (own.referee_name == "") is ticked
    assert own.referee_user is None
    assert said_in(own)["referee"]["name"] == ("Meisterin" if ticked else NAME)
    assert verify() is None
    assert [letter.to for letter in outbox if letter.to == [anna.email]] == ([[anna.email]] if ticked else [])


def test_who_has_signed_nothing_is_not_asked(anna, shown):
    assert registry.wishes["references"](anna) is None


def test_unknown_wish_is_not_granted(fremder):
    accounts.close(by=fremder, wished=["references", "everything"])
