"""Names of firms as people type them."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from network.ui.text import fold, holds_address

# What stands behind a name in the register and is left out in talk. Folded words.
LEGAL_FORMS = frozenset(
    "ag co eg ek ev gag gbr ggmbh gmbh gug haftungsbeschraenkt kg kgaa mbh ohg partg partgmbb se ug und".split()  # noqa: SIM905
)
LONGEST_KEY = 120  # Employer.key, Block.key
_LETTERED = re.compile(r"\b(e) (k|v|g)$")  # "e.K.", "e. V."


def tidy(text: str) -> str:
    """One line, single spaces, no control characters."""
    kept = "".join(
        " " if unicodedata.category(char)[0] in "CZ" else char for char in unicodedata.normalize("NFC", text)
    )
    return " ".join(kept.split())


def key(name: str) -> str:
    """The folded name, as it is stored for finding. Umlauts spelled out make it longer than the name: what is over is cut."""
    return fold(name)[:LONGEST_KEY].strip()


def stem(name: str) -> str:
    """The key without the legal form: "Elektro Brandt GmbH & Co. KG" -> "elektro brandt"."""
    return stem_of_key(key(name))


def stem_of_key(folded: str) -> str:
    """The same of a key that is stored already."""
    words = _LETTERED.sub(r"\1\2", folded).split()
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def check_name(text: str) -> str:
    """The tidy name. Raises ValidationError: names stand in mails and lists, so they hold no addresses and no foreign look-alike letters."""
    name = tidy(text)
    if holds_address(name):
        raise ValidationError(_("Enter the name only, without web or mail address"), code="address")
    if len(fold(name)) < 2 or any(_is_foreign(char) for char in name):
        raise ValidationError(_("Write the name in Latin letters"), code="letters")
    return name


def _is_foreign(char: str) -> bool:
    """A letter that is not Latin: a Cyrillic "Е" looks like a Latin "E" and makes a second firm of the same look."""
    return char.isalpha() and not unicodedata.name(char, "").startswith("LATIN")
