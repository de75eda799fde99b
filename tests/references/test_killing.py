"""Whoever dies while writing takes nothing along and leaves nothing half: kill -9 in mid-write, 500 times, on a database as in life."""

import json
import os
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from tests import factories
from tests.references import helpers, killing

KILLS = 500
AT_LEAST = 50  # lines, and kills between a line and its commit; a run that has fewer has tried nothing


@pytest.fixture
def _people(transactional_db) -> None:
    fuerth = factories.make_place("90762", "Fürth", 49.4772, 10.9893)
    elektro = factories.make_occupation("elektroniker-energie-gebaeudetechnik", "Elektroniker/in")
    firms = [factories.make_employer(f"Firm {number}", fuerth) for number in range(3)]
    for number in range(killing.WRITERS):
        worker = factories.make_user(killing.worker_name(number))
        factories.make_profile(worker, elektro, fuerth)
        helpers.make_station(worker, firms[number % 3])


@pytest.fixture
def database(_people, tmp_path) -> Iterator[str]:
    """The address of a database of its own: a copy of that of the tests, with the people in it."""
    if connection.vendor == "sqlite":
        file = tmp_path / "killed.sqlite3"
        connection.ensure_connection()
        with closing(sqlite3.connect(file)) as copy:
            connection.connection.backup(copy)
        yield f"sqlite:///{file}"
        return
    source, name = connection.settings_dict["NAME"], f"test_killing_{secrets.token_hex(4)}"
    server = urlsplit(os.environ["DATABASE_URL"])
    connection.close()  # a database that is copied has no visitors
    with psycopg.connect(server.geturl(), autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
        try:
            yield server._replace(path=f"/{name}").geturl()
        finally:
            admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def test_writers_killed_in_mid_write_lose_double_and_fork_nothing(database, tmp_path):
    notes = tmp_path / "notes"
    notes.mkdir()
    environment = {**os.environ, "DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    nursery = [sys.executable, "-m", "tests.references.killing", str(notes), str(KILLS)]
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
