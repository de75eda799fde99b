"""The search at 10,000 and 1,000,000 people, beside PostGIS and beside arrays in memory: `python bench/search [--profiles N] [--turns N]`.

Fills two SQLite files and two databases of the PostgreSQL in DATABASE_URL, kept in the folder of --keep for the next run. Every engine
is asked the same questions and must give the same answers before its time counts. Ends with 1 when a limit is broken.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bench.search import report  # noqa: E402

SMALL, SEED = 10_000, 5
NUMPY = ROOT / "bench/search/requirements.txt"


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--profiles", type=int, default=1_000_000)
    asked.add_argument("--rounds", type=int, default=200, help="of each question")
    asked.add_argument("--turns", type=int, default=1, help="the whole measurement so often, one after the other")
    asked.add_argument(
        "--postgres", default=os.environ.get("DATABASE_URL", ""), help="postgres://... of a server to fill"
    )
    asked.add_argument("--keep", type=Path, help="folder for the databases; without it they are thrown away")
    asked.add_argument("--results", type=Path, help="also write the table to this file")
    given = asked.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    _need()
    try:
        bases = {
            size: {
                "sqlite": f"sqlite:///{folder.resolve()}/{size}.sqlite3",
                "postgres": _database(given.postgres, size),
            }
            for size in (SMALL, given.profiles)
        }
        for each in bases.values():
            for url in filter(None, each.values()):
                _fill(url, next(size for size, those in bases.items() if those is each))
        told = [_measure(bases, given.profiles, given.rounds) for _turn in range(given.turns)]
    finally:
        if not given.keep:
            shutil.rmtree(folder)
    words, broken = report.table(told, given.profiles)
    print(words)
    if given.results:
        given.results.write_text(words)
    return 1 if broken else 0


def _measure(bases: dict[int, dict[str, str]], big: int, rounds: int) -> dict[str, Any]:
    """Everything once. Ours first: it tells the questions to the others."""
    told: dict[str, Any] = {"small": {}, "big": {}}
    for size, key in ((SMALL, "small"), (big, "big")):
        for engine, url in bases[size].items():
            told[key][engine] = _run("ours", rounds, url=url) if url else None
    plain = json.dumps(told["big"]["sqlite"]["plain"])
    url = bases[big]["sqlite"]
    told["memory"] = _run("memory", url.removeprefix("sqlite:///"), rounds, said=plain)
    if bases[big]["postgres"]:
        told["postgis"] = _run("postgis", bases[big]["postgres"], max(20, rounds // 5), said=plain)
    told["pages"] = {engine: _run("pages", rounds // 2, url=base) for engine, base in bases[big].items() if base}
    told["server"] = _run("server", url=url)
    told["writes"] = {engine: _run("writes", url=base) for engine, base in bases[big].items() if base}
    return told


def _run(module: str, *arguments: Any, url: str = "", said: str = "") -> Any:
    """A process of its own for each engine and database. What it prints last is JSON."""
    environment = os.environ | ({"DATABASE_URL": url} if url else {}) | {"HANDSCHLAG_MODE": "demo"}
    command = [sys.executable, "-m", f"bench.search.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, env=environment, input=said, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def _fill(url: str, size: int) -> None:
    """Unless it was filled before."""
    environment = os.environ | {"DATABASE_URL": url, "HANDSCHLAG_MODE": "demo"}
    manage = [sys.executable, "manage.py"]
    count = "from network.profiles.models import Profile; print(Profile.objects.count())"
    subprocess.run([*manage, "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
    there = subprocess.run(
        [*manage, "shell", "-v0", "-c", count], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    if int(there.stdout.split()[-1]) < size:
        subprocess.run(
            [*manage, "populate", "--profiles", str(size), "--seed", str(SEED)], cwd=ROOT, env=environment, check=True
        )


def _database(server: str, size: int) -> str:
    """A database of that server, made if it is missing; without a server no PostgreSQL is measured."""
    if not server:
        return ""
    import psycopg
    from psycopg import errors

    name = f"handschlag_bench_{size}"
    with psycopg.connect(server, autocommit=True) as base, suppress(errors.DuplicateDatabase):
        base.execute(f"CREATE DATABASE {name}")
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def _need() -> None:
    """numpy for the limit, wrk for the clients, PostGIS for the other side. The last two come from Debian."""
    if subprocess.run([sys.executable, "-c", "import numpy"], check=False, stderr=subprocess.DEVNULL).returncode:
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--require-hashes", "-r", str(NUMPY)], check=True)
    packages = [] if shutil.which("wrk") else ["wrk"]
    packages += (
        [] if list(Path("/usr/share/postgresql").glob("*/extension/postgis.control")) else ["postgresql-postgis"]
    )
    if packages:
        subprocess.run(["apt-get", "install", "-y", "-qq", *packages], check=True)


if __name__ == "__main__":
    sys.exit(main())
