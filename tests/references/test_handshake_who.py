"""Who answers in person: by a code to an own mailbox or phone, signed in, or left open; what level that is."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts import sms
from accounts.mailbox import mailbox_hash
from references import registers, rules
from references.models import Reference, StopList
from references.payload import said_in
from tests import factories
from tests.references import handshakes, helpers
from tests.references.test_referee_pages import code_of, url

pytestmark = pytest.mark.django_db
MAILBOX = "monika@brandt-elektro.example"
PRIVATE = "monika@posteo.example"
PHONE = "0171 3920055"


@pytest.fixture
def worker(client, anna):
    client.force_login(anna)
    return client


@pytest.fixture(params=["room", "paper"])
def token(request, worker, boss, station, statements):
    """Opened by the boss, answered up to who it is."""
    made = (
        handshakes.shake(worker, boss, station) if request.param == "room" else handshakes.print_slip(worker, station)
    )
    assert handshakes.answer(boss, made)["Location"] == url(made, "code")
    return made


def give(boss, token, contact, **more):
    return boss.post(url(token, "code"), {"contact": contact, **more})


def level() -> tuple[int, str]:
    reference = Reference.objects.get()
    return reference.level, said_in(reference)["checked"]["how"]


def test_without_a_code_the_word_stays_at_what_was_checked(boss, token, worker):
    boss.post(url(token, "code"), {"without": "1"})
    page = boss.get(url(token, "check")).content.decode()
    assert "In person, not checked further" in page
    assert "Show by a code that it is you" in page
    signed = handshakes.sign(boss, token)
    assert level() == (1, "room")
    assert signed["Location"].startswith("/r/manage/")
    kept = boss.get(signed["Location"]).content.decode()
    assert "Keep this link" in kept
    reference = Reference.objects.get()
    assert (
        "In person, not checked further"
        in worker.get(reverse("references:read", args=[reference.public_id])).content.decode()
    )


def test_colleague_in_person_is_not_said_to_be_confirmed_by_code(boss, token):
    handshakes.answer(boss, token, relation="colleague")
    boss.post(url(token, "code"), {"without": "1"})
    page = boss.get(url(token, "check")).content.decode()
    assert "confirmed by code" not in page
    assert "In person, not checked further" in page


def test_code_to_a_mailbox_makes_it_a_confirmed_superior(boss, token, outbox):
    assert give(boss, token, PRIVATE)["Location"] == url(token, "code")
    assert outbox[-1].to == [PRIVATE]
    boss.post(url(token, "code"), {"code": code_of(outbox)})
    signed = handshakes.sign(boss, token)
    assert level() == (3, "code")
    assert signed["Location"] == url(token)
    assert any("/r/manage/" in letter.body for letter in outbox if letter.to == [PRIVATE])
    asked = handshakes.the_request()
    assert (asked.referee_email, asked.referee_phone, asked.confirmed_way) == ("", "", "mail")


def test_mailbox_at_the_checked_firm_is_the_firm(boss, token, outbox):
    give(boss, token, MAILBOX)
    boss.post(url(token, "code"), {"code": code_of(outbox)})
    handshakes.sign(boss, token)
    assert level() == (4, "code")


def test_code_to_a_phone_counts_and_the_number_goes_with_the_signature(boss, token, outbox):
    give(boss, token, PHONE)
    assert outbox[-1].to == ["+491713920055@sms.invalid"]
    boss.post(url(token, "code"), {"code": re.findall(r"\d{6}", outbox[-1].body)[0]})
    signed = handshakes.sign(boss, token)
    assert level() == (3, "phone")
    assert signed["Location"].startswith("/r/manage/")  # no mailbox for a copy
    assert handshakes.the_request().referee_phone == ""


def test_member_signed_in_speaks_for_the_firm(boss, token, monika):
    boss.force_login(monika)
    boss.post(url(token), {"answer": "yes"})
    handshakes.answer(boss, token)
    handshakes.sign(boss, token)
    assert level()[1] == "member"
    assert Reference.objects.get().referee_user == monika


@pytest.mark.parametrize("contact", ["anna@example.org", "Anna+boss@Example.org", "0160 1234567"])
def test_contact_of_the_worker_is_refused(boss, token, anna, contact, outbox):
    anna.email = "anna@example.org"
    anna.save()
    anna.profile.phone = "+491601234567"
    anna.profile.save()
    before = len(outbox)
    assert "This is a contact of the person who asks" in give(boss, token, contact).content.decode()
    assert len(outbox) == before


def test_mailbox_that_wants_no_mails_gets_none(boss, token, outbox):
    StopList.objects.create(mailbox_hash=mailbox_hash(MAILBOX))
    before = len(outbox)
    assert "wants no mails from us" in give(boss, token, MAILBOX).content.decode()
    assert len(outbox) == before


@pytest.mark.parametrize("contact", ["", "monika", "@", "12", "+1 202 555 0123", "x" * 300])
def test_what_cannot_be_reached_is_asked_again(boss, token, contact):
    page = give(boss, token, contact)
    assert page.status_code == 200
    assert 'aria-invalid="true"' in page.content.decode()


def test_without_a_gateway_nobody_is_offered_a_phone(boss, token, settings):
    settings.SMS = {}
    assert not sms.is_there()
    assert "mobile" not in boss.get(url(token, "code")).content.decode()
    assert "Enter a mail address" in give(boss, token, PHONE).content.decode()


def test_wrong_code_says_so_and_another_address_can_be_taken(boss, token, outbox):
    give(boss, token, PHONE)
    assert "This is not the code" in boss.post(url(token, "code"), {"code": "000000"}).content.decode()
    old = re.findall(r"\d{6}", outbox[-1].body)[0]
    assert "value=" in boss.get(url(token, "code") + "?other").content.decode()
    boss.post(url(token, "code") + "?other", {"contact": MAILBOX})
    assert handshakes.the_request().referee_phone == ""
    boss.post(url(token, "code"), {"code": old})
    assert handshakes.the_request().confirmed_at is None


def test_typed_but_not_confirmed_mailbox_signs_nothing_as_confirmed(boss, token):
    give(boss, token, MAILBOX)
    assert boss.get(url(token, "check"))["Location"] == url(token, "code")
    handshakes.sign(boss, token)
    assert not Reference.objects.exists()
    boss.post(url(token, "code"), {"without": "1"})
    handshakes.sign(boss, token)
    assert level() == (1, "room")


def test_mail_route_cannot_go_on_without(boss, asked, statements):
    token = helpers.last_link().removeprefix("/r/").strip("/")
    handshakes.answer(boss, token)
    boss.post(url(token, "code"), {"without": "1"})
    handshakes.sign(boss, token)
    assert not Reference.objects.exists()


def test_codes_are_limited(boss, token):
    answers = [give(boss, token, PHONE).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 429]


def test_number_is_limited_across_requests(worker, boss, station, statements):
    codes = []
    for _ in range(4):
        token = handshakes.shake(worker, boss, station)
        handshakes.answer(boss, token)
        codes.append(give(boss, token, PHONE).status_code)
    assert codes == [302, 302, 302, 429]


def test_typed_mailbox_is_nothing_the_worker_can_find_out(boss, token, anna, station):
    give(boss, token, MAILBOX)
    assert not rules.is_already_asked(station, handshakes.the_request().mailbox_hash)
    assert helpers.ask(anna, station, MAILBOX)
    assert repr(registers.export(anna)).count(MAILBOX) == 1  # of the mail that she sent herself


def test_two_clicks_sign_once(boss, token):
    boss.post(url(token, "code"), {"without": "1"})
    page = boss.get(url(token, "check")).content.decode()
    shown = {"shown": re.findall(r'name="shown" value="(\w+)"', page)[0]}
    for _ in range(2):
        boss.post(url(token, "check"), shown)
    assert Reference.objects.count() == 1


def test_answer_after_the_worker_took_it_back_is_told(boss, token, worker):
    worker.post(reverse("references:take_back", args=[handshakes.the_request().public_id]))
    boss.post(url(token, "code"), {"without": "1"})
    handshakes.sign(boss, token)
    assert not Reference.objects.exists()
    assert boss.get(url(token)).status_code == 200


def test_second_phone_is_sent_away_once_somebody_is_known(boss, token, outbox):
    give(boss, token, MAILBOX)
    boss.post(url(token, "code"), {"code": code_of(outbox)})
    other = Client(headers={"accept-language": "en"})
    for step in ("", "seen", "code", "check"):
        page = other.get(url(token, step), follow=True).content.decode()
        assert "Somebody is answering already" in page
        assert MAILBOX not in page


def test_account_of_the_mailbox_is_the_signer(boss, token, outbox):
    keeper = factories.make_user(MAILBOX)
    give(boss, token, MAILBOX)
    boss.post(url(token, "code"), {"code": code_of(outbox)})
    handshakes.sign(boss, token)
    assert Reference.objects.get().referee_user == keeper
