"""What the search costs those who write: a confirmed station with all indexes, and the bare update of a table without them."""

import json
import time

from django.db import connection, transaction

from network.profiles.models import Profile

ROWS, TURNS = 5_000, 5
CHANGE = "SET last_confirmed = '2026-01-01', vouched_months = vouched_months + 1, vouched_by = vouched_by + 1"


def per_row(table: str, keys: str) -> float:
    """Microseconds a row of one statement, best of the turns, always taken back."""
    best = float("inf")
    for _turn in range(TURNS):
        with transaction.atomic(), connection.cursor() as cursor:
            begin = time.perf_counter()
            cursor.execute(f"UPDATE {table} {CHANGE} WHERE id IN ({keys})")
            best = min(best, time.perf_counter() - begin)
            transaction.set_rollback(True)
    return best / ROWS * 1_000_000


def main() -> None:
    step = max(1, Profile.objects.count() // ROWS)
    first = Profile.objects.order_by("pk").first()
    assert first is not None
    keys = ", ".join(str(first.pk + number * step) for number in range(ROWS))
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_bare")
        cursor.execute("CREATE TABLE bench_bare AS SELECT * FROM profiles_profile")
        cursor.execute("CREATE UNIQUE INDEX bench_bare_key ON bench_bare (id)")
        cursor.execute("ANALYZE bench_bare")
    told = {"confirm": per_row("profiles_profile", keys), "bare": per_row("bench_bare", keys)}
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE bench_bare")
    print(json.dumps(told))


if __name__ == "__main__":
    main()
