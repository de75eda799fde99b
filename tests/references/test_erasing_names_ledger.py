"""The ledger finds a name that went, stayed or came back without a line."""

import pytest

from references import actions, ledger
from references.audit import verify
from references.managing import erasing
from references.models import Reference
from tests.references.names import old_form, sql


@pytest.fixture
def shown(anna, reference):
    actions.release(by=anna, reference=reference)
    reference.refresh_from_db()
    return reference


# Tampering
def with_line(reference: Reference, kind: str) -> None:
    from django.db import transaction

    with transaction.atomic():
        ledger.append(kind=kind, subject=reference.public_id, payload_hash=reference.payload_hash)


def test_line_that_an_old_form_lost_its_name_is_found(shown):
    old_form(shown)
    with_line(shown, "name-erased")
    assert "name" in verify().what


def test_name_taken_away_without_a_line_is_found(shown):
    sql("UPDATE references_reference SET referee_name = '', referee_salt = '' WHERE id = %s", shown.pk)
    assert "without a ledger line" in verify().what


def test_name_that_came_back_is_found(shown):
    name, salt = shown.referee_name, shown.referee_salt
    erasing.erase_name(by=None, reference=shown)
    sql("UPDATE references_reference SET referee_name = %s, referee_salt = %s WHERE id = %s", name, salt, shown.pk)
    assert "without a ledger line" in verify().what


def test_salt_that_stayed_is_found(shown):
    salt = shown.referee_salt
    erasing.erase_name(by=None, reference=shown)
    sql("UPDATE references_reference SET referee_salt = %s WHERE id = %s", salt, shown.pk)
    assert verify().what == "the referee's name is not the signed one"


def test_another_name_is_found(shown):
    sql("UPDATE references_reference SET referee_name = 'Klaus Falsch' WHERE id = %s", shown.pk)
    assert verify().what == "the referee's name is not the signed one"


def test_line_without_an_erased_name_is_found(shown):
    with_line(shown, "name-erased")
    assert "without a ledger line" in verify().what


def test_second_line_is_found(shown):
    erasing.erase_name(by=None, reference=shown)
    with_line(shown, "name-erased")
    assert "without a ledger line" in verify().what
