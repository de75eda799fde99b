"""The worker says that a voice is not right: a human at the desk decides, and all sides read why."""

import pytest
from django.test import Client

from network.desk import cases
from network.desk.models import Case
from references.models import Voice
from tests.desk import casework
from tests.references import voices
from tests.references.voices import text


@pytest.fixture
def about(anna):
    return voices.at(voices.station_of(anna))


@pytest.fixture
def voice(about):
    return voices.shown(about)


@pytest.fixture
def here(voice):
    return f"/me/voice/{voice.public_id}/"


@pytest.fixture
def worker(anna):
    client = Client(headers={"accept-language": "en"})
    client.force_login(anna)
    return client


def test_worker_contests_a_voice_at_the_desk(worker, anna, voice, here):
    assert f'href="{here}contest/"' in text(worker.get(here))
    page = text(worker.get(f"{here}contest/"))
    assert "Is this voice not right?" in page
    assert voice.name in page
    answer = worker.post(f"{here}contest/", {"words": "Sie war nie da."})
    case = Case.objects.get()
    assert (case.kind, case.subject, case.profile, case.words) == (
        Case.Kind.CONTEST,
        voice.key_of_item,
        anna.profile,
        "Sie war nie da.",
    )
    assert answer.url == f"/me/desk/{case.pk}/"
    assert "The desk looks into it" in text(worker.get(here))
    assert worker.post(f"{here}contest/", {"words": "Noch einmal."}).url == answer.url
    assert Case.objects.count() == 1


def test_desk_ends_it_and_the_worker_reads_why(worker, voice, here):
    worker.post(f"{here}contest/", {"words": "Sie war nie da."})
    petra = casework.at_desk()
    cases.decide(by=petra, case=Case.objects.get(), outcome=Case.Outcome.ENDED, reason=casework.REASON)
    assert Voice.objects.get().withdrawn_at
    page = text(worker.get(here))
    assert casework.REASON in page
    assert "read what the desk has decided" in page
    assert "This is not right" not in page


def test_what_nobody_stands_for_cannot_be_contested(worker, about):
    asked = voices.asked(about)
    address = f"/me/voice/{asked.public_id}/contest/"
    assert "contest/" not in text(worker.get(f"/me/voice/{asked.public_id}/"))
    assert worker.post(address, {"words": "x"}).url == f"/me/voice/{asked.public_id}/"
    assert not Case.objects.exists()


def test_words_are_asked_for(worker, here):
    page = worker.post(f"{here}contest/", {"words": ""})
    assert page.status_code == 200
    assert not Case.objects.exists()


@pytest.mark.parametrize("who", ["fremder", "rita"])
def test_strangers_contest_nothing(request, client, here, who):
    client.force_login(request.getfixturevalue(who))
    for ask in (client.get, client.post):
        assert ask(f"{here}contest/", {"words": "x"}).status_code in (302, 404)
    assert not Case.objects.exists()
