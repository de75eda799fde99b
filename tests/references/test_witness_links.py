"""Links and digits of witnesses: they end, are spent once, change nothing when opened, and are known only hashed."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from accounts.models import SpokenCode
from network.employers.viewer import STRANGER
from network.profiles.models import Block
from references.closing import Closed
from references.models import Refusal, StopList, Witness, WitnessLink
from references.said import asking
from references.witness import actions, answering
from tests import factories
from tests.references import helpers, voices, witnesses
from tests.tables import dump

BOX = witnesses.BOX


@pytest.fixture
def sample(anna, brandt):
    return witnesses.sample_of(anna, brandt)


@pytest.fixture
def witness(anna, sample):
    return witnesses.asked(anna, sample)


@pytest.fixture
def token(witness):
    return witnesses.mailed()


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_scanners_change_nothing(anna, sample, token, outbox, method):
    second = witnesses.asked(anna, sample, "second@kunde.example")
    own = witnesses.confirm(second)
    third = witnesses.asked(anna, sample, "third@kunde.example")
    WitnessLink.objects.filter(witness=third).update(expires_at=third.created_at)
    old, digits = witnesses.mailed("third@kunde.example"), actions.show_digits(by=anna, sample=sample)
    addresses = [f"/w/{token}/", f"/w/{token}/you/", f"/w/{token}/code/", f"/w/{token}/new-link/", f"/w/own/{own}/"]
    addresses += [f"/w/{old}/", f"/w/{old}/new-link/", f"/w/?code={digits}", "/w/nothing/", "/w/own/nothing/"]
    before, mails = dump(), len(outbox)
    for address in addresses:
        for _twice in range(2):
            response = getattr(Client(), method)(address)
            assert response.status_code < 500
            assert response.status_code == 405 or "no-store" in response["Cache-Control"]
    assert dump() == before
    assert len(outbox) == mails


def test_secrets_are_stored_hashed(anna, sample, witness, token):
    own, digits = witnesses.confirm(witness), actions.show_digits(by=anna, sample=sample)
    stored = str(dump())
    assert token not in stored
    assert own not in stored
    assert digits not in str(list(SpokenCode.objects.values()))


def test_old_link_offers_a_new_one_to_the_same_mailbox(boss, token, witness, outbox):
    WitnessLink.objects.update(expires_at=witness.created_at)
    assert "Send a new link" in boss.get(f"/w/{token}/").content.decode()
    outbox.clear()
    page = boss.post(f"/w/{token}/new-link/", follow=True)
    assert "on its way" in page.content.decode()
    assert [letter.to for letter in outbox] == [[BOX]]
    assert "Was it like that?" in boss.get(f"/w/{witnesses.mailed()}/").content.decode()
    assert boss.post(f"/w/{token}/new-link/").status_code == 429


def test_new_link_is_for_old_ones_only(boss, token, outbox):
    outbox.clear()
    assert boss.post(f"/w/{token}/new-link/").url == f"/w/{token}/"
    assert boss.post("/w/nothing/new-link/").status_code == 404
    assert not outbox


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t + "x", lambda t: "x" * 500, lambda t: t.swapcase()])
def test_altered_link_looks_like_an_unknown_one(boss, token, change):
    for address in ("/w/{}/", "/w/{}/you/", "/w/{}/code/", "/w/own/{}/"):
        assert boss.get(address.format(change(token))).status_code == 404


def test_second_click_finds_it_confirmed(witness, token, boss):
    witnesses.confirm(witness)
    with pytest.raises(Closed):
        witnesses.confirm(witness)
    for answer in (boss.get(f"/w/{token}/"), boss.get(f"/w/{token}/you/"), boss.post(f"/w/{token}/", {"answer": "no"})):
        assert "You have confirmed it" in answer.content.decode()
    assert Witness.objects.get().state == "answered"


def test_two_tabs_confirm_only_what_both_have_read(witness, token, boss, sample):
    page = boss.get(f"/w/{token}/you/")
    read = page.context["form"]["read"].value()
    type(sample).objects.update(share="Alles allein, auch das Dach.")
    said = {"read": read, "name": "Dirk", "shown": "full", "role": "customer", "knows": "there"}
    page = boss.post(f"/w/{token}/you/", said)
    assert "Something here has changed" in page.content.decode()
    assert "auch das Dach" in page.content.decode()
    assert Witness.objects.get().state == "open"
    again = {**said, "read": page.context["form"]["read"].value()}
    assert boss.post(f"/w/{token}/you/", again).status_code == 302
    assert Witness.objects.get().context["share"] == "Alles allein, auch das Dach."


def test_words_changed_while_the_code_is_typed_are_not_confirmed(witness, token, boss, sample, outbox):
    read = boss.get(f"/w/{token}/you/").context["form"]["read"].value()
    said = {"read": read, "name": "Dirk", "shown": "full", "role": "boss", "knows": "there"}
    boss.post(f"/w/{token}/you/", said)
    boss.post(f"/w/{token}/code/", {"send": "1"})
    type(sample).objects.update(title="Ein ganzes Haus")
    code = outbox[-1].body.split("\n\n")[1].strip()
    page = boss.post(f"/w/{token}/code/", {"code": code}, follow=True)
    assert "Something here has changed" in page.content.decode()
    assert Witness.objects.get().state == "open"


def test_witness_cannot_confirm_and_the_worker_learns_just_that(boss, client, token, anna):
    assert "Thank you for your answer" in boss.post(f"/w/{token}/", {"answer": "no"}, follow=True).content.decode()
    witness = Witness.objects.get()
    assert (witness.state, witness.email) == ("declined", "")
    client.force_login(anna)
    assert "You can ask this mailbox again from" in client.get(f"/me/witness/{witness.public_id}/").content.decode()


def test_no_of_a_witness_is_private_and_holds_for_a_year(boss, anna, sample, token):
    assert "cannot ask you for a year" in boss.get(f"/w/{token}/").content.decode()
    page = boss.post(f"/w/{token}/", {"answer": "no"}, follow=True).content.decode()
    assert "cannot ask this mailbox again for a year" in page
    for ask in (
        lambda: witnesses.asked(anna, sample, "dirk+2@kunde.example"),
        lambda: helpers.ask(anna, sample.station, BOX),
        lambda: voices.asked(voices.at(sample.station), BOX),
    ):
        with pytest.raises(ValidationError, match="holds for a year"):
            ask()
    Refusal.objects.update(until=timezone.now())
    assert witnesses.asked(anna, sample).state == "open"


def test_no_after_digits_is_nobodys_mailbox(boss, client, anna, sample):
    token = witnesses.typed(anna, sample)
    boss.post(f"/w/{token}/", {"answer": "no"})
    assert not Refusal.objects.exists()
    client.force_login(anna)
    page = client.get(f"/me/witness/{Witness.objects.get().public_id}/").content.decode()
    assert "Nothing was confirmed" in page
    assert "again from" not in page


def test_who_does_not_want_to_be_asked_is_not_asked_by_anybody(boss, token, anna, sample):
    boss.post(f"/w/{token}/", {"answer": "never"})
    assert StopList.objects.count() == 1
    assert Witness.objects.get().name == ""
    with pytest.raises(ValidationError, match="does not want requests"):
        witnesses.asked(anna, sample, "dirk+2@kunde.example")
    with pytest.raises(ValidationError, match="does not want requests"):
        helpers.ask(anna, sample.station, BOX)


def test_who_objected_to_references_is_not_asked_as_a_witness(anna, sample):
    helpers.actions.object_to(by=None, request=helpers.ask(anna, sample.station, BOX))
    with pytest.raises(ValidationError, match="does not want requests"):
        witnesses.asked(anna, sample)


def test_time_ends_what_nobody_answered(boss, anna, sample, token):
    typed = witnesses.typed(anna, sample)
    Witness.objects.update(expires_at=timezone.now())
    for each in (token, typed):
        assert "This question is over" in boss.get(f"/w/{each}/").content.decode()
    assert asking.purge() == 1
    (left,) = Witness.objects.all()
    assert (left.state, left.email, left.name, left.message) == ("expired", "", "", "")
    assert "This question is over" in boss.get(f"/w/{token}/").content.decode()


def test_bounced_mail_is_told_to_the_worker(witness, anna, client, capsys):
    call_command("report_bounce", BOX.upper())
    client.force_login(anna)
    assert "did not arrive" in client.get(f"/me/witness/{witness.public_id}/").content.decode()


def test_digits_are_good_once_and_for_ten_minutes(boss, anna, sample):
    code = actions.show_digits(by=anna, sample=sample)
    assert boss.post("/w/", {"code": f" {code[:3]}-{code[3:]} "}).status_code == 302
    wrong = boss.post("/w/", {"code": code})
    assert "These are not the digits" in wrong.content.decode()
    late = actions.show_digits(by=anna, sample=sample)
    SpokenCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert "These are not the digits" in boss.post("/w/", {"code": late}).content.decode()


def test_digits_tried_too_often_wait(boss, anna, sample):
    for _try in range(30):
        assert boss.post("/w/", {"code": "000000"}).status_code == 200
    assert boss.post("/w/", {"code": actions.show_digits(by=anna, sample=sample)}).status_code == 429


def test_member_of_a_blocked_employer_sees_what_a_wrong_code_says(client, anna, sample, talheim, rita):
    Block.objects.create(profile=anna.profile, employer=talheim)
    client.force_login(rita)

    def told(code: str) -> tuple[int, dict[str, str], str]:
        answer = client.post("/w/", {"code": code})
        body = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
        headers = {name: value for name, value in answer.headers.items() if name not in ("Content-Length", "Expires")}
        return answer.status_code, headers, body.replace(code, "")

    code = actions.show_digits(by=anna, sample=sample)
    assert told(code) == told("111111" if code != "111111" else "222222")
    assert not Witness.objects.exists()
    assert answering.enter(by=None, viewer=STRANGER, code=code)  # not spent by that


def test_worker_cannot_confirm_the_own_work(client, anna, sample, token, witness):
    client.force_login(anna)
    for address in (f"/w/{token}/", f"/w/{token}/you/", f"/w/{token}/code/"):
        assert "This link is for who saw your work" in client.get(address).content.decode()
    client.post(f"/w/{token}/you/", {"name": "A"})
    with pytest.raises(PermissionDenied):
        witnesses.confirm(witness, by=anna)
    code = actions.show_digits(by=anna, sample=sample)
    assert "your own digits" in client.post("/w/", {"code": code}).content.decode()
    for address in ("anna@example.org", "Anna+chef@example.org"):
        with pytest.raises(ValidationError, match="your own address"):
            witnesses.asked(anna, sample, address)
    assert answering.enter(by=factories.make_user(), viewer=STRANGER, code=code)


def test_mailbox_that_became_the_workers_own_confirms_nothing(anna, sample, witness, token):
    """Asked first, added to the account afterwards: the boss of oneself, by code, in a window without a sign-in."""
    anna.emailaddress_set.create(email=BOX, verified=True)
    with pytest.raises(PermissionDenied):
        witnesses.confirm(witness)
    witness.refresh_from_db()
    assert witness.state == "open"
