"""Synthetic people: `python bench/populate.py [profiles]`. Budget on SQLite: 1,000,000 in 120 s, 20,000 a second stored, 500 MB of memory.

The command as it stands, into an empty house with the real postcodes and the real catalogue. Said are the time on the clock and that
of the processor: where others work on the same machine only the second one means something, and the budget is one of the first.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
PROFILES = 1_000_000
SECONDS, RATE, MEGABYTES = 120, 20_000, 500


def main(folder: str, profiles: int) -> int:
    os.environ |= {"HANDSCHLAG_MODE": "test", "HANDSCHLAG_DATA": folder}
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/populate.sqlite3")
    for command in ("migrate", "load_places", "load_catalogue"):
        manage(command, "--verbosity=0")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    said = manage("populate", f"--profiles={profiles}")
    took = time.perf_counter() - begin
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    megabytes = used.ru_maxrss / 1024
    print(said.strip())
    print(f"The whole command: {took:.1f} s, {profiles / took:,.0f} a second; {processor:.1f} s of the processor")
    print(f"Memory: {megabytes:.0f} MB at most")
    if "sqlite" not in os.environ["DATABASE_URL"]:
        print("There is no budget for this database.")
        return 0
    stored = float(said.split("Stored in ")[1].split(" s")[0])
    slow = took > SECONDS * profiles / PROFILES or profiles / stored < RATE
    return int(megabytes > MEGABYTES or (profiles >= PROFILES and slow))


def manage(*words: str) -> str:
    return subprocess.run(
        [sys.executable, "manage.py", *words], cwd=HOUSE, check=True, capture_output=True, text=True
    ).stdout


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(main(folder, *map(int, sys.argv[1:2] or [PROFILES])))
