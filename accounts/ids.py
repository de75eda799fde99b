"""Random names for things that appear in addresses, and secrets for links."""

import hashlib
import secrets

ALPHABET = "bcdfghjkmnpqrstvwxyz23456789"  # no vowels, so no words; no l, 0, 1, so it can be read aloud


def public_id() -> str:
    """Ten characters, about 48 bits: names an object in an address without saying anything about it."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10))


def new_token() -> tuple[str, str]:
    """A secret for a link and the hash to store: (plain, hash). The plain one is never stored."""
    plain = secrets.token_urlsafe(24)
    return plain, hash_token(plain)


def hash_token(plain: str) -> str:
    """SHA-256 is enough: the token has 192 random bits (OWASP ASVS 5.0, 11.4.2 asks for slow hashes for passwords only)."""
    return hashlib.sha256(plain.encode()).hexdigest()
