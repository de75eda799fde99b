"""Many rows into a table, as fast as the database takes them: COPY on PostgreSQL, one prepared statement on SQLite."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models

from network.search.populating.lives import columns_of


def write(model: type[models.Model], rows: Sequence[tuple[Any, ...]]) -> None:
    """Inside the caller's transaction. Values as lives.stored() gives them."""
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in columns_of(model))
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:  # type: ignore[attr-defined]
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns_of(model)))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608 names of our own tables


def hurry() -> None:
    """For this connection: SQLite keeps what it changes in memory. Who pulls the plug meanwhile begins anew."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            for setting in ("synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY"):
                cursor.execute(f"PRAGMA {setting}")


@contextmanager
def without_indexes(tables: Sequence[type[models.Model]]) -> Iterator[None]:
    """Indexes that hold no rule are built once at the end, inside the caller's transaction: a break leaves them as they were."""
    names = [each._meta.db_table for each in tables]
    with connection.cursor() as cursor:
        places = ", ".join(["%s"] * len(names))
        cursor.execute(
            f"{_INDEXES[connection.vendor]} AND {_TABLE[connection.vendor]} IN ({places})", ["CREATE UNIQUE%", *names]
        )
        found = cursor.fetchall()
        for name, _definition in found:
            cursor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")
        yield
        if connection.vendor == "postgresql":
            connection.check_constraints()  # no index is made while foreign keys wait to be looked at
        for _name, definition in found:
            cursor.execute(definition)


# Without those of constraints, and without unique ones: the database shall refuse what it refuses at any other time.
_INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT LIKE %s",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE indexdef NOT LIKE %s",
}
_TABLE = {"sqlite": "tbl_name", "postgresql": "tablename"}


def set_sequences(tables: Sequence[type[models.Model]]) -> None:
    """The next row that the application stores gets a free key."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)


def analyse() -> None:
    """Outside a transaction. The planner has to know how many there are now (search.md, traps)."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
