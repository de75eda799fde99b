import json
import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, connections

from network.profiles.models import Confirmation
from references import actions
from references.canonical import canonical, digest
from references.models import LedgerEntry, Reference, ReferenceRequest
from references.signing import verify
from tests import factories
from tests.references import helpers


def test_issue_freezes_and_signs(anna, brandt, reference, asked):
    said = json.loads(reference.payload)
    assert canonical(said).decode() == reference.payload
    assert digest(reference.payload.encode()) == reference.payload_hash
    assert verify(reference.payload.encode(), reference.signature, reference.key)
    assert said["worker"]["name"] == anna.profile.name
    assert said["employer"] == {"id": brandt.public_id, "name": "Elektro Brandt", "place": "Fürth"}
    assert said["station"] == {"kind": "job", "first": "2013-09", "last": "2020-06"}
    assert said["statements"] == ["craft.test-0", "craft.test-1"]
    assert said["hire_again"] is True
    assert said["level"] == reference.level == 4
    assert "Arbeitszeugnis" in said["note"]  # law 7


def test_issue_closes_request_and_keeps_nothing(asked, reference):
    asked.refresh_from_db()
    assert (asked.state, asked.referee_email, asked.draft) == ("answered", "", {})


def test_issue_tells_worker_referee_and_admins(anna, monika, brandt, asked, statements, outbox):
    admin = factories.make_member(brandt, None, "Adele", is_admin=True).user
    outbox.clear()
    helpers.sign(asked)
    told = {tuple(letter.to): letter for letter in outbox}
    assert len(outbox) == 3  # Monika is an admin too, and has the copy
    assert set(told) == {("anna@example.org",), (helpers.BOSS,), (admin.email,)}
    assert "/r/manage/" in told[(helpers.BOSS,)].body
    assert "/references/" in told[(admin.email,)].body


def test_issue_without_hire_again_says_nothing_about_it(asked, statements):
    issued = helpers.sign(asked, again=False)
    assert "hire_again" not in json.loads(issued.reference.payload)


def test_issue_needs_confirmed_mailbox(asked):
    helpers.answer(asked)
    with pytest.raises(actions.Incomplete) as missing:
        actions.issue(by=None, request=asked)
    assert missing.value.step == "code"
    assert not Reference.objects.exists()


def test_issue_needs_every_step(asked):
    actions.save_draft(by=None, request=asked, step="start", answer="yes")
    with pytest.raises(actions.Incomplete) as missing:
        actions.issue(by=None, request=asked)
    assert missing.value.step == "seen"


def test_issue_by_worker_is_refused(anna, asked):
    helpers.answer(asked)
    ReferenceRequest.objects.update(confirmed_at=asked.created_at)
    with pytest.raises(PermissionDenied):
        actions.issue(by=anna, request=asked)


def test_issue_by_member_needs_no_code(anna, monika, brandt):
    request = helpers.ask(anna, helpers.make_station(anna, brandt), email="other@example.org")
    reference = helpers.sign(request, by=monika).reference
    checked = json.loads(reference.payload)["checked"]
    assert (checked["how"], checked["own_domain"], reference.level) == ("member", False, 4)
    assert reference.referee_user == monika


def test_issue_for_unchecked_employer_is_level_three(anna, fuerth):
    issued = helpers.sign(helpers.ask(anna, helpers.make_station(anna, name="Lampen Alt", place=fuerth)))
    said = json.loads(issued.reference.payload)
    assert said["employer"] == {"id": None, "name": "Lampen Alt", "place": "Fürth"}
    assert issued.reference.level == 3
    assert issued.reference.key.employer is None


@pytest.mark.parametrize("name", ["محمد العلي", "Jürgen Großmüller", "Ève\u0301 d’Ölçer", "Nguyễn Thị Ánh"])
def test_issue_keeps_names_of_the_world(anna, asked, name):
    anna.profile.name = name
    anna.profile.save()
    reference = helpers.sign(asked, name=name).reference
    assert verify(reference.payload.encode(), reference.signature, reference.key)
    assert json.loads(reference.payload)["worker"]["name"]


def test_second_signature_is_refused(asked):
    helpers.sign(asked)
    with pytest.raises(actions.Closed):
        actions.issue(by=None, request=asked)
    assert Reference.objects.count() == 1
    assert LedgerEntry.objects.filter(kind="issued").count() == 1


@pytest.mark.django_db(transaction=True)
def test_signatures_at_the_same_moment_make_one_reference(anna, brandt):
    """Real connections, released together."""
    if connection.vendor != "postgresql":
        pytest.skip("one process at a time writes in SQLite")
    request = helpers.ask(anna, helpers.make_station(anna, brandt))
    helpers.answer(request)
    ReferenceRequest.objects.update(confirmed_at=request.created_at)
    barrier, ends = threading.Barrier(6), []

    def sign() -> None:
        try:
            barrier.wait()
            actions.issue(by=None, request=request)
            ends.append("signed")
        except actions.Closed:
            ends.append("closed")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=sign) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ends) == ["closed"] * 5 + ["signed"]
    assert Reference.objects.count() == 1


def test_freemail_is_no_own_domain(anna, fuerth):

    employer = factories.make_employer("Bäcker", fuerth, domain="gmx.de")
    request = helpers.ask(anna, helpers.make_station(anna, employer), email="boss@gmx.de")
    assert helpers.sign(request).reference.level == 3


def test_level_stays_when_the_check_ends(brandt, reference):
    brandt.checked_until = None
    brandt.save()
    reference.refresh_from_db()
    assert reference.level == 4


def test_nothing_is_confirmed_before_release(reference):
    assert not Confirmation.objects.exists()  # law 3
