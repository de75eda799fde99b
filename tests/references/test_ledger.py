"""Nothing that is changed behind Django's back stays unnoticed, and the row is named."""

import threading
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from references import actions, ledger
from references.audit import Problem, verify
from references.models import LedgerEntry, LedgerHead, Reference
from tests.references import helpers

LEDGER = ["seq", "at", "kind", "subject", "payload_hash", "previous", "hash"]
SIGNED = ["public_id", "payload", "payload_hash", "signature", "issued_at", "level", "shown", "decided_at"]


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def history(anna, brandt, statements):
    """Two references with everything that can happen to them: eight lines, one withdrawn, one shown."""
    first = helpers.reference_for(anna, brandt, statements=["craft.test-0"], text="Ruft zurück.").reference
    second = helpers.reference_for(anna, brandt).reference
    actions.release(by=anna, reference=first)
    actions.hide(by=anna, reference=first)
    actions.release(by=anna, reference=first)
    actions.release(by=anna, reference=second)
    actions.withdraw(by=None, reference=second, reason="Falscher Name")
    return [first, second]


def test_verify_is_content_with_an_empty_ledger(db):
    assert verify() is None


def test_verify_is_content_with_a_true_history(history):
    assert verify() is None


def test_command_says_so(history, capsys):
    call_command("verify_ledger")
    assert "whole: 7 lines" in capsys.readouterr().out


def test_command_fails_and_names_the_row(history):
    sql("UPDATE references_ledgerentry SET kind = 'hidden' WHERE seq = 3")
    with pytest.raises(CommandError, match="ledger line 3"):
        call_command("verify_ledger")


def changed(column: str, value: object) -> object:
    """One byte of it, still of a kind the column takes."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value - 1 if value > 2 else value + 1
    if hasattr(value, "replace") and hasattr(value, "microsecond"):
        return value.replace(microsecond=(value.microsecond + 1) % 1_000_000)
    last = value[-1]
    return value[:-1] + ("a" if last != "a" else "b")


@pytest.mark.parametrize("column", LEDGER)
@pytest.mark.parametrize("seq", [1, 4, 7])
def test_changed_ledger_column_is_found(history, column, seq):
    line = LedgerEntry.objects.get(seq=seq)
    value = 99 if column == "seq" else changed(column, getattr(line, column))
    sql(f"UPDATE references_ledgerentry SET {column} = %s WHERE id = %s", value, line.pk)
    problem = verify()
    assert problem
    assert str(seq) in problem.row or column == "seq"


@pytest.mark.parametrize("column", SIGNED)
def test_changed_reference_column_is_found(history, column):
    reference = Reference.objects.get(pk=history[0].pk)
    value = changed(column, getattr(reference, column))
    if column == "decided_at":
        value = reference.issued_at
    sql(f"UPDATE references_reference SET {column} = %s WHERE id = %s", value, reference.pk)
    problem = verify()
    assert problem
    assert reference.public_id in problem.row or column == "public_id"


def test_reference_hung_on_another_person_is_found(history, fremder):
    from tests import factories

    thief = factories.make_profile(fremder)
    sql("UPDATE references_reference SET profile_id = %s WHERE id = %s", thief.pk, history[0].pk)
    assert verify() == Problem(
        f"reference {history[0].public_id}", "a column says something else than the signed words"
    )


def test_reference_hung_on_another_employer_is_found(history, talheim):
    sql("UPDATE references_reference SET employer_id = %s WHERE id = %s", talheim.pk, history[0].pk)
    assert history[0].public_id in verify().row


def test_changed_key_is_found(history):
    sql("UPDATE references_signingkey SET public_key = %s", "A" * 43)
    assert verify().what == "the signature is wrong"


def test_changed_words_with_fitting_hash_are_found(history):
    """Somebody who knows the code changes words and hash together."""
    from references.canonical import digest

    payload = history[0].payload.replace("Ruft", "Rief")
    values = (payload, digest(payload.encode()), history[0].pk)
    sql("UPDATE references_reference SET payload = %s, payload_hash = %s WHERE id = %s", *values)
    assert verify() == Problem(f"reference {history[0].public_id}", "its hash is not the one in the ledger")


@pytest.mark.parametrize("seq", range(1, 8))
def test_deleted_line_is_found(history, seq):
    sql("DELETE FROM references_ledgerentry WHERE seq = %s", seq)
    assert verify().row == f"ledger line {seq}"


def test_swapped_lines_are_found(history):
    sql("UPDATE references_ledgerentry SET seq = 99 WHERE seq = 3")
    sql("UPDATE references_ledgerentry SET seq = 3 WHERE seq = 4")
    sql("UPDATE references_ledgerentry SET seq = 4 WHERE seq = 99")
    assert verify().row == "ledger line 3"


def test_inserted_line_is_found(history):
    line = LedgerEntry.objects.get(seq=7)
    forged = LedgerEntry(
        seq=8, at=line.at, kind="released", subject=line.subject, payload_hash=line.payload_hash, previous=line.hash
    )
    forged.hash = ledger.hash_of(8, line.at, "released", line.subject, line.payload_hash, line.hash)
    forged.save()
    assert verify().row == "ledger line 8"


def test_deleted_reference_is_found(history):
    sql("DELETE FROM references_withdrawal")
    sql("DELETE FROM references_reference WHERE id = %s", history[1].pk)
    assert "there is no reference" in verify().what


def test_reference_without_line_is_found(history):
    copy = {**Reference.objects.filter(pk=history[0].pk).values()[0], "id": None, "public_id": "forged2222"}
    Reference(**{**copy, "manage_hash": "other", "request_id": None}).save()
    assert verify() == Problem("reference forged2222", "has no ledger line that says it was issued")


def test_deleted_withdrawal_is_found(history):
    sql("DELETE FROM references_withdrawal")
    assert verify() == Problem(f"reference {history[1].public_id}", "the withdrawal does not fit the ledger")


def test_silent_release_is_found(anna, reference):
    sql("UPDATE references_reference SET shown = %s, decided_at = issued_at", True)
    assert verify().what == "shown or hidden without a ledger line"


def test_silent_erasure_is_found(history):
    sql("UPDATE references_reference SET payload = '' WHERE id = %s", history[0].pk)
    assert "without a ledger line" in verify().what


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_in_any_text_column_is_found(history, data):
    table, column, limit = data.draw(
        st.sampled_from(
            [("ledgerentry", name, 30) for name in ("kind", "subject", "payload_hash", "previous", "hash")]
            + [("reference", name, 10) for name in ("payload", "payload_hash", "signature")]
        )
    )
    text = data.draw(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=limit))
    with transaction.atomic():
        row = data.draw(st.sampled_from(list(range(1, 8) if table == "ledgerentry" else [0, 1])))
        key = LedgerEntry.objects.get(seq=row).pk if table == "ledgerentry" else history[row].pk
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {column} FROM references_{table} WHERE id = %s", [key])
            before = cursor.fetchone()[0]
        sql(f"UPDATE references_{table} SET {column} = %s WHERE id = %s", text, key)
        assert (verify() is None) == (before == text)
        transaction.set_rollback(True)


def test_unreadable_time_is_found_and_named(history):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL takes no such value")
    sql("UPDATE references_ledgerentry SET at = '2026-13-45 00:00:00' WHERE seq = 5")
    assert verify().what == "cannot be read"


def test_append_needs_a_transaction_and_a_kind(db, monkeypatch):
    with pytest.raises(ValueError, match="no kind"):
        ledger.append(kind="praised", subject="x", payload_hash="y")


@pytest.mark.django_db(transaction=True)
def test_append_outside_a_transaction_is_refused():
    with pytest.raises(transaction.TransactionManagementError):
        ledger.append(kind="issued", subject="x", payload_hash="y")


@pytest.mark.django_db(transaction=True)
def test_append_at_the_same_moment_makes_one_chain():
    """From the very first line on: there is nothing to lock yet."""
    barrier = threading.Barrier(5)

    def append(name: str) -> None:
        barrier.wait()
        for step in range(4):
            with transaction.atomic():
                ledger.append(kind="issued", subject=f"{name}-{step}", payload_hash="h")
        connections.close_all()

    threads = [threading.Thread(target=append, args=(str(number),)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = list(LedgerEntry.objects.order_by("seq"))
    assert [line.seq for line in lines] == list(range(1, 21))
    assert all(line.previous == before.hash for before, line in pairwise(lines))
    assert LedgerHead.objects.get().hash == lines[-1].hash
