"""Two words that stand on both screens, so that two people see that their phones mean the same handshake.

They come from the random name of the handshake and the key of the house, and not from the digits: who guesses digits cannot
say the words, and who hears the words learns no digit.
"""

from functools import cache
from pathlib import Path

from django.utils.crypto import salted_hmac

from references.models import ReferenceRequest

WORDS = Path(__file__).parent / "data" / "words.txt"
LANGUAGES = ("de", "en")


@cache
def words() -> list[tuple[str, str]]:
    """Things everybody knows, German and English, each once."""
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    return [(german, english) for german, english in (line.split() for line in lines)]


def phrase(request: ReferenceRequest, language: str) -> str:
    """ "Ahorn Brücke", or "maple bridge" where `language` is not German."""
    drawn = salted_hmac("references.handshake.phrase", request.public_id, algorithm="sha256").digest()
    column, known = (0 if language.startswith("de") else 1), words()
    picked = [int.from_bytes(part, "big") % len(known) for part in (drawn[:8], drawn[8:16])]
    return " ".join(known[at][column] for at in picked)


def shown(request: ReferenceRequest, language: str) -> dict[str, str]:
    """The words as they stand on both screens, in the language of who asks; what they mean where the reader's is another."""
    same = phrase(request, request.language)
    read = phrase(request, language)
    spoken_in = "de" if request.language.startswith("de") else "en"
    return {"words": same, "lang": spoken_in, "means": "" if read == same else read}
