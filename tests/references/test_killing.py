"""Whoever dies while writing takes nothing along and leaves nothing half: kill -9 in mid-write, 500 times, on a database as in life."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests import factories
from tests.references import helpers, killing
from tests.references.copies import copied_database

KILLS = 500
AT_LEAST = 50  # lines, and kills between a line and its commit; a run that has fewer has tried nothing


@pytest.fixture
def people(transactional_db) -> None:
    fuerth = factories.make_place("90762", "Fürth", 49.4772, 10.9893)
    elektro = factories.make_occupation("elektroniker-energie-gebaeudetechnik", "Elektroniker/in")
    firms = [factories.make_employer(f"Firm {number}", fuerth) for number in range(3)]
    for number in range(killing.WRITERS):
        worker = factories.make_user(killing.worker_name(number))
        factories.make_profile(worker, elektro, fuerth)
        helpers.make_station(worker, firms[number % 3])


def test_writers_killed_in_mid_write_lose_double_and_fork_nothing(people, tmp_path):
    notes = tmp_path / "notes"
    notes.mkdir()
    nursery = [sys.executable, "-m", "tests.references.killing", str(notes), str(KILLS)]
    with copied_database(tmp_path) as environment:
        ran = subprocess.run(
            nursery, env=environment, cwd=Path(settings.BASE_DIR), capture_output=True, text=True, check=False
        )
    assert ran.returncode == 0, ran.stderr[-2000:]
    found = json.loads(ran.stdout)
    told = {name: found.pop(name) for name in ("kills", "in_mid_write", "lines", "not_noted")}
    assert found == {"problem": None, "lost": [], "doubled": [], "gaps": [], "failed": []}
    assert told["kills"] == KILLS
    assert told["in_mid_write"] >= AT_LEAST, told
    assert 0 <= told["not_noted"] <= KILLS, "a line may be stored whose writer died before noting it, one for each kill"
    assert told["lines"] >= AT_LEAST, told
