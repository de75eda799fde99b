"""A signed part of an address that opens what one share link names: a photo of a sample, the check page of a reference.

The secret of the link itself never stands there. A pass holds for one item, and no longer than its link.
"""

from django.core.signing import BadSignature, Signer

NAME = "with"  # the parameter of the address
MOST = 120  # characters; what is longer was not made here
_signer = Signer(salt="network.profiles.passes")


def make(share: int, key: str) -> str:
    return _signer.sign(f"{share}:{key}")


def read(text: str, key: str) -> int | None:
    """Which share link gave the pass, if it was given for this item. Whether the link is alive is asked by the caller."""
    if len(text) > MOST:
        return None
    try:
        share, _colon, named = _signer.unsign(text).partition(":")
    except BadSignature:
        return None
    return int(share) if named == key and share.isdecimal() else None
