"""The worker asks, reads, shows and hides."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.profiles.models import Block, Confirmation
from references import actions
from references.models import LedgerEntry, Reference, ReferenceRequest
from tests import factories
from tests.references import helpers

BOSS = {"referee_name": "Monika Brandt", "referee_email": helpers.BOSS}


@pytest.fixture
def me(client, anna):
    client.force_login(anna)
    return client


def test_worker_asks(me, station, outbox):
    page = me.post(f"/me/references/ask/{station.pk}/", {**BOSS, "message": "Danke,\r\nChefin!"}, follow=True)
    assert "Sent on" in page.content.decode()
    (letter,) = outbox
    assert letter.to == [helpers.BOSS]
    assert letter.body.count("http://") == 1  # one link
    assert "Danke, Chefin!" in letter.body
    assert "Anna G." in letter.subject
    asked = ReferenceRequest.objects.get()
    assert asked.expires_at - asked.created_at == timedelta(days=30)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"referee_email": "ANNA@example.org"}, "This is your own address"),
        ({"referee_email": "no address"}, "Enter a mail address like"),
        ({"referee_name": ""}, "Enter the name of your boss"),
        ({"referee_name": "Moni\u202eka"}, "cannot be printed"),
        ({"message": "x" * 201}, "200"),
    ],
)
def test_request_that_cannot_be_sent_says_why_and_keeps_the_words(me, station, outbox, change, words):
    page = me.post(f"/me/references/ask/{station.pk}/", {**BOSS, **change})
    assert words in page.content.decode()
    assert not ReferenceRequest.objects.exists()
    assert not outbox


def test_same_mailbox_for_the_same_station_is_asked_once(me, station, asked, outbox):
    outbox.clear()
    page = me.post(f"/me/references/ask/{station.pk}/", BOSS)
    assert "You have asked there already" in page.content.decode()
    assert not outbox


def test_fourth_open_request_to_one_mailbox_waits(anna, brandt, me):
    for _ in range(3):
        helpers.ask(anna, helpers.make_station(anna, brandt))
    page = me.post(f"/me/references/ask/{helpers.make_station(anna, brandt).pk}/", BOSS)
    assert "still open" in page.content.decode()


def test_eleventh_request_of_a_day_waits(anna, brandt, me):
    station = helpers.make_station(anna, brandt)
    for number in range(10):
        helpers.ask(anna, station, email=f"boss{number}@example.org")
    page = me.post(f"/me/references/ask/{station.pk}/", BOSS)
    assert "asked 10 times within a day" in page.content.decode()
    ReferenceRequest.objects.update(created_at=timezone.now() - timedelta(days=2))
    assert me.post(f"/me/references/ask/{station.pk}/", BOSS).status_code == 302


def test_reminder_brings_a_new_link_and_the_first_still_works(me, asked, token, boss):
    address = f"/me/references/request/{asked.public_id}/"
    assert "once more" not in me.get(address).content.decode()  # not on the same day
    ReferenceRequest.objects.update(created_at=timezone.now() - timedelta(days=2))
    assert "once more" in me.get(address).content.decode()
    for _click in range(2):
        me.post(f"{address}remind/")
    first, second = helpers.links_to(helpers.BOSS)
    assert first != second
    assert boss.get(first).status_code == boss.get(second).status_code == 200
    boss.post(second, {"answer": "no"})
    assert "Thank you for your answer" in boss.get(first).content.decode()


def test_take_back_by_post_only(me, asked):
    address = f"/me/references/request/{asked.public_id}/take-back/"
    me.get(address)
    asked.refresh_from_db()
    assert asked.state == "open"
    for _click in range(2):
        assert "You took it back" in me.post(address, follow=True).content.decode()
    asked.refresh_from_db()
    assert (asked.state, asked.referee_email) == ("cancelled", "")


def test_worker_reads_before_anybody_else(me, reference, boss):
    page = me.get(f"/me/references/{reference.public_id}/").content.decode()
    assert all(
        words in page for words in ("Sentence 0.", "Hat alle Kunden gehalten.", "Would hire again", "Monika Brandt")
    )
    assert boss.get(f"/v/{reference.public_id}/").status_code == 404  # law 3


def test_release_confirms_months_and_hiding_takes_them_back(me, anna, reference):
    address = f"/me/references/{reference.public_id}/decide/"
    me.post(address, {"show": "yes"})
    confirmation = Confirmation.objects.get()
    assert (confirmation.source, confirmation.level) == (f"reference:{reference.public_id}", 4)
    assert (f"{confirmation.first:%Y-%m}", f"{confirmation.last:%Y-%m}") == ("2013-09", "2020-06")
    anna.profile.refresh_from_db()
    assert anna.profile.refs == 1
    me.post(address, {"show": "no"})
    assert not Confirmation.objects.exists()
    assert [line.kind for line in LedgerEntry.objects.order_by("seq")] == ["issued", "released", "hidden"]


def test_second_click_on_release_does_nothing(me, reference):
    for _click in range(2):
        me.post(f"/me/references/{reference.public_id}/decide/", {"show": "yes"})
    assert LedgerEntry.objects.filter(kind="released").count() == 1


def test_decision_needs_post(me, reference):
    assert me.get(f"/me/references/{reference.public_id}/decide/").status_code == 405


def test_still_there_is_confirmed_until_the_signature(me, anna, brandt):
    request = helpers.ask(anna, helpers.make_station(anna, brandt, end=None))
    reference = helpers.sign(request).reference
    actions.release(by=anna, reference=reference)
    assert Confirmation.objects.get().last == timezone.localdate().replace(day=1)


def test_colleague_does_not_confirm_months(anna, asked):
    reference = helpers.sign(asked, relation="colleague").reference
    actions.release(by=anna, reference=reference)
    assert not Confirmation.objects.exists()


ADDRESSES = [
    "/me/references/ask/{station}/",
    "/me/references/request/{request}/",
    "/me/references/request/{request}/take-back/",
    "/me/references/{reference}/",
]
POSTED = ["/me/references/request/{request}/remind/", "/me/references/{reference}/decide/"]


@pytest.fixture
def names(station, asked, reference):
    return {"station": station.pk, "request": asked.public_id, "reference": reference.public_id}


@pytest.mark.parametrize("address", ADDRESSES + POSTED)
@pytest.mark.parametrize("who", ["fremder", "monika", "rita"])
def test_strangers_find_nothing(client, names, request, address, who):
    person = request.getfixturevalue(who)
    factories.make_profile(person)
    client.force_login(person)
    if address not in POSTED:
        assert client.get(address.format(**names)).status_code == 404
    if address not in ADDRESSES[:2]:
        assert client.post(address.format(**names), {"show": "yes"}).status_code == 404
    assert not Reference.objects.get().shown


@pytest.mark.parametrize("address", ["/me/references/", *ADDRESSES])
def test_signed_out_people_are_asked_to_sign_in(client, names, address):
    page = client.get(address.format(**names))
    assert page.status_code == 302
    assert "/account/login/" in page["Location"]


@pytest.mark.parametrize("count", [1, 30])
def test_list_asks_the_same_number_of_questions(me, anna, brandt, count, statements, django_assert_max_num_queries):
    for number in range(count):
        station = helpers.make_station(anna, brandt)
        helpers.sign(helpers.ask(anna, station, email=f"a{number}@example.org"))
        helpers.ask(anna, station, email=f"b{number}@example.org")
        ReferenceRequest.objects.update(created_at=timezone.now() - timedelta(days=2))
    me.get("/me/references/")  # the first visit of a session notes where it comes from
    with django_assert_max_num_queries(8) as asked:
        page = me.get("/me/references/")
    assert page.content.decode().count("Monika Brandt") == 2 * count
    assert len(asked) == 7


def test_empty_list_says_what_to_do(me):
    page = me.get("/me/references/").content.decode()
    assert "You have asked nobody yet" in page
    assert "Add a station" in page


@pytest.mark.parametrize("viewer", [None, "fremder", "rita", "monika"])
def test_public_page_shows_released_references(me, boss, anna, reference, request, viewer):
    if viewer:
        boss.force_login(request.getfixturevalue(viewer))
    address = f"/p/{anna.profile.handle}/"
    assert "Sentence 0." not in boss.get(address).content.decode()
    actions.release(by=anna, reference=reference)
    page = boss.get(address).content.decode()
    assert "Sentence 0." in page
    assert "Checked employer" in page  # law 2: how it was checked
    assert f"/v/{reference.public_id}/" in page
    actions.withdraw(by=None, reference=reference)
    assert "Sentence 0." not in boss.get(address).content.decode()


def test_public_page_of_a_blocked_employer_stays_shut(boss, anna, brandt, monika, reference):
    actions.release(by=anna, reference=reference)
    Block.objects.create(profile=anna.profile, employer=brandt)
    boss.force_login(monika)
    assert boss.get(f"/p/{anna.profile.handle}/").status_code == 404
    assert boss.get(f"/v/{reference.public_id}/").status_code == 404
