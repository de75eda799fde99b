"""Short texts to a phone, by whatever gateway the operator has: one HTTP POST for each. docs/operating.md lists the settings.

Without a gateway nobody is offered a code by phone. In demo and tests the texts lie with the sent mail.
"""

import base64
import json
import logging
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import SplitResult, unquote, urlencode, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

log = logging.getLogger("handschlag.sms")
OUTBOX = "outbox:"
TIMEOUT = 10  # seconds


def _set(name: str) -> Any:
    return settings.SMS[name]


def is_there() -> bool:
    """Whether codes can be sent to phones at all."""
    return bool(settings.SMS)


def reaches(number: str) -> bool:
    """`number` is E.164. Only countries that the operator pays for: numbers elsewhere are a way to run up a bill."""
    return is_there() and number.startswith(tuple(f"+{each}" for each in _set("countries")))


def send(number: str, text: str) -> None:
    """After commit. A gateway that does not answer must not break what has been stored: it is logged, the pages offer to send again."""
    deliver = _to_outbox if _set("url") == OUTBOX else _to_gateway
    transaction.on_commit(lambda: deliver(number, text))


def _to_outbox(number: str, text: str) -> None:
    EmailMessage("SMS", text, settings.DEFAULT_FROM_EMAIL, [f"{number}@sms.invalid"]).send()


def _to_gateway(number: str, text: str) -> None:
    where = urlsplit(_set("url"))
    connection = (HTTPSConnection if where.scheme == "https" else HTTPConnection)(
        where.hostname or "", where.port, timeout=TIMEOUT
    )
    try:
        path = f"{where.path or '/'}?{where.query}" if where.query else where.path or "/"
        connection.request("POST", path, _body(number, text), _headers(where))
        status = connection.getresponse().status
        if not 200 <= status < 300:
            log.error("a text message was refused by the gateway: %s", status)
    except (OSError, HTTPException) as trouble:  # its text may hold the number, so only its kind is logged
        log.error("a text message could not be handed over: %s", type(trouble).__name__)
    finally:
        connection.close()


def _body(number: str, text: str) -> str:
    said = dict(zip(_set("fields"), (number, text, _set("sender")), strict=True))
    return json.dumps(said) if _set("format") == "json" else urlencode(said)


def _headers(where: SplitResult) -> dict[str, str]:
    kind = "application/json" if _set("format") == "json" else "application/x-www-form-urlencoded"
    headers = {"Content-Type": kind}
    if where.username:
        proof = f"{unquote(where.username)}:{unquote(where.password or '')}".encode()
        headers["Authorization"] = f"Basic {base64.b64encode(proof).decode()}"
    if _set("header"):
        headers |= dict([_set("header")])
    return headers
