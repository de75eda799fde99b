"""Requests a second of a real server, two workers and eight clients: the search and the constant page, by turns."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

from django.conf import settings

from bench.search import pages

WORKERS, CLIENTS, SECONDS, TURNS = 2, 8, 4, 3


@contextmanager
def serving() -> Iterator[str]:
    """gunicorn as in production: two processes, the database opened in each."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--workers",
        str(WORKERS),
        "--bind",
        f"127.0.0.1:{port}",
        "bench.search.server:application()",
    ]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        for _number in range(100):
            try:
                with socket.create_connection(("127.0.0.1", port)):
                    break
            except OSError:
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def application() -> object:
    """What gunicorn serves."""
    made = pages.house()
    pages.keep(os.environ["BENCH_SESSION"])
    return made


def rate(address: str, cookie: str) -> float:
    """Requests a second by wrk."""
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{SECONDS}s", "-H", f"Cookie: {cookie}", address]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said:
        raise RuntimeError(said)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])  # type: ignore[index]


def main() -> None:
    pages.house()
    session = os.environ["BENCH_SESSION"] = pages.recruiter()
    cookie = f"{settings.SESSION_COOKIE_NAME}={session}"
    address = pages.keep(session)["q1"]
    best: dict[str, float] = {}
    with serving() as base:
        for each in (address, "/constant/q1/"):
            with urlopen(Request(base + each, headers={"Cookie": cookie})) as answer:
                assert b"</html>" in answer.read()
        for _turn in range(TURNS):
            for name, each in (("search", address), ("constant", "/constant/q1/")):
                best[name] = max(best.get(name, 0), rate(base + each, cookie))
    print(json.dumps(best))


if __name__ == "__main__":
    main()
