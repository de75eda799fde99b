"""One way to write down what is signed: RFC 8785 JSON, NFC text, nothing invisible that could mean two things."""

import hashlib
import unicodedata
from typing import Any

import rfc8785

# Direction overrides can make a signed name read differently from what is signed (Unicode TR 36). Joiners stay: Arabic needs them.
_REFUSED = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff")
_REFUSED_KINDS = frozenset({"Cc", "Cs", "Co", "Zl", "Zp"})


class NotCanonical(ValueError):
    """Holds something that must not be signed: a control character, a fraction, an object of some other kind."""


def canonical(data: Any) -> bytes:
    """The bytes to sign: dicts, lists, texts (composed to NFC), whole numbers, true, false, null. Raises NotCanonical."""
    try:
        return rfc8785.dumps(_checked(data))
    except rfc8785.CanonicalizationError as problem:
        raise NotCanonical(str(problem)) from problem


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def is_plain(text: str) -> bool:
    """Whether the text may be signed: no control characters, no half characters, no direction overrides."""
    if text.isascii() and text.isprintable():  # most are, and this looks at them at once
        return True
    return not any(char in _REFUSED or unicodedata.category(char) in _REFUSED_KINDS for char in text)


def plain(text: str) -> str:
    """The text without what is_plain() refuses: for names that were stored elsewhere."""
    return one_line("".join(char if is_plain(char) else " " for char in text))


def one_line(text: str) -> str:
    """What people type -> composed, white space (line ends too) made single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _checked(data: Any) -> Any:
    if data is None or isinstance(data, bool | int):
        return data
    if isinstance(data, str):
        return _text(data)
    if isinstance(data, list):
        return [_checked(each) for each in data]
    if isinstance(data, dict):
        checked = {_text(key): _checked(value) for key, value in data.items()}
        if len(checked) != len(data):
            raise NotCanonical("two keys are the same once composed")
        return checked
    raise NotCanonical(f"{type(data).__name__} cannot be signed")


def _text(text: Any) -> str:
    if not isinstance(text, str) or not is_plain(text):
        raise NotCanonical("the text holds a control character")
    return unicodedata.normalize("NFC", text)
