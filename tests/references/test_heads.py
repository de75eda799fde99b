"""Once a day the end of the chain is signed and shown: who rewrites history later is found out by whoever kept one."""

import json
from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from references import actions, heads, ledger, signing
from references.canonical import canonical, digest
from references.models import LedgerEntry, SignedHead, SigningKey
from tests.references.test_ledger import sql

OPERATOR = "hilfe@handschlag.invalid"


@pytest.fixture(autouse=True)
def _operator(settings):
    settings.OPERATOR = {**settings.OPERATOR, "mail": OPERATOR}


@pytest.fixture
def kept(reference):
    """What somebody wrote down on the first day."""
    return heads.as_text(heads.publish())


def test_head_is_signed_and_anybody_can_check_it(client, kept):
    shown = client.get("/ledger/head.json").json()
    said = json.loads(shown["payload"])
    assert f"{said['seq']}:{said['hash']}" == kept
    key = SigningKey.objects.get(kid=shown["key"])
    assert key.employer is None
    assert shown["public_key"] == key.public_key
    assert signing.verify(shown["payload"].encode(), shown["signature"], key)


def test_no_head_yet_is_said(client, db):
    assert client.get("/ledger/head.json").status_code == 404


def test_head_costs_two_queries_and_writes_nothing(client, kept, django_assert_num_queries):
    with django_assert_num_queries(2):
        client.get("/ledger/head.json")
    assert SignedHead.objects.count() == 1


def test_one_head_a_day_and_one_mail_where_something_is_new(anna, kept, outbox):
    assert heads.as_text(heads.publish()) == kept
    assert [letter.to for letter in outbox if kept in letter.body] == [[OPERATOR]]
    SignedHead.objects.all()._change(day=timezone.now().date() - timedelta(days=1))
    before = len(outbox)
    call_command("purge")
    assert SignedHead.objects.count() == 2
    assert len(outbox) == before, "nothing new, no mail"


def test_history_rewritten_as_a_whole_is_whole_for_itself_and_found_from_outside(anna, reference, kept):
    actions.release(by=anna, reference=reference)
    sql("DELETE FROM references_ledgerentry WHERE seq > 1")
    sql("UPDATE references_ledgerentry SET at = %s", timezone.now())
    line = LedgerEntry.objects.get()
    new = ledger.hash_of(1, line.at, line.kind, line.subject, line.payload_hash, ledger.START)
    sql("UPDATE references_ledgerentry SET hash = %s", new)
    sql("UPDATE references_ledgerhead SET seq = 1, hash = %s", new)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE references_reference SET shown = %s, decided_at = NULL", [False])
    call_command("verify_ledger")
    with pytest.raises(CommandError, match="history was written anew"):
        call_command("verify_ledger", since=kept)


def test_since_reads_what_came_after_and_who_it_is_about(anna, reference, kept, capsys):
    actions.release(by=anna, reference=reference)
    call_command("verify_ledger", since=kept)
    assert "1 lines came after" in capsys.readouterr().out
    sql("UPDATE references_reference SET shown = %s", False)
    with pytest.raises(CommandError, match=reference.public_id):
        call_command("verify_ledger", since=kept)


def test_since_finds_a_line_that_is_gone(anna, reference, kept):
    actions.release(by=anna, reference=reference)
    late = heads.Head(2, LedgerEntry.objects.get(seq=2).hash)
    sql("DELETE FROM references_ledgerentry WHERE seq = 2")
    sql("UPDATE references_ledgerhead SET seq = 1, hash = %s", LedgerEntry.objects.get().hash)
    with pytest.raises(CommandError, match="line 2: is gone"):
        call_command("verify_ledger", since=f"{late.seq}:{late.hash}")


def test_since_takes_the_file_of_the_page(client, kept, tmp_path, capsys):
    file = tmp_path / "head.json"
    file.write_bytes(client.get("/ledger/head.json").content)
    call_command("verify_ledger", since=str(file))
    assert "is part of it" in capsys.readouterr().out


def test_file_signed_by_another_key_is_refused(client, kept, brandt, tmp_path):
    """An employer's key is not the house's, and a key that the file brings along is not believed."""
    from references.keys import key_for

    shown = client.get("/ledger/head.json").json()
    forged = canonical({**json.loads(shown["payload"]), "hash": digest(b"forged")})
    key = key_for(brandt)
    file = tmp_path / "head.json"
    for kid in (key.kid, shown["key"], "key-nobody"):
        said = {**shown, "payload": forged.decode(), "signature": signing.sign(forged, key), "key": kid}
        file.write_text(json.dumps({**said, "public_key": key.public_key}))
        with pytest.raises(CommandError, match="not signed by this house"):
            call_command("verify_ledger", since=str(file))


@pytest.mark.parametrize("text", ["", "abc", "1:2", "-1:" + "a" * 64, "{", "{}", '{"payload": 3}', "/no/such/file"])
def test_what_is_no_head_gets_a_plain_message(db, text):
    with pytest.raises(CommandError, match="head"):
        call_command("verify_ledger", since=text or " ")


@given(st.text())
def test_any_text_is_a_head_or_none(text):
    with suppress(heads.NoHead):
        heads.kept(text if not text.lstrip().startswith("{") else f"x{text}")


@given(
    seq=st.integers(1, 10**12),
    at=st.datetimes(),
    texts=st.tuples(*[st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Zl", "Zp"]), max_size=12)] * 4),
)
def test_short_way_and_canonical_way_give_one_hash(seq, at, texts):
    """Where nothing needs escaping the line is written without the library: the bytes must be the same."""
    at = timezone.make_aware(at) if timezone.is_naive(at) else at
    names = dict(zip(("kind", "subject", "payload_hash", "previous"), texts, strict=True))
    try:
        expected = digest(canonical({"seq": seq, "at": ledger.stamp(at), **names}))
    except ValueError:
        return
    assert ledger.hash_of(seq, at, **names) == expected


def test_new_lines_during_the_walk_are_no_problem(anna, reference, monkeypatch):
    """The walk ends where the chain ended as it began."""
    from references import chain

    pages = chain._page

    def slow(**span):
        found = pages(**span)
        if found:
            actions.release(by=anna, reference=reference)
        return found

    monkeypatch.setattr(chain, "_page", slow)
    assert len(list(chain.walk())) == 1
    assert LedgerEntry.objects.count() == 2
