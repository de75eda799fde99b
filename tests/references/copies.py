"""A database of its own for processes that are not the tests': a copy of theirs, with what was committed so far."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.db import connection


@contextmanager
def copied_database(folder: Path) -> Iterator[dict[str, str]]:
    """The environment in which another process finds the copy. Needs the fixture `transactional_db`."""
    found = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    if connection.vendor == "sqlite":
        file = folder / "copy.sqlite3"
        connection.ensure_connection()
        with closing(sqlite3.connect(file)) as copy:
            connection.connection.backup(copy)
        yield found | {"DATABASE_URL": f"sqlite:///{file}"}
        return
    source, name = connection.settings_dict["NAME"], f"test_copy_{secrets.token_hex(4)}"
    server = urlsplit(os.environ["DATABASE_URL"])
    connection.close()  # a database that is copied has no visitors
    with psycopg.connect(server.geturl(), autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
        try:
            yield found | {"DATABASE_URL": server._replace(path=f"/{name}").geturl()}
        finally:
            admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
