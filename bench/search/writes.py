"""What the search costs those who write: a confirmed station with all indexes, and the bare update of a table that has its key alone.

Row by row, as people confirm: one statement for many rows would let SQLite write a journal of its own for each page, and more of them
than a cache holds. Always taken back, so a commit is not in it.
"""

import json
import time

from django.db import connection, transaction

from network.profiles.models import Profile

ROWS, TURNS = 500, 9
# What refresh() stores: the numbers, the day, and since when the page is in other lists.
CHANGE = (
    "SET last_confirmed = '2026-01-01', vouched_months = vouched_months + 1, vouched_by = vouched_by + 1, "
    "moved_at = '2026-11-27 10:00:00+00:00'"
)


def per_row(table: str, keys: list[int]) -> float:
    """Microseconds of one update, best of the turns."""
    best = float("inf")
    for _turn in range(TURNS):
        with transaction.atomic(), connection.cursor() as cursor:
            begin = time.perf_counter()
            for key in keys:
                cursor.execute(f"UPDATE {table} {CHANGE} WHERE id = %s", [key])
            best = min(best, time.perf_counter() - begin)
            transaction.set_rollback(True)
    return best / len(keys) * 1_000_000


def declare() -> None:
    """The same columns and rules, without an index but that of the key."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_bare")
        if connection.vendor == "postgresql":
            cursor.execute("CREATE TABLE bench_bare (LIKE profiles_profile INCLUDING CONSTRAINTS, PRIMARY KEY (id))")
        else:
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'profiles_profile'")
            cursor.execute(cursor.fetchone()[0].replace('"profiles_profile"', "bench_bare", 1))
        cursor.execute("INSERT INTO bench_bare SELECT * FROM profiles_profile")


def main() -> None:
    first, step = Profile.objects.order_by("pk")[:1].get().pk, max(1, Profile.objects.count() // ROWS)
    keys = [first + number * step for number in range(ROWS)]
    declare()
    told = {"confirm": per_row("profiles_profile", keys), "bare": per_row("bench_bare", keys)}
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE bench_bare")
    print(json.dumps(told))


if __name__ == "__main__":
    main()
