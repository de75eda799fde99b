"""Voices end: taken back whole, by the desk, with an account, by time; links that are old or altered."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts import actions as accounts
from accounts.models import SpokenCode
from references import registers
from references.models import Voice, VoiceLink
from references.said import asking
from references.voices import actions, ending
from tests.references import voices
from tests.references.voices import text
from tests.tables import dump

pytestmark = pytest.mark.django_db
BOX = voices.BOX


@pytest.fixture(autouse=True)
def _sentences(db):
    voices.make_statements()


@pytest.fixture
def about(anna):
    return voices.at(voices.station_of(anna))


@pytest.fixture
def voice(about):
    return voices.asked(about)


@pytest.fixture
def token(voice):
    return voices.mailed()


# -- taking back, leaving, time
def test_whoever_said_it_takes_every_word_back(client, boss, anna, about, outbox):
    voice = voices.asked(about)
    own = voices.confirm(voice)
    actions.release(by=anna, voice=voice)
    assert "colleague sentence 0." in text(boss.get(f"/voice/own/{own}/"))
    assert Voice.objects.get().withdrawn_at is None
    for _click in range(2):
        assert "You have taken it back" in text(boss.post(f"/voice/own/{own}/", follow=True))
    gone = Voice.objects.get()
    assert (gone.name, gone.statements, gone.context, gone.first, gone.shown, gone.user) == (
        "",
        [],
        {},
        None,
        False,
        None,
    )
    assert [letter.to for letter in outbox].count([anna.email]) == 2  # answered, taken back
    client.force_login(anna)
    assert "Taken back on" in text(client.get(f"/me/voice/{voice.public_id}/"))
    client.post(f"/me/voice/{voice.public_id}/decide/", {"show": "yes"})
    assert not Voice.objects.get().shown


def test_account_takes_back_without_the_mail(client, anna, about, fremder, rita):
    voice = voices.shown(about, fremder.email, fremder, by_code=False)
    client.force_login(fremder)
    assert "What you have said about others" in text(client.get("/me/"))
    assert "Anna G." in text(client.get("/me/said/"))
    here = f"/me/said/{voice.public_id}/"
    assert "Jasmin" in text(client.get(here))
    client.force_login(rita)
    assert client.post(here).status_code == 404
    client.force_login(fremder)
    assert client.post(here).url == "/me/said/"
    assert Voice.objects.get().withdrawn_at
    assert "Nothing stands here" in text(client.get("/me/said/"))


def test_desk_ends_it_and_both_read_why(client, boss, anna, about):
    voice = voices.asked(about)
    own = voices.confirm(voice)
    assert ending.end_by_desk(voice=voice, reason="Beide waren dieselbe Person.")
    assert not ending.end_by_desk(voice=voice, reason="Noch einmal.")
    assert "Beide waren dieselbe Person." in text(boss.get(f"/voice/own/{own}/"))
    client.force_login(anna)
    assert "Beide waren dieselbe Person." in text(client.get(f"/me/voice/{voice.public_id}/"))


@pytest.mark.parametrize("who", ["anna", "fremder"])
def test_account_that_closes_takes_its_voices_along(request, anna, fremder, about, who):
    voices.shown(about, fremder.email, fremder, by_code=False)
    accounts.close(by=request.getfixturevalue(who))
    assert not Voice.objects.exists()


def test_export_holds_what_was_said_about_and_by_the_person(anna, fremder, about):
    voices.shown(about, fremder.email, fremder, by_code=False)
    voices.asked(about, message="Danke!")
    (told, asked) = sorted(registers.export(anna).data["voices"], key=lambda each: each["state"])
    assert (told["name"], told["confirmed"]["firm"], told["statements"]) == (
        "Jasmin Köhler", "Elektro Alt, Fürth", ["people.colleague-0"],
    )  # fmt: skip
    assert (asked["email"], asked["message"]) == (BOX, "Danke!")
    (by_them,) = registers.export(fremder).data["voices"]
    assert by_them["about"] == "somebody else"
    assert not {"email", "message", "shown", "audience"} & by_them.keys()


def test_time_ends_what_nobody_answered(boss, about, token):
    typed = voices.typed(about)
    Voice.objects.update(expires_at=timezone.now())
    for each in (token, typed):
        assert "This question is over" in text(boss.get(f"/voice/{each}/"))
    assert asking.purge() == 1
    (left,) = Voice.objects.all()
    assert (left.state, left.email, left.name, left.message) == ("expired", "", "", "")


def test_old_link_offers_a_new_one_to_the_same_mailbox(boss, voice, token, outbox):
    VoiceLink.objects.update(expires_at=voice.created_at)
    assert "Send a new link" in text(boss.get(f"/voice/{token}/"))
    outbox.clear()
    assert "on its way" in text(boss.post(f"/voice/{token}/new-link/", follow=True))
    assert [letter.to for letter in outbox] == [[BOX]]
    assert "Step 1 of 3" in text(boss.get(f"/voice/{voices.mailed()}/"))
    assert boss.post(f"/voice/{token}/new-link/").status_code == 429


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t + "x", lambda t: "x" * 500, lambda t: t.swapcase()])
def test_altered_link_looks_like_an_unknown_one(boss, token, change):
    for address in ("/voice/{}/", "/voice/{}/seen/", "/voice/{}/check/", "/voice/{}/code/", "/voice/own/{}/"):
        assert boss.get(address.format(change(token))).status_code == 404


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_scanners_change_nothing(anna, about, voice, token, outbox, method):
    voices.answer(voice)
    second = voices.asked(about, "second@x.example")
    own = voices.confirm(second)
    third = voices.asked(about, "third@x.example")
    VoiceLink.objects.filter(voice=third).update(expires_at=third.created_at)
    old, digits = voices.mailed("third@x.example"), actions.show_digits(by=anna, about=about)
    steps = ("", "seen/", "check/", "mailbox/", "code/", "no/", "never/", "new-link/")
    addresses = [f"/voice/{token}/{step}" for step in steps]
    addresses += [f"/voice/{old}/", f"/voice/{old}/new-link/", f"/voice/own/{own}/", f"/voice/?code={digits}"]
    before, mails = dump(), len(outbox)
    for address in addresses:
        for _twice in range(2):
            assert getattr(Client(), method)(address).status_code < 500
    assert dump() == before
    assert len(outbox) == mails


def test_secrets_are_stored_hashed(anna, about, voice, token):
    own, digits = voices.confirm(voice), actions.show_digits(by=anna, about=about)
    stored = str(dump())
    assert token not in stored
    assert own not in stored
    assert digits not in str(list(SpokenCode.objects.values()))


def test_station_somebody_spoke_about_keeps_firm_and_says_what_goes_with_it(client, anna, about):
    voices.shown(about)
    client.force_login(anna)
    assert registers.is_bound(about.station)
    page = text(client.get(f"/me/profile/stations/{about.pk}/remove/"))
    assert "1 colleague has said something about this station" in page
