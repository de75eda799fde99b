"""A key that cannot be opened, or is exchanged at the wrong moment: the operator reads what is missing, and nothing is half-written."""

import base64

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command

from accounts import registry
from references import heads
from references.actions import issuing
from references.audit import verify
from references.keys import SealBroken, key_for, rotate
from references.models import LedgerEntry, Reference, ReferenceRequest, SignedHead, SigningKey
from tests.references import helpers
from tests.references.test_referee_pages import enter_code, go_to_code, sign

OTHER = "lost:" + base64.b64encode(b"x" * 32).decode()


@pytest.fixture
def lost(settings, brandt):
    """The employer's key was sealed with a KEK that is not there any more."""
    there = settings.KEKS
    settings.KEKS = f"{OTHER},{there}"
    key_for(brandt)
    settings.KEKS = there
    return there


def test_boss_gets_a_page_and_keeps_the_answers(lost, boss, token, asked, statements, outbox, caplog):
    go_to_code(boss, token)
    enter_code(boss, token, outbox)
    letters = len(outbox)
    page = sign(boss, token)
    assert page.status_code == 503
    assert "Nothing was stored halfway" in page.content.decode()
    assert "HANDSCHLAG_KEKS does not hold lost" in caplog.text
    assert not Reference.objects.exists()
    assert not LedgerEntry.objects.exists()
    assert len(outbox) == letters
    asked.refresh_from_db()
    assert asked.state == ReferenceRequest.State.OPEN
    assert asked.draft["name"]


def test_boss_signs_once_the_key_is_back(lost, boss, token, statements, outbox, settings):
    go_to_code(boss, token)
    enter_code(boss, token, outbox)
    assert sign(boss, token).status_code == 503
    settings.KEKS = f"{lost},{OTHER}"
    assert sign(boss, token).status_code == 200
    assert verify() is None


def test_check_says_which_key_is_missing(lost):
    (problem,) = [each for each in run_checks(databases=["default"]) if each.id == "references.E001"]
    assert "1 signing keys are sealed with lost" in problem.msg
    assert not [each for each in run_checks() if each.id == "references.E001"], "asks no database unless told to"


def test_daily_run_goes_on_and_says_so(db, settings, monkeypatch):
    ran = []
    monkeypatch.setitem(registry.purgers, "zzz", lambda: ran.append(1) or 0)
    heads.publish()
    SignedHead.objects.all()._change(day="2026-01-01")
    settings.KEKS = OTHER
    with pytest.raises(CommandError, match="ledger: key-"):
        call_command("purge")
    assert ran == [1]
    assert SignedHead.objects.count() == 1


def test_key_rotated_between_reading_and_signing(asked, statements, brandt, monkeypatch):
    """What the old key signs at its last moment stays true: its public half is kept."""
    key = issuing.key_for

    def slow(employer):
        found = key(employer)
        rotate(employer)
        return found

    monkeypatch.setattr(issuing, "key_for", slow)
    reference = helpers.sign(asked).reference
    assert reference.key.retired_at is None, "as it was read"
    assert SigningKey.objects.get(pk=reference.key_id).retired_at
    assert verify() is None


def test_retired_key_signs_nothing_and_stores_nothing(asked, statements, brandt, monkeypatch):
    old = key_for(brandt)
    rotate(brandt)
    old.refresh_from_db()
    monkeypatch.setattr(issuing, "key_for", lambda employer: old)
    with pytest.raises(SealBroken, match="retired"):
        helpers.sign(asked)
    assert not Reference.objects.exists()


@pytest.mark.parametrize("who", ["employer", "house"])
def test_command_rotates(who, asked, statements, brandt, capsys):
    helpers.sign(asked)
    call_command("rotate_key", brandt.public_id if who == "employer" else "house")
    assert "signs from now on" in capsys.readouterr().out
    assert verify() is None


def test_command_knows_no_such_employer(db):
    with pytest.raises(CommandError, match="no employer"):
        call_command("rotate_key", "nobody")
