"""Voices: answered in three steps, by who it says it is, and only what was read."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from network.profiles import actions as profiles
from references.closing import Closed
from references.models import LedgerEntry, Voice
from references.voices import actions, answering, ending
from tests import factories
from tests.references import voices
from tests.references.voices import code_in, text, you

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _sentences(db):
    voices.make_statements()


@pytest.fixture
def about(anna):
    return voices.at(voices.station_of(anna))


@pytest.fixture
def work(anna):
    return voices.of_work(anna)


@pytest.fixture
def voice(about):
    return voices.asked(about)


@pytest.fixture
def token(voice):
    return voices.mailed()


# -- the way of a colleague
def test_colleague_speaks_in_three_steps_and_a_code(client, boss, anna, about, token, outbox):
    here = f"/voice/{token}/"
    first = text(boss.get(here))
    assert "Anna G. says:" in first
    assert "Elektro Alt, Fürth" in first
    assert "September 2013 to June 2020" in first.replace("\xa0", " ")
    assert boss.post(here, you(boss, here)).url == f"{here}seen/"
    page = text(boss.get(f"{here}seen/"))
    assert "colleague sentence 0." in page
    assert "customer sentence" not in page
    picks = ["people.colleague-1", "people.colleague-3"]
    assert boss.post(f"{here}seen/", {"statements": picks}).url == f"{here}check/"
    check = boss.get(f"{here}check/")
    assert "Colleague, mailbox confirmed by code" in text(check)
    assert boss.post(f"{here}check/", {"seen": check.context["form"]["seen"].value()}).url == f"{here}code/?sent"
    done = boss.post(f"{here}code/", {"code": code_in(outbox)}, follow=True)
    assert "Thank you. You have confirmed it." in text(done)
    voice = Voice.objects.get()
    assert (voice.state, voice.name, voice.how, voice.level) == ("answered", "Jasmin K.", "code", 1)
    assert (voice.first, voice.last, voice.statements) == (date(2014, 1, 1), date(2019, 12, 1), picks)
    assert (voice.email, voice.draft, voice.shown) == ("", {}, False)
    assert not LedgerEntry.objects.exists()
    client.force_login(anna)
    assert "Read what Jasmin K. confirms" in text(client.get("/me/"))


def test_customer_speaks_by_the_link_alone_about_one_work(boss, work, outbox):
    voices.asked(work, voices.CUSTOMER_BOX, "Dirk Wolf")
    here = f"/voice/{voices.mailed(voices.CUSTOMER_BOX)}/"
    page = text(boss.get(here))
    assert "Zählerschrank" in page
    assert "first_month" not in page
    boss.post(here, {"name": "Dirk Wolf", "shown": "full"})
    assert "colleague sentence" not in text(boss.get(f"{here}seen/"))
    boss.post(f"{here}seen/", {"statements": ["people.customer-2"]})
    seal = boss.get(f"{here}check/").context["form"]["seen"].value()
    assert "Thank you" in text(boss.post(f"{here}check/", {"seen": seal}, follow=True))
    voice = Voice.objects.get()
    assert (voice.kind, voice.how, voice.level, voice.name) == ("customer", "link", 1, "Dirk Wolf")
    assert voice.context == {"title": "Zählerschrank", "month": "2026-05"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Enter your name"),
        ({"name": "Sieh https://evil.example"}, "without web or mail address"),
        ({"first": ("", "")}, "Enter the first month and year"),
        ({"first": ("8", "2013")}, "Enter a month within that time"),
        ({"last": ("7", "2020")}, "Enter a month within that time"),
        ({"first": ("5", "2018"), "last": ("4", "2018")}, "lies before the first one"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(boss, token, changes, words):
    here = f"/voice/{token}/"
    assert words in text(boss.post(here, you(boss, here, **changes)))
    assert Voice.objects.get().draft == {}


@pytest.mark.parametrize(
    ("picks", "words"),
    [
        ([], "Tick at least one sentence"),
        ([f"people.colleague-{n}" for n in range(6)], "at most 5 sentences. You have ticked 6"),
        (["people.customer-0"], "valid choice"),
        (["craft.test-0"], "valid choice"),
    ],
)
def test_five_sentences_of_the_own_set_at_most(boss, token, picks, words):
    here = f"/voice/{token}/"
    boss.post(here, you(boss, here))
    assert words in text(boss.post(f"{here}seen/", {"statements": picks})).replace("not one of the available", "valid")


def test_steps_come_in_order(boss, token):
    for later in ("seen", "check", "code", "mailbox"):
        page = boss.get(f"/voice/{token}/{later}/", follow=True)
        assert "Step 1 of 3" in text(page)


def test_two_tabs_confirm_only_what_both_have_read(boss, voice, token, outbox):
    seal = voices.answer(voice)
    voices.answer(voice, statements=("people.colleague-5",))
    page = boss.post(f"/voice/{token}/check/", {"seen": seal}, follow=True)
    assert "Something here has changed" in text(page)
    with pytest.raises(answering.Changed):
        answering.confirm(by=None, voice=voice, token=token, seen=seal, by_code=True)


def test_words_of_another_browser_are_not_confirmed_by_this_code(boss, voice, token, outbox):
    """Somebody has the forwarded link, and changes the words while the colleague types the digits."""
    seal = voices.answer(voice)
    boss.post(f"/voice/{token}/check/", {"seen": seal})
    voices.answer(voice, statements=("people.colleague-5",))
    page = boss.post(f"/voice/{token}/code/", {"code": code_in(outbox)}, follow=True)
    assert "Something here has changed" in text(page)
    assert Voice.objects.get().state == "open"


def test_link_without_the_code_confirms_nothing(boss, voice, token):
    seal = voices.answer(voice)
    with pytest.raises(PermissionDenied):
        answering.confirm(by=None, voice=voice, token=token, seen=seal)
    assert boss.post(f"/voice/{token}/code/", {"code": "123456"}).url == f"/voice/{token}/check/"


def test_second_click_finds_it_confirmed(boss, voice, token):
    voices.confirm(voice)
    with pytest.raises(Closed):
        voices.confirm(voice)
    for step in ("", "seen/", "check/", "code/"):
        assert "You have confirmed it" in text(boss.post(f"/voice/{token}/{step}", {}, follow=True))


# -- how it is known who speaks
def test_colleague_with_a_confirmed_time_there_stands_on_the_second_rung(anna, brandt, elektro, fuerth):
    kollege = factories.make_user("kollege@example.org")
    factories.make_profile(kollege, elektro, fuerth, name="Kai Kollege")
    about = voices.at(voices.station_of(anna, brandt))
    alone = voices.shown(about, kollege.email, kollege, by_code=False)
    assert (alone.level, alone.how, alone.user) == (1, "account", kollege)
    theirs = factories.make_station(kollege.profile, brandt, start=date(2015, 1, 1), end=date(2016, 1, 1))
    said = {"level": 3, "first": theirs.start, "last": theirs.end, "on": theirs.end}
    profiles.confirm_station(station=theirs, source="reference:x", **said)
    ending.withdraw(voice=alone)
    by_code = voices.shown(about, kollege.email)
    assert (by_code.level, by_code.how, by_code.user) == (2, "code", kollege)
    ending.withdraw(voice=by_code)
    stranger = voices.shown(about, "other@example.org")
    assert (stranger.level, stranger.user) == (1, None)


def test_forwarded_link_does_not_lend_an_account(anna, about, voice, token, fremder):
    """Signed in as somebody else, the mailbox that was asked still has to be shown."""
    seal = voices.answer(voice)
    with pytest.raises(PermissionDenied):
        answering.confirm(by=fremder, voice=voice, token=token, seen=seal)


def test_customer_never_gets_above_the_first_rung(work, fremder):
    voice = voices.shown(work, fremder.email, fremder, by_code=False)
    assert (voice.level, voice.how) == (1, "account")


# -- the worker's own side
def test_worker_cannot_speak_for_herself(client, anna, about, voice, token):
    client.force_login(anna)
    for step in ("", "seen/", "check/", "code/", "no/"):
        assert "This link is for who was there with you" in text(client.get(f"/voice/{token}/{step}"))
    with pytest.raises(PermissionDenied):
        voices.confirm(voice, by=anna)
    code = actions.show_digits(by=anna, about=about)
    assert "your own digits" in text(client.post("/voice/", {"code": code}))
    for address in ("anna@example.org", "Anna+x@example.org"):
        with pytest.raises(ValidationError, match="your own address"):
            voices.asked(about, address)


def test_mailbox_that_became_the_workers_own_confirms_nothing(anna, voice):
    anna.emailaddress_set.create(email="Jasmin+neu@team.example".lower(), verified=True)
    with pytest.raises(PermissionDenied):
        voices.confirm(voice)
