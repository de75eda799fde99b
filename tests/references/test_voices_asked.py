"""Whom a worker asks for a voice, how often, by mail or by digits; and who finds nothing."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from network.employers.viewer import STRANGER
from network.profiles.models import Block
from references.models import Refusal, StopList, Voice
from references.voices import actions, entering
from references.voices.about import About
from tests import factories
from tests.references import helpers, voices
from tests.references.voices import text, you

pytestmark = pytest.mark.django_db
BOX = voices.BOX


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


def test_one_mailbox_is_asked_once_and_not_again_after_it_has_spoken(anna, about, voice):
    with pytest.raises(ValidationError, match="asked there already"):
        voices.asked(about, "jasmin+2@team.example")
    voices.confirm(voice)
    with pytest.raises(ValidationError, match="confirmed this already"):
        voices.asked(about, "jasmin+2@team.example")


def test_not_more_than_three_open_and_ten_a_day(anna, about, work):
    voices.asked(about)
    voices.asked(voices.at(voices.station_of(anna, name="B")))
    voices.asked(work)
    with pytest.raises(ValidationError, match="still open"):
        voices.asked(voices.at(voices.station_of(anna, name="C")))
    for number in range(7):
        voices.asked(about, f"{number}@x.example")
    with pytest.raises(ValidationError, match="10 times within a day"):
        voices.asked(about, "more@x.example")


def test_no_is_private_and_holds_for_a_year(client, boss, anna, about, voice, token):
    assert "without confirming anything" in text(boss.get(f"/voice/{token}/no/"))
    assert Voice.objects.get().state == "open"
    assert "Thank you for your answer" in text(boss.post(f"/voice/{token}/no/", follow=True))
    assert (Voice.objects.get().state, Voice.objects.get().email) == ("declined", "")
    assert Refusal.objects.count() == 1
    with pytest.raises(ValidationError, match="holds for a year"):
        voices.asked(about)
    with pytest.raises(ValidationError, match="holds for a year"):
        helpers.ask(anna, about.station, BOX)
    client.force_login(anna)
    assert "That says nothing about you" in text(client.get(f"/me/voice/{voice.public_id}/"))


def test_who_objects_is_asked_by_nobody(boss, about, token):
    boss.post(f"/voice/{token}/never/")
    assert StopList.objects.count() == 1
    assert Voice.objects.get().name == ""
    with pytest.raises(ValidationError, match="does not want requests"):
        voices.asked(about, "jasmin+x@team.example")


def test_reminds_once_and_not_on_the_same_day(client, anna, voice, outbox):
    client.force_login(anna)
    here = f"/me/voice/{voice.public_id}/"
    assert "once more" not in text(client.get(here))
    client.post(f"{here}remind/")
    assert len(outbox) == 1
    Voice.objects.update(created_at=timezone.now() - timedelta(days=2))
    for _click in range(2):
        client.post(f"{here}remind/")
    assert len(outbox) == 2
    assert "asks once more" in outbox[-1].subject
    assert "and once more on" in text(client.get(here))
    assert Client().get(f"/voice/{voices.mailed()}/").status_code == 200


def test_worker_takes_a_question_back(client, boss, anna, voice, token):
    client.force_login(anna)
    here = f"/me/voice/{voice.public_id}/"
    assert "Take the question back?" in text(client.get(f"{here}take-back/"))
    for _click in range(2):
        assert client.post(f"{here}take-back/").url == here
    assert "You took it back." in text(client.get(here))
    assert "This question was taken back" in text(boss.get(f"/voice/{token}/"))


def test_bounced_mail_is_told_to_the_worker(client, anna, voice, capsys):
    call_command("report_bounce", BOX.upper())
    client.force_login(anna)
    assert "did not arrive" in text(client.get(f"/me/voice/{voice.public_id}/"))


def test_care_asks_no_customer(client, anna, pflege, fuerth):
    page = factories.make_profile(None, pflege, fuerth)
    sample = voices.of_work(page.user, kind="case")
    client.force_login(page.user)
    here = f"/me/voices/sample/{sample.pk}/"
    assert "whose patient somebody is" in text(client.get(here))
    assert client.get(f"{here}ask/").url == here
    with pytest.raises(actions.NotReady):
        voices.asked(sample)


def test_worker_without_a_name_or_with_typed_answers_is_told_first(client, anna, about):
    client.force_login(anna)
    here = f"/me/voices/station/{about.pk}/"
    type(anna.profile).objects.update(name="")
    assert "Enter your name first" in text(client.get(here))
    assert client.get(f"{here}ask/").url == client.post(f"{here}room/").url == here


def test_tries_to_ask_and_to_show_digits_are_limited(client, anna, about):
    client.force_login(anna)
    for way in ("ask", "room"):
        address = f"/me/voices/station/{about.pk}/{way}/"
        assert {client.post(address).status_code for _try in range(30)} == {200}
        assert client.post(address).status_code == 429


@pytest.mark.parametrize("who", ["fremder", "rita"])
def test_strangers_find_nothing(client, request, anna, about, work, voice, who):
    voices.confirm(voice)
    client.force_login(request.getfixturevalue(who))
    page = factories.make_profile(request.getfixturevalue(who), about.station.occupation, anna.profile.place)
    assert page
    for address in (
        f"/me/voices/station/{about.pk}/",
        f"/me/voices/instead/{about.pk}/ask/",
        f"/me/voices/sample/{work.pk}/room/",
        f"/me/voice/{voice.public_id}/",
        f"/me/voice/{voice.public_id}/take-back/",
        f"/me/said/{voice.public_id}/",
        f"/voice/{voice.public_id}/how/",
    ):
        assert client.get(address).status_code == 404
    for act in ("decide", "remind"):
        assert client.post(f"/me/voice/{voice.public_id}/{act}/").status_code == 404
    assert "Jasmin" not in text(client.get("/me/voices/"))
    with pytest.raises(PermissionDenied):
        actions.release(by=request.getfixturevalue(who), voice=voice)
    assert not Voice.objects.get().shown


def test_unknown_things_cannot_be_asked_about(client, anna):
    family = factories.make_station(anna.profile, kind="family")
    client.force_login(anna)
    for word, pk in (("nothing", family.pk), ("station", family.pk), ("sample", 0), ("station", 0)):
        assert client.get(f"/me/voices/{word}/{pk}/").status_code == 404
    with pytest.raises(actions.NotReady):
        voices.asked(About(anna.profile, station=family))


# -- in the same room
def test_digits_lead_to_the_same_questions_and_stay_on_the_first_rung(client, boss, anna, about):
    client.force_login(anna)
    page = client.post(f"/me/voices/station/{about.pk}/room/")
    digits = page.context["digits"]
    assert "<svg" in text(page)
    here = boss.post("/voice/", {"code": digits}).url
    boss.post(here, you(boss, here))
    boss.post(f"{here}seen/", {"statements": ["people.colleague-0"]})
    check = boss.get(f"{here}check/")
    assert "said in person, not checked further" in text(check)
    done = boss.post(f"{here}check/", {"seen": check.context["form"]["seen"].value()})
    assert done.url.startswith("/voice/own/")
    assert "Keep this link" in text(boss.get(done.url))
    assert (Voice.objects.get().how, Voice.objects.get().level) == ("room", 1)
    assert "These are not the digits" in text(boss.post("/voice/", {"code": digits}))


def test_digits_of_blocked_firms_look_wrong_and_are_not_spent(client, anna, about, talheim, rita):
    Block.objects.create(profile=anna.profile, employer=talheim)
    code = actions.show_digits(by=anna, about=about)
    client.force_login(rita)
    assert "These are not the digits" in text(client.post("/voice/", {"code": code}))
    assert entering.enter(by=None, viewer=STRANGER, code=code)


def test_digits_tried_too_often_wait(boss, anna, about):
    for _try in range(30):
        assert boss.post("/voice/", {"code": "000000"}).status_code == 200
    assert boss.post("/voice/", {"code": actions.show_digits(by=anna, about=about)}).status_code == 429
