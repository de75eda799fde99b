"""Since when a domain is registered, asked of a directory by RDAP (RFC 9082, RFC 9083). Off unless the operator names one.

Only the domain below which names are given out leaves the house, never a mailbox. Whatever goes wrong means: not known. Many
registries, that of .de among them, tell no day of registration; then it is not known either.
"""

import json
import logging
import secrets
from datetime import date, datetime
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import SplitResult, urljoin, urlsplit

from django.conf import settings
from django.core.cache import cache

from accounts.mailbox import is_freemail
from network.employers.domains import PUBLIC_SUFFIXES

log = logging.getLogger("handschlag.rdap")
TIMEOUT = 5  # seconds, for each answer
HOPS = 3  # a directory sends on to the registry
LARGEST = 200_000  # bytes
ASIDE = 600  # seconds that a domain waits for its look; the row of the task keeps only a random key


def own_part(domain: str) -> str:
    """ "mail.brandt-elektro.de" -> "brandt-elektro.de". "" for what is nobody's own: free mailboxes, public ends, no domain at all."""
    labels = domain.strip(".").split(".")
    length = 3 if ".".join(labels[-2:]) in PUBLIC_SUFFIXES else 2
    own = ".".join(labels[-length:])
    is_own = (
        len(labels) >= length and all(labels) and own.isascii() and not is_freemail(domain) and not is_freemail(own)
    )
    return own if is_own else ""


def put_aside(domain: str) -> str:
    """A key for the task in the background, or "" where there is nothing to ask or nobody to be asked."""
    own = own_part(domain) if settings.RDAP_URL else ""
    if not own:
        return ""
    key = secrets.token_hex(16)
    cache.set(_place(key), own, ASIDE)
    return key


def taken_up(key: str) -> str:
    """The domain, once. "" where it has waited too long."""
    domain = cache.get(_place(key), "") if key else ""
    cache.delete(_place(key))
    return str(domain)


def since(domain: str) -> date | None:
    """None: not known, for whatever reason."""
    if not settings.RDAP_URL or not domain:
        return None
    try:
        return _registered(_answer(f"{settings.RDAP_URL}/domain/{domain}"))
    except (OSError, HTTPException, ValueError) as trouble:  # its text may hold the domain, so only its kind is logged
        log.warning("the age of a domain is not known: %s", type(trouble).__name__)
        return None


def _answer(url: str) -> object:
    """Raises OSError, HTTPException, ValueError."""
    for _hop in range(HOPS + 1):
        where = urlsplit(url)
        connection = _connection(where)
        try:
            path = f"{where.path}?{where.query}" if where.query else where.path
            connection.request("GET", path, headers={"Accept": "application/rdap+json", "User-Agent": "Handschlag"})
            answer = connection.getresponse()
            if 300 <= answer.status < 400:
                url = urljoin(url, answer.getheader("Location", ""))
                continue
            if answer.status != 200:
                raise ValueError("no answer")
            return json.loads(answer.read(LARGEST))
        finally:
            connection.close()
    raise ValueError("sent on too often")


def _connection(where: SplitResult) -> HTTPConnection:
    """Encrypted, but for a directory on this machine, which the operator has named."""
    if where.scheme == "https" and where.hostname:
        return HTTPSConnection(where.hostname, where.port, timeout=TIMEOUT)
    if where.netloc and where.netloc == urlsplit(settings.RDAP_URL).netloc:
        return HTTPConnection(where.hostname or "", where.port, timeout=TIMEOUT)
    raise ValueError("not encrypted")


def _registered(answer: object) -> date | None:
    """The event "registration" of RFC 9083, section 10.2.3. Raises ValueError for a day that is none."""
    events = answer.get("events") if isinstance(answer, dict) else None
    for event in events if isinstance(events, list) else []:
        if isinstance(event, dict) and event.get("eventAction") == "registration":
            return datetime.fromisoformat(str(event.get("eventDate", "")).replace("Z", "+00:00")).date()
    return None


def _place(key: str) -> str:
    return f"registered:{key}"
