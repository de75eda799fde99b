"""Key-encryption keys as the operator writes them. Read in one place: what the start lets through, sealing can use."""

import base64
import binascii

from django.core.exceptions import ImproperlyConfigured

URLSAFE = str.maketrans("-_", "+/")


def parse(text: str) -> dict[str, bytes]:
    """ "id:base64,id:base64" -> id to 32 bytes, in their order: the first one seals, all open.

    Raises ImproperlyConfigured, and never says what was in it.
    """
    found: dict[str, bytes] = {}
    for part in text.split(","):
        name, _colon, encoded = part.strip().partition(":")
        try:
            found[name] = base64.b64decode(encoded.translate(URLSAFE), validate=True)
        except binascii.Error:
            found[name] = b""
        if not name.isalnum() or len(found[name]) != 32:
            raise ImproperlyConfigured(
                "HANDSCHLAG_KEKS must be id:base64,id:base64 with 32 bytes each, ids of letters and digits, "
                "see docs/operating.md"
            )
    return found
