"""The shipped nginx configuration in front of gunicorn: slow clients hold connections at the proxy, never workers behind it."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not here")]


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def get(port: int, path: str) -> bytes:
    """One whole request; a server that does not answer within 5 s fails the test."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as s:
        s.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        return s.recv(4096)


def shipped_configuration(folder: Path, port: int, behind: int) -> Path:
    text = (ROOT / "deploy/nginx.conf").read_text()
    text = text[: text.rindex("server {")]  # without the redirect from port 80
    text = text.replace("listen 443 ssl http2", f"listen 127.0.0.1:{port}").replace(
        "127.0.0.1:8000", f"127.0.0.1:{behind}"
    )
    text = re.sub(r"\n\s*ssl_\w+ [^;]+;", "", text).replace("/var/log/nginx/", f"{folder}/")
    whole = f"pid {folder}/pid; error_log {folder}/error.log; events {{ worker_connections 1024; }}\nhttp {{\n"
    for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"):
        whole += f"{kind}_temp_path {folder}/{kind};\n"
    file = folder / "nginx.conf"
    file.write_text(f"{whole}{text}\n}}\n")
    return file


@pytest.fixture
def front(tmp_path):
    port, behind = free_port(), free_port()
    environment = {**os.environ, "HANDSCHLAG_MODE": "demo", "HANDSCHLAG_DATA": str(tmp_path / "data")}
    gunicorn = [
        sys.executable,
        "-m",
        "gunicorn",
        "network.wsgi",
        "-b",
        f"127.0.0.1:{behind}",
        "-w",
        "2",
        "--threads",
        "2",
    ]
    server = subprocess.Popen(gunicorn, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    file = shipped_configuration(tmp_path, port, behind)
    proxy = subprocess.Popen(["nginx", "-c", str(file), "-g", "daemon off;"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                if get(port, "/healthz").startswith(b"HTTP/1.1 200"):
                    break
            except OSError:
                pass
            time.sleep(0.2)
        yield port
    finally:
        for process in (proxy, server):
            process.terminate()
            process.wait(20)


def test_slow_clients_do_not_stop_the_others(front):
    half = []
    for number in range(120):
        s = socket.create_connection(("127.0.0.1", front), timeout=5)
        body = b"POST /account/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n" + b"x" * 99
        s.sendall(body if number % 2 else b"GET / HTTP/1.1\r\nHost: loc")
        half.append(s)
    for _ in range(10):
        assert get(front, "/healthz").startswith(b"HTTP/1.1 200")
    for s in half:
        s.close()


@pytest.fixture
def alone(tmp_path):
    """The proxy, and nothing behind it."""
    port = free_port()
    file = shipped_configuration(tmp_path, port, free_port())
    proxy = subprocess.Popen(["nginx", "-c", str(file), "-g", "daemon off;"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(50):
            with suppress(OSError):
                get(port, "/healthz")
                break
            time.sleep(0.1)
        yield port
    finally:
        proxy.terminate()
        proxy.wait(20)


def test_programs_read_a_problem_while_nothing_answers(alone):
    head, _, body = get(alone, "/api/v1/search?postcode=90762").decode().partition("\r\n\r\n")
    assert head.startswith("HTTP/1.1 503")
    for line in ("Content-Type: application/problem+json", "Retry-After: 30", "Cache-Control: no-store"):
        assert line in head
    assert (json.loads(body)["status"], json.loads(body)["type"]) == (503, "https://localhost/api/#busy")
    assert get(alone, "/").startswith(b"HTTP/1.1 502"), "people read the page of the proxy"


def test_configuration_keeps_secrets_out_of_the_log():
    text = (ROOT / "deploy/nginx.conf").read_text()
    log = text[text.index("log_format") : text.index("access_log")]
    assert "$request " not in log
    assert "$request_uri" not in log
    assert "$uri" not in log
