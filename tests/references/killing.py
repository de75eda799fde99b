"""Eight writers of the ledger, killed with SIGKILL in mid-write: `python -m tests.references.killing FOLDER KILLS`, run by test_killing.

The house is loaded once, rehearses, and forks its writers while it has no connection. Each notes in a file what it has begun to
write and, after the commit, what is written. At the end the notes are compared with the chain and printed as JSON.
"""

import json
import os
import random
import select
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

if TYPE_CHECKING:
    from accounts.models import User

WRITERS = 8
PAUSE = 0.04  # seconds between two kills, at most
SOON = 0.005  # and between a line that was announced and its writer's end
HEARD, SAID = os.pipe()  # the number of each writer that begins to write a line


def worker_name(number: int) -> str:
    return f"killed{number}@example.org"


def main(folder: Path, kills: int) -> dict[str, object]:
    import django

    django.setup()
    from django.db import connections

    notes = [folder / f"writer-{number}" for number in range(WRITERS)]
    write(0, notes[0], turns=2)
    connections.close_all()
    writers = [fork(number, notes[number]) for number in range(WRITERS)]
    for left in range(kills, 0, -1):
        time.sleep(random.uniform(0, PAUSE))
        number = victim(aimed=left % 4 == 0) if left > WRITERS else left - 1
        os.kill(writers[number], signal.SIGKILL)
        _, status = os.waitpid(writers[number], 0)
        note(notes[number], "killed" if os.WIFSIGNALED(status) else "ended by itself")
        if left > WRITERS:
            writers[number] = fork(number, notes[number])
    return compare([each.read_text().splitlines() for each in notes])


def victim(*, aimed: bool) -> int:
    """Anybody; aimed: who has just said that a line is being written, some moment later."""
    if aimed and select.select([HEARD], [], [], 1)[0]:
        os.read(HEARD, 65536)  # what was said before now
        if select.select([HEARD], [], [], 1)[0]:
            number = os.read(HEARD, 1)[0]
            time.sleep(random.uniform(0, SOON))
            return number
    return random.randrange(WRITERS)


def fork(number: int, notes: Path) -> int:
    if pid := os.fork():
        return pid
    try:
        write(number, notes)
    finally:  # only an error ends it
        note(notes, f"failed {traceback.format_exc()!r}")
        os._exit(1)


def note(notes: Path, text: str) -> None:
    """One write of the system, which a kill does not undo."""
    with notes.open("ab", buffering=0) as file:
        file.write(f"{text}\n".encode())


def write(number: int, notes: Path, turns: int = sys.maxsize) -> None:
    """Through the doors that people use, but without mails."""
    from accounts import mail
    from accounts.models import User
    from references import ledger, rules

    append, lines = ledger.append, []

    def noted(**fields: object) -> object:
        lines.append(append(**fields))
        note(notes, f"writing {lines[-1].seq}")
        os.write(SAID, bytes([number]))
        return lines[-1]

    worker = User.objects.get(email=worker_name(number))
    with patch.object(ledger, "append", noted), patch.object(rules, "A_DAY", 10**6), patch.object(mail, "send"):
        for turn in range(turns):
            for _ in one_reference(worker, f"{os.getpid()}.{turn}@example.com", new_key=number == 0):
                note(notes, f"written {lines[-1].seq} {lines[-1].hash}")


def one_reference(worker: "User", mailbox: str, new_key: bool) -> Iterator[None]:
    """Asked for, signed, shown, hidden, withdrawn; stops after each line. With `new_key` its employer changes the key before."""
    from references import actions, keys
    from tests.references import helpers

    station = worker.profile.stations.get()
    if new_key:
        keys.rotate(station.employer)
    reference = helpers.sign(helpers.ask(worker, station, email=mailbox)).reference
    yield
    yield actions.release(by=worker, reference=reference)
    yield actions.hide(by=worker, reference=reference)
    yield actions.withdraw(by=None, reference=reference)


def compare(notes: list[list[str]]) -> dict[str, object]:
    """What writers noted as committed against what is there."""
    from references.audit import verify
    from references.models import LedgerEntry

    wait_for_the_killed()
    lines = dict(LedgerEntry.objects.values_list("seq", "hash"))
    words = [line.split() for each in notes for line in each]
    written = Counter((int(seq), hash_) for kind, seq, hash_ in (line for line in words if line[0] == "written"))
    pairs = [pair for each in notes for pair in pairwise(each)]
    problem = verify()
    return {
        "problem": problem and str(problem),
        "kills": sum(line == ["killed"] for line in words),
        "in_mid_write": sum(before.startswith("writing") and after == "killed" for before, after in pairs),
        "lost": [seq for seq, hash_ in written if lines.get(seq) != hash_],
        "doubled": [seq for (seq, _), times in written.items() if times > 1],
        "gaps": sorted(set(range(1, len(lines) + 1)) ^ lines.keys()),
        "lines": len(lines),
        "not_noted": len(lines) - len(written),
        "failed": [line for each in notes for line in each if line.startswith(("failed", "ended"))],
    }


def wait_for_the_killed() -> None:
    """PostgreSQL finishes a statement whose client is gone; SQLite did all its work in the process that was killed."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute(others)
            if cursor.fetchone()[0] == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("a writer that was killed still works in the database")


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
