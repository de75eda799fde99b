"""1, by the other ways a word can come: a voice, a witness of a work, a firm that invites. The same questions, the same queue."""

import pytest

from network.desk.models import Case
from references.models import Reference, Voice, Witness, WorkerInvitation
from tests.references import voices, witnesses
from tests.references.test_referee_pages import code_of
from tests.references.test_witness_journeys import say
from tests.references.voices import you
from tests.trust.attacks import Person, long_ago, queue

pytestmark = pytest.mark.django_db
SAME_BROWSER, FAST = "The same browser has asked and signed.", "less than a minute after the request"


@pytest.fixture(autouse=True)
def _sentences(db):
    voices.make_statements()


def voice_by(person: Person, worker: Person, outbox) -> Voice:
    """Asked by mail by the worker, said by the person. All three pages and the code."""
    station = voices.station_of(worker.user)
    asking = f"/me/voices/station/{station.pk}/ask/"
    worker.browser.post(asking, {"name": "Jasmin Köhler", "email": voices.BOX, "message": ""})
    Voice.objects.update(created_at=long_ago())
    here = f"/voice/{voices.mailed()}/"
    browser = (worker.borrowed_by() if person is worker else person).browser
    browser.post(here, you(browser, here))
    browser.post(f"{here}seen/", {"statements": ["people.colleague-0"]})
    seal = browser.get(f"{here}check/").context["form"]["seen"].value()
    browser.post(f"{here}check/", {"seen": seal})
    if not Voice.objects.answered().exists():
        browser.post(f"{here}code/", {"code": code_of(outbox)})
    return Voice.objects.answered().get()


def witness_by(person: Person, worker: Person) -> Witness:
    sample = witnesses.sample_of(worker.user)
    asked = {"name": "Dirk Wolf", "email": witnesses.BOX, "role": "customer", "message": ""}
    worker.browser.post(f"/me/samples/{sample.pk}/witnesses/ask/", asked)
    Witness.objects.update(created_at=long_ago())
    token = witnesses.mailed()
    say((worker.borrowed_by() if person is worker else person).browser, token, "customer")
    return Witness.objects.answered().get()


def taken_over(firm: Person, worker: Person, occupation, brandt) -> Reference:
    """The firm writes for the worker, who takes it over; the firm's person may be the worker at the same browser."""
    here = f"/employer/{brandt.public_id}/inviting/team/"
    rows = f"Name;Mail;Beginn;Ende;Beruf\nAnna Gärtner;{worker.user.email};9/2013;6/2020;{occupation}"
    said = {"rows": rows, "send": "1", "name": "Monika Brandt", "role": "Meisterin", "sure": "on"}
    firm.with_app().browser.post(here, said)
    public_id = WorkerInvitation.objects.get().public_id
    at = worker if worker.browser is not firm.browser else firm.borrowed_by(worker.user)
    at.browser.post(f"/me/invited/{public_id}/take/", {"station": "new"})
    return Reference.objects.get()


def test_attack_voice_of_oneself(worker, desk, mailoutbox):
    voice = voice_by(worker, worker, mailoutbox)
    page = queue(desk, voice)
    assert SAME_BROWSER in page
    assert voices.BOX not in page
    assert Voice.objects.answered().filter(pk=voice.pk).exists()


def test_twin_voice_of_a_colleague(worker, boss, desk, mailoutbox):
    assert queue(desk, voice_by(boss, worker, mailoutbox)) == ""


def test_attack_witness_of_oneself_and_the_desk_can_end_it(worker, desk):
    witness = witness_by(worker, worker)
    page = queue(desk, witness)
    assert SAME_BROWSER in page
    assert "Dirk" not in page  # the worker has not shown it to anybody
    decide = {"outcome": "ended", "reason": "The worker was it.", "sure": "1"}
    desk.browser.post(desk.browser.get("/desk/cases/").context["waiting"][0].url, decide)
    assert not Witness.objects.answered().exists()
    assert "The worker was it." in worker.borrowed_by(worker.user).page(f"/me/desk/{Case.objects.get().pk}/")


def test_twin_witness_who_ordered_the_work(worker, boss, desk):
    assert queue(desk, witness_by(boss, worker)) == ""


def test_attack_firm_of_ones_own_invites_oneself(worker, monika, brandt, elektro, desk):
    firm = worker.borrowed_by(monika)
    reference = taken_over(firm, worker, elektro, brandt)
    assert SAME_BROWSER in queue(desk, reference)


def test_twin_firm_invites_from_its_office(worker, monika, brandt, elektro, desk):
    reference = taken_over(Person("198.51.100.5", monika), worker, elektro, brandt)
    assert queue(desk, reference) == ""
