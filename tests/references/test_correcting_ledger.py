"""A correction that is hidden, made up or moved behind Django's back is found; and of two at once one wins."""

import threading

import pytest
from django.db import connection, connections
from django.db.models import Q

from references import actions
from references.audit import verify
from references.models import Correction, LedgerEntry, Reference, ReferenceRequest
from tests import factories
from tests.references import corrections, helpers


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def pair(anna, reference):
    actions.release(by=anna, reference=reference)
    return reference, corrections.correct(reference).reference


def test_row_without_its_line_and_line_without_its_row(pair):
    old, new = pair
    assert verify() is None
    sql("DELETE FROM references_correction")
    assert verify().row == f"reference {old.public_id}"
    Correction.objects.create(old=old, new=new, at=new.issued_at)
    assert verify() is None


def test_correction_that_was_put_there(anna, brandt, pair):
    """Somebody wants a word to count as put right."""
    other = helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt), email="x@example.org")).reference
    Correction.objects.create(old=other, new=other, at=other.issued_at)
    assert verify().what == "the correction does not fit the ledger"


def test_correction_that_was_moved_to_other_words(anna, brandt, pair):
    other = helpers.sign(helpers.ask(anna, helpers.make_station(anna, brandt), email="x@example.org")).reference
    sql("UPDATE references_correction SET new_id = %s", other.pk)
    assert verify() is not None


def test_changed_time_and_changed_line_are_found(pair):
    old, new = pair
    sql("UPDATE references_correction SET at = %s", old.issued_at)
    assert verify().row == f"reference {old.public_id}"
    sql("UPDATE references_correction SET at = %s", new.issued_at)
    assert verify() is None
    line = LedgerEntry.objects.get(kind="corrected")
    sql("UPDATE references_ledgerentry SET kind = 'hidden' WHERE seq = %s", line.seq)
    assert verify().row == f"ledger line {line.seq}"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rival", ["sign", "withdraw"])
def test_two_at_the_same_moment(rival, monkeypatch):
    """Two tabs sign, or one signs while the other withdraws: nothing is doubled, and nothing waits for ever."""
    monkeypatch.setattr("accounts.mail.transaction.on_commit", lambda deliver: None)
    place = factories.make_place("90762", "Fürth", 49.4772, 10.9893)
    anna = factories.make_user("anna@example.org")
    factories.make_profile(anna, factories.make_occupation("elektroniker-energie-gebaeudetechnik", "Elektro"), place)
    helpers.make_statements()
    reference = helpers.reference_for(anna, factories.make_employer("Brandt", place)).reference
    asked = corrections.begun(reference)
    corrections.confirm(asked)
    actions.save_draft(by=None, request=asked, text="Neu.")
    barrier, done = threading.Barrier(2), []

    def run(act) -> None:
        barrier.wait()
        try:
            done.append(bool(act()))
        except actions.Closed:
            done.append(False)
        finally:
            connections.close_all()

    def sign():
        return actions.issue(by=None, request=ReferenceRequest.objects.get(pk=asked.pk))

    def withdraw():
        return actions.withdraw(by=None, reference=Reference.objects.get(pk=reference.pk))

    threads = [threading.Thread(target=run, args=(act,)) for act in (sign, sign if rival == "sign" else withdraw)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 2
    if rival == "sign":
        assert sorted(done) == [False, True]
    assert Reference.objects.count() == 1 + Correction.objects.count()
    assert not ReferenceRequest.objects.filter(Q(state="open"), corrects=reference).exists()
    assert verify() is None
