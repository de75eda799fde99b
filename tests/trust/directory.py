"""A directory of domains on this machine, in the place of one on the network: what it was asked, and what it answers."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


@contextmanager
def directory() -> Iterator[Any]:
    """`.asked`: paths, `.answers`: status, body and place to go on to, by path; 404 for all others."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.server.asked.append(self.path)
            status, body, on = self.server.answers.get(self.path, (404, b"", ""))
            self.send_response(status)
            if on:
                self.send_header("Location", on)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *said: object) -> None:
            """Quiet."""

    server: Any = HTTPServer(("127.0.0.1", 0), Handler)
    server.asked, server.answers = [], {}
    server.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def registered_on(day: date) -> tuple[int, bytes, str]:
    events = [
        {"eventAction": "last changed", "eventDate": "2026-11-01T00:00:00Z"},
        {"eventAction": "registration", "eventDate": f"{day}T09:15:00Z"},
    ]
    return 200, json.dumps({"objectClassName": "domain", "events": events}).encode(), ""
