"""Ed25519 over the canonical bytes."""

from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from references.keys import b64, private_key, unb64
from references.models import SigningKey


def sign(payload: bytes, key: SigningKey) -> str:
    """The signature, base64url. Raises keys.SealBroken."""
    return b64(private_key(key).sign(payload))


def verify(payload: bytes, signature: str, key: SigningKey) -> bool:
    """Whether this key signed exactly these bytes. Needs the public half only."""
    try:
        _public_half(key.public_key).verify(unb64(signature), payload)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=1024)
def _public_half(text: str) -> Ed25519PublicKey:
    """Kept, as a firm's key is asked for again with each of its references. Raises ValueError."""
    return Ed25519PublicKey.from_public_bytes(unb64(text))
