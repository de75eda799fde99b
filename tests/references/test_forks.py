"""Two writers at the same moment never share a predecessor. What holds them apart is the lock; without it one of them fails."""

import threading
from contextlib import suppress

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, connections, transaction

from references import ledger
from references.models import LedgerEntry, LedgerHead

pytestmark = pytest.mark.django_db(transaction=True)
TOGETHER = 3  # seconds one writer waits for the other between reading the head and writing its line


@pytest.fixture
def meeting(monkeypatch):
    """Both writers have read the head before either writes, if the house lets them."""
    barrier, stamp = threading.Barrier(2), ledger.hash_of

    def hash_of(*fields):
        with suppress(threading.BrokenBarrierError):
            barrier.wait(TOGETHER)
        return stamp(*fields)

    with transaction.atomic():
        ledger.append(kind="issued", subject="first", payload_hash="h")
    monkeypatch.setattr(ledger, "hash_of", hash_of)
    return barrier


def two_writers() -> list[DatabaseError]:
    failed: list[DatabaseError] = []

    def write(name: str) -> None:
        try:
            with transaction.atomic():
                ledger.append(kind="issued", subject=name, payload_hash="h")
        except DatabaseError as problem:
            failed.append(problem)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write, args=(name,)) for name in ("second", "third")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed


def test_second_writer_waits_for_the_first(meeting):
    assert two_writers() == []
    lines = list(LedgerEntry.objects.order_by("seq"))
    assert [line.previous for line in lines] == [ledger.START, *(line.hash for line in lines[:-1])]
    assert len(lines) == 3
    assert meeting.broken, "they did not meet: the lock kept them apart"


def test_without_the_lock_both_read_one_head_and_the_table_refuses_the_fork(meeting, monkeypatch):
    """The second fence: no two lines may name one predecessor. On SQLite the lock is that of the whole transaction."""
    if connection.vendor == "postgresql":
        monkeypatch.setattr(LedgerHead.objects.__class__, "select_for_update", lambda manager: manager.all())
    else:
        wrapper = type(connections["default"])
        monkeypatch.setattr(wrapper, "_start_transaction_under_autocommit", lambda self: self.cursor().execute("BEGIN"))
    (problem,) = two_writers()
    assert isinstance(problem, IntegrityError if connection.vendor == "postgresql" else OperationalError)
    assert not meeting.broken, "they met: nothing kept them apart"
    assert LedgerEntry.objects.count() == 2
