"""The end of the chain, signed once a day and shown to everybody. Whoever keeps one can prove later that history was not rewritten."""

import json
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts import mail
from references.canonical import canonical
from references.chain import Head, stored_head
from references.keys import key_for
from references.ledger import stamp
from references.models import SignedHead, SigningKey
from references.signing import sign, verify

FORMAT, VERSION = "handschlag-ledger-head", 1
ALGORITHM = "Ed25519 over the UTF-8 bytes of payload (RFC 8785), base64url"


class NoHead(ValueError):
    """What was kept cannot be read as a head, or was not signed by this house."""


def publish() -> SignedHead:
    """Today's head, made at the first call of the day; the operator gets it by mail when there are new lines.

    Raises keys.SealBroken.
    """
    now = timezone.now()
    today = now.astimezone(UTC).date()
    if there := SignedHead.objects.filter(day=today).first():
        return there
    before = SignedHead.objects.first()
    try:
        with transaction.atomic():
            made = _make(now)
            if before is None or before.seq != made.seq:
                _tell(made)
    except IntegrityError:  # somebody else was faster
        return SignedHead.objects.get(day=today)
    return made


def daily() -> int:
    """For the daily run; deletes nothing."""
    publish()
    return 0


def _make(now: datetime) -> SignedHead:
    key, head = key_for(None), stored_head()
    said = {
        "format": FORMAT,
        "version": VERSION,
        "house": settings.PUBLIC_URL,
        "at": stamp(now),
        "seq": head.seq,
        "hash": head.hash,
    }
    payload = canonical(said)
    return SignedHead.objects.create(
        day=now.astimezone(UTC).date(),
        seq=head.seq,
        payload=payload.decode(),
        signature=sign(payload, key),
        kid=key.kid,
    )


def _tell(head: SignedHead) -> None:
    if not settings.OPERATOR["mail"]:
        return
    context = {"head": as_text(head), "said": json.loads(head.payload), "address": mail.link("/ledger/head.json")}
    mail.send("references/emails/head", to=settings.OPERATOR["mail"], context=context, language=settings.LANGUAGE_CODE)


def as_text(head: SignedHead) -> str:
    """ "293:9f86d0...": short enough for a notebook, and what `verify_ledger --since` takes."""
    return f"{head.seq}:{json.loads(head.payload)['hash']}"


def as_json(head: SignedHead, key: SigningKey) -> dict[str, Any]:
    """All that is needed to check it elsewhere."""
    return {
        "payload": head.payload,
        "signature": head.signature,
        "algorithm": ALGORITHM,
        "key": head.kid,
        "public_key": key.public_key,
    }


def kept(text: str) -> Head:
    """What somebody kept, "293:9f86d0..." or the JSON of /ledger/head.json. Raises NoHead.

    The signature of the JSON is checked with the key of that name stored here, not with the one it brings along.
    """
    if text.lstrip().startswith("{"):
        return _from_json(text)
    number, _, hash_ = text.strip().partition(":")
    if not (number.isdecimal() and len(hash_) == 64):
        raise NoHead('A head looks like "293:9f86d0..." or is the JSON of /ledger/head.json.')
    return Head(int(number), hash_)


def _from_json(text: str) -> Head:
    try:
        shown = json.loads(text)
        payload, said = shown["payload"], json.loads(shown["payload"])
        head = Head(int(said["seq"]), str(said["hash"]))
        key = SigningKey.objects.filter(kid=shown["key"], employer=None).first()
        true = key is not None and verify(payload.encode(), shown["signature"], key)
    except (ValueError, TypeError, KeyError, AttributeError) as problem:
        raise NoHead("The file is not a head as /ledger/head.json shows it.") from problem
    if not true or said.get("format") != FORMAT:
        raise NoHead("This head was not signed by this house.")
    return head
