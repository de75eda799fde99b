"""Many rows into tables, as fast as the database takes them: COPY on PostgreSQL, one prepared statement on SQLite.

The one file that writes its statements itself. They hold names of our own tables and of their columns, never a value.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models
from django.db.utils import OperationalError

from network.search.populating.lives import Row, columns_of

OURS = "populate_"  # how names of tables begin that no other connection sees


def make(name: str, types: dict[str, str], key: Sequence[str]) -> None:
    """A table that only this connection sees."""
    drop(name)
    columns = ", ".join(f"{_quoted(column)} {kind}" for column, kind in types.items())
    ending = " WITHOUT ROWID" if connection.vendor == "sqlite" and len(key) > 1 else ""
    _say(f"CREATE TEMPORARY TABLE {OURS}{name} ({columns}, PRIMARY KEY ({_list(key)})){ending}")


def empty(name: str) -> None:
    _say(f"{'TRUNCATE' if connection.vendor == 'postgresql' else 'DELETE FROM'} {OURS}{name}")


def drop(name: str) -> None:
    _say(f"DROP TABLE IF EXISTS {OURS}{name}")


def put(name: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Into such a table. Values as lives.stored() gives them."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {OURS}{name} ({_list(columns)}) FROM STDIN") as copying:  # type: ignore[attr-defined]
                for row in rows:
                    copying.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {OURS}{name} ({_list(columns)}) VALUES ({marks})", rows)  # noqa: S608


def copy(
    model: type[models.Model], terms: dict[str, str], same: dict[str, Any], names: Sequence[str], ties: Sequence[str]
) -> None:
    """From such tables, tied to each other, into that of the model. `same` are the values of columns without a term."""
    fields = columns_of(model)
    # Joined crosswise: SQLite then goes through them in this order, so that keys grow and tables are written at their end.
    joined = " CROSS JOIN ".join(f"{OURS}{name} {name}" for name in names)
    _say(
        f"INSERT INTO {_quoted(model._meta.db_table)} ({_list([str(field.column) for field in fields])}) "  # noqa: S608
        f"SELECT {', '.join(terms.get(field.attname, '%s') for field in fields)} "
        f"FROM {joined} WHERE {' AND '.join(ties)}",
        [same[field.attname] for field in fields if field.attname not in terms],
    )


@contextmanager
def hurried() -> Iterator[None]:
    """SQLite leaves its safety aside meanwhile: who pulls the plug begins anew. Outside of a transaction; inside it changes nothing.

    The log of what is written in advance would hold all rows once more, a journal holds only what was there before.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    for setting in ("synchronous = OFF", "cache_size = -150000", "mmap_size = 0"):
        _say(f"PRAGMA {setting}")
    with suppress(OperationalError):  # somebody else has the file open: slower, not wrong
        _say("PRAGMA journal_mode = DELETE")
    try:
        yield
    finally:
        connection.close()  # the next one is opened as the settings say


@contextmanager
def without_indexes(tables: Sequence[type[models.Model]]) -> Iterator[None]:
    """Indexes that hold no rule are built once at the end, inside the caller's transaction: a break leaves them as they were."""
    names = [each._meta.db_table for each in tables]
    places = ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        cursor.execute(
            f"{_INDEXES[connection.vendor]} AND {_TABLE[connection.vendor]} IN ({places})", ["CREATE UNIQUE%", *names]
        )
        found = cursor.fetchall()
        for name, _definition in found:
            cursor.execute(f"DROP INDEX {_quoted(name)}")
        yield
        for _name, definition in found:
            cursor.execute(definition)


# Without those of constraints, and without unique ones: the database shall refuse what it refuses at any other time.
_INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT LIKE %s",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE indexdef NOT LIKE %s",
}
_TABLE = {"sqlite": "tbl_name", "postgresql": "tablename"}


def check() -> None:
    """PostgreSQL looks at foreign keys now, of those rows that it has not looked at: else all of them would wait in its memory."""
    if connection.vendor == "postgresql":
        connection.check_constraints()


def set_sequences(tables: Sequence[type[models.Model]]) -> None:
    """The next row that the application stores gets a free key."""
    for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
        _say(statement)


def analyse() -> None:
    """Outside a transaction. The planner has to know how many there are now (search.md, traps)."""
    _say("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _say(statement: str, values: Sequence[Any] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))


def _list(names: Sequence[str]) -> str:
    return ", ".join(map(_quoted, names))
