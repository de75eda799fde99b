"""Large houses check their references with several processes; they find what one finds."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from references import actions
from tests.references import helpers
from tests.references.copies import copied_database

CHECK = """
import django
django.setup()
from references import audit
audit.MANY = 0
print(audit.verify(processes=2))
"""


def checked(folder: Path) -> str:
    with copied_database(folder) as environment:
        ran = subprocess.run(
            [sys.executable, "-c", CHECK],
            env=environment,
            cwd=Path(settings.BASE_DIR),
            capture_output=True,
            text=True,
            check=False,
        )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return ran.stdout.strip()


@pytest.fixture
def three(transactional_db, anna, brandt):
    found = [helpers.reference_for(anna, brandt, statements=(), text=f"Text {number}").reference for number in range(3)]
    for each in found:
        actions.release(by=anna, reference=each)
    return found


def change(sql: str) -> None:
    """Past every rule, as somebody with the database does it."""
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_two_are_content_with_what_is_true(three, tmp_path):
    assert checked(tmp_path) == "None"


def test_two_name_the_first_that_was_changed(three, tmp_path):
    for each in three[1:]:
        change(f"UPDATE references_reference SET level = 5 WHERE id = {each.pk}")
    assert checked(tmp_path).startswith(f"reference {three[1].public_id}: a column says something else")


def test_the_chain_is_heard_before_the_references(three, tmp_path):
    change(f"UPDATE references_reference SET level = 5 WHERE id = {three[0].pk}")
    change("UPDATE references_ledgerentry SET kind = 'hidden' WHERE seq = 3")
    assert checked(tmp_path).startswith("ledger line 3")
