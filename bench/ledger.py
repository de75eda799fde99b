"""A ledger of 1,000,000 lines, read as `verify_ledger` reads it: `python bench/ledger.py`. Budget: 60 s for everything, and no more
memory for ten times as many lines.

The lines are what life writes, four about each reference: issued, released, hidden, released. The chain alone is measured first;
the command also checks every reference, 250,000 signatures here, with as many processes as there are processors.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from references.models import LedgerEntry, Reference

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parent.parent))
KINDS = ("issued", "released", "hidden", "released")
FEW, MANY = 100_000, 1_000_000
BUDGET = 60
MORE_MEMORY = 1.2
CHUNK = 2000


def main() -> int:
    """Builds and checks in processes of their own, so that nothing of the one is counted for the other."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "HANDSCHLAG_MODE": "test", "DJANGO_SETTINGS_MODULE": "network.settings"}
        environment["DATABASE_URL"] = f"sqlite:///{folder}/ledger.sqlite3"
        run = [sys.executable, str(HERE.parent.parent / "manage.py")]
        subprocess.run([*run, "migrate", "-v0"], env=environment, check=True)
        found = []
        for more, lines in ((FEW, FEW), (MANY - FEW, MANY)):
            subprocess.run([sys.executable, str(HERE), "build", str(more)], env=environment, check=True)
            seconds, megabytes = measured([sys.executable, str(HERE), "chain"], environment)
            print(f"{lines:,} lines: {seconds:.1f} s, {megabytes:.0f} MB", flush=True)
            found.append((seconds, megabytes))
        whole, most = measured([*run, "verify_ledger"], environment)
        print(f"verify_ledger with {MANY // len(KINDS):,} references: {whole:.1f} s, {most:.0f} MB")
        (_, little), (_, much) = found
        print(
            f"budget: {BUDGET} s, and {MORE_MEMORY} times the memory of {FEW:,} for the chain; it was {much / little:.2f} times"
        )
        return 0 if whole <= BUDGET and much <= MORE_MEMORY * little else 1


def measured(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds and the most memory at one time, in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit("it found something")
    return time.perf_counter() - start, used.ru_maxrss / 1024


def chain() -> None:
    """The walk alone, which raises where a line is not as it was written."""
    import django

    django.setup()
    from references import chain

    deque(chain.walk(), maxlen=0)


def build(lines: int) -> None:
    """So many further lines in bulk, with true hashes and signatures."""
    import django

    django.setup()
    from references import chain
    from references.models import LedgerEntry, LedgerHead, Reference

    head = chain.stored_head()
    number, previous = head.seq, head.hash
    signed = references(head.seq // len(KINDS), lines // len(KINDS))
    while some := list(islice(signed, CHUNK)):
        Reference.objects.bulk_create(some)
        entries = []
        for each in some:
            for kind, at in zip(KINDS, moments(each.issued_at), strict=True):
                number += 1
                entries.append(line(number, at, kind, each, previous))
                previous = entries[-1].hash
        LedgerEntry.objects.bulk_create(entries)
    LedgerHead.objects.update_or_create(pk=1, defaults={"seq": number, "hash": previous})


def moments(issued: datetime) -> list[datetime]:
    return [issued + timedelta(hours=hours) for hours in range(len(KINDS))]


def line(seq: int, at: datetime, kind: str, about: "Reference", previous: str) -> "LedgerEntry":
    from references import ledger
    from references.models import LedgerEntry

    entry = LedgerEntry(
        seq=seq, at=at, kind=kind, subject=about.public_id, payload_hash=about.payload_hash, previous=previous
    )
    entry.hash = ledger.hash_of(seq, at, kind, about.public_id, about.payload_hash, previous)
    return entry


def references(first: int, count: int) -> Iterator["Reference"]:
    """Not stored yet. All say the same about one station of one worker, each with its own name, salt and signature."""
    from accounts.ids import public_id
    from references.canonical import digest
    from references.drafts import Draft
    from references.keys import b64, key_for, private_key
    from references.models import Reference
    from references.payload import Checked, build, new_salt
    from tests import factories

    place = factories.make_place("90762", "Fürth", 49.4772, 10.9893)
    firm = factories.make_employer(f"Firm {first}", place)
    worker = factories.make_user(f"worker{first}@example.org")
    profile = factories.make_profile(worker, factories.make_occupation("elektro", "Elektroniker/in"), place)
    station = factories.make_station(profile, firm, start=date(2013, 9, 1), end=date(2020, 6, 1))
    key = key_for(firm)
    private = private_key(key)
    draft = Draft(
        name="Monika Brandt", role="Meisterin", relation="superior", answer="yes", statements=["craft.a", "craft.b"]
    )
    draft.mark("start", station)
    for number in range(first, first + count):
        at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
        name, salt, checked = public_id(), new_salt(), Checked(how="code", at=at, own_domain=True)
        words = build(public_id=name, at=at, station=station, draft=draft, checked=checked, level=4, salt=salt)
        yield Reference(
            public_id=name, profile=profile, station=station, employer=firm, payload=words.decode(),
            payload_hash=digest(words), signature=b64(private.sign(words)), key=key, referee_name=draft.name,
            referee_salt=salt, level=4, issued_at=at, manage_hash=f"{number:064d}", shown=True, decided_at=moments(at)[-1],
        )  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1:2] == ["build"]:
        sys.exit(build(int(sys.argv[2])))
    sys.exit(chain() if sys.argv[1:2] == ["chain"] else main())
