import base64
from unittest.mock import patch

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, transaction

from references import keys
from references.keys import SealBroken, keks, key_for, private_key, reseal, rotate, seal, unseal
from references.models import SigningKey
from references.signing import sign, verify

OLD = "old:" + base64.b64encode(b"o" * 32).decode()
NEW = "new:" + base64.urlsafe_b64encode(b"\xff" * 32).decode()


def test_key_for_is_the_same_again(brandt, talheim):
    assert key_for(brandt) == key_for(brandt)
    assert len({key_for(brandt), key_for(talheim), key_for(None)}) == 3


def test_key_for_house_is_one(db):
    key_for(None)
    with pytest.raises(IntegrityError), transaction.atomic():
        SigningKey.objects.create(kid="second", employer=None, public_key="x", sealed="y")


def test_rotate_retires_what_was_made_at_this_moment(brandt):
    made, real = [], keys._make

    def make(employer):
        if not made:
            made.append(real(employer))  # by somebody else, after this one has looked
        return real(employer)

    with patch.object(keys, "_make", make):
        kept = rotate(brandt)
    assert SigningKey.objects.get(employer=brandt, retired_at=None) == kept


def test_sign_verifies_and_refuses_other_bytes_and_keys(brandt, talheim):
    key, other = key_for(brandt), key_for(talheim)
    signature = sign(b"words", key)
    assert verify(b"words", signature, key)
    assert not verify(b"wordz", signature, key)
    assert not verify(b"words", signature, other)
    assert not verify(b"words", signature[:-1] + ("A" if signature[-1] != "A" else "B"), key)
    assert not verify(b"words", "no base64 \x00", key)


def test_signature_has_one_spelling(brandt):
    key = key_for(brandt)
    signature = sign(b"words", key)
    assert not verify(b"words", signature + "=", key)
    assert not verify(b"words", signature + "\n", key)


def test_seal_moved_to_another_row_is_refused(brandt, talheim):
    mine, theirs = key_for(brandt), key_for(talheim)
    mine.sealed = theirs.sealed
    with pytest.raises(SealBroken):
        private_key(mine)


def test_seal_refuses_every_flipped_bit(db):
    sealed = seal(b"p" * 32, "kid")
    scheme, name, blob = sealed.split(".")
    data = base64.urlsafe_b64decode(blob + "=" * (-len(blob) % 4))
    for at in range(len(data)):
        flipped = bytearray(data)
        flipped[at] ^= 1
        broken = base64.urlsafe_b64encode(bytes(flipped)).rstrip(b"=").decode()
        with pytest.raises(SealBroken):
            unseal(f"{scheme}.{name}.{broken}", "kid")


def test_kek_rotation_opens_old_and_seals_new(brandt, settings):
    settings.KEKS = OLD
    key = key_for(brandt)
    signature = sign(b"words", key)
    settings.KEKS = f"{NEW},{OLD}"
    assert sign(b"words", key) == signature
    assert reseal() == 1
    assert reseal() == 0
    settings.KEKS = NEW
    key.refresh_from_db()
    assert key.sealed.startswith("v1.new.")
    assert sign(b"words", key) == signature


def test_kek_gone_is_refused(brandt, settings):
    settings.KEKS = OLD
    key = key_for(brandt)
    settings.KEKS = NEW
    with pytest.raises(SealBroken):
        private_key(key)


@pytest.mark.parametrize("bad", ["", "x", "x:", "x:YWJj", ":" + OLD[4:], f"{OLD},y:abc"])
def test_keks_that_cannot_be_used_are_refused(settings, bad):
    settings.KEKS = bad
    with pytest.raises(ImproperlyConfigured):
        keks()


def test_rotate_keeps_old_words_checkable(brandt):
    old = key_for(brandt)
    signature = sign(b"words", old)
    new = rotate(brandt)
    old.refresh_from_db()
    assert key_for(brandt) == new
    assert verify(b"words", signature, old)
    assert not old.sealed
    with pytest.raises(SealBroken):
        private_key(old)
