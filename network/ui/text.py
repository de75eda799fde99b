"""Words as people type them, made comparable."""

import re
import unicodedata

_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "ł": "l", "đ": "d"}
)
_ADDRESS = re.compile(r"https?:|www\.|@|\b[\w-]+\.(?:com|de|net|org|info|eu|biz|io)\b", re.IGNORECASE)
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, umlauts spelled out, accents and punctuation gone: "Fürth (Bay)" -> "fuerth bay"."""
    spelled = unicodedata.normalize("NFKC", text).casefold().translate(_SPELLED_OUT)
    plain = "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c))
    return _NOT_A_WORD.sub(" ", plain).strip()


def holds_address(text: str) -> bool:
    """Whether a web or mail address stands in it. Texts of strangers go out in our mails, and are no place for links."""
    return bool(_ADDRESS.search(text))


def apart(name: str) -> str:
    """A name in letters that run from right to left, kept from turning round the sentence it stands in (UAX #9, isolates)."""
    turns = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in name)
    return f"\u2068{name}\u2069" if turns else name
