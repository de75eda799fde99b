"""Signing keys and their custody: one active Ed25519 key per employer, one of the house for employers that are not registered.

Private halves are sealed with AES-256-GCM under a key-encryption key (KEK) from the environment. The name of the signing key is
authenticated along with it, so a sealed half copied into another employer's row does not open. settings.KEKS is
"id:base64,id:base64": the first seals, all open. Whoever has the database and the environment can sign as every employer.
"""

import base64
import secrets
from collections import Counter

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.ids import public_id
from accounts.keks import parse
from accounts.trouble import OperatorNeeded
from network.employers.models import Employer
from references.models import SigningKey

SCHEME = "v1"
NONCE = 12


class SealBroken(OperatorNeeded):
    """The sealed half was changed, moved to another row, or its KEK is gone. The text names key and KEK."""


def key_for(employer: Employer | None) -> SigningKey:
    """The active key of this employer (None: of the house), made at first need. Two at once end up with the same one."""
    active = SigningKey.objects.filter(employer=employer, retired_at=None)
    found = active.first()
    if found:
        return found
    try:
        with transaction.atomic():
            return _make(employer)
    except IntegrityError:
        return active.get()


def rotate(employer: Employer | None) -> SigningKey:
    """Retire the active key and make a new one. The old private half is deleted: checking needs the public one only."""
    try:
        return _renewed(employer)
    except (
        IntegrityError
    ):  # somebody made the first key between the two statements; now it is there, and can be retired
        return _renewed(employer)


def reseal() -> int:
    """Seal every private half again with the first KEK, so that an old KEK can be thrown away. How many were resealed."""
    newest, resealed = next(iter(keks())), 0
    with transaction.atomic():
        for key in SigningKey.objects.select_for_update().exclude(sealed=""):
            if key.sealed.split(".")[1] != newest:
                key.sealed = seal(unseal(key.sealed, key.kid), key.kid)
                key.save(update_fields=["sealed"])
                resealed += 1
    return resealed


def private_key(key: SigningKey) -> Ed25519PrivateKey:
    """Raises SealBroken, also for a retired key, whose private half is gone."""
    return Ed25519PrivateKey.from_private_bytes(unseal(key.sealed, key.kid))


def seal(private: bytes, kid: str) -> str:
    name, secret = next(iter(keks().items()))
    nonce = secrets.token_bytes(NONCE)
    return f"{SCHEME}.{name}.{b64(nonce + AESGCM(secret).encrypt(nonce, private, kid.encode()))}"


def unseal(sealed: str, kid: str) -> bytes:
    """The private half, 32 bytes. Raises SealBroken."""
    try:
        scheme, name, blob = sealed.split(".")
        if scheme != SCHEME:
            raise SealBroken(f"{kid}: sealed in an unknown way")
        data, kek = unb64(blob), keks().get(name)
        if kek is None:
            raise SealBroken(f"{kid}: sealed with {name}, and HANDSCHLAG_KEKS does not hold {name} any more")
        return AESGCM(kek).decrypt(data[:NONCE], data[NONCE:], kid.encode())
    except (ValueError, InvalidTag) as problem:
        raise SealBroken(f"{kid} cannot be opened: retired, changed, or the key-encryption key is another") from problem


def without_kek() -> dict[str, int]:
    """Names of key-encryption keys that seal something and are not in HANDSCHLAG_KEKS, with how many signing keys wait for each."""
    sealed = SigningKey.objects.exclude(sealed="").values_list("sealed", flat=True).iterator()
    missing = Counter(each.split(".")[1] for each in sealed if each.count(".") > 1)
    return {name: count for name, count in missing.items() if name not in keks()}


def keks() -> dict[str, bytes]:
    """settings.KEKS as id -> 32 bytes, in their order. Raises ImproperlyConfigured."""
    return parse(settings.KEKS)


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    """Only the one spelling b64() writes: other padding or spare bits would give one signature several faces. Raises ValueError."""
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if b64(data) != text:
        raise ValueError("not base64url")
    return data


@transaction.atomic
def _renewed(employer: Employer | None) -> SigningKey:
    SigningKey.objects.filter(employer=employer, retired_at=None).update(retired_at=timezone.now(), sealed="")
    return _make(employer)


def _make(employer: Employer | None) -> SigningKey:
    private, now = Ed25519PrivateKey.generate(), timezone.now()
    kid = f"key-{now:%Y-%m}-{public_id()}"
    return SigningKey.objects.create(
        kid=kid,
        employer=employer,
        public_key=b64(private.public_key().public_bytes_raw()),
        sealed=seal(private.private_bytes_raw(), kid),
        created_at=now,
    )
