"""Words in a case that may tell who it was about. Only hints: the worker reads them and decides (§ 203 StGB)."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from network.samples.diagnoses import DIAGNOSIS, ICD, SHORT

_ROOMS = r"(?:Zimmer|Zi\.|Raum|Bett|Apartment|Appartement|Wohnung|Haus|Room|Flat)"
_MONTHS = r"(?:Jan|Feb|Mär|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec)[a-zä]*\.?"
_TITLES = r"(?:Frau|Herrn?|Fr\.|Hr\.|Familie|Fam\.|Mrs\.?|Mr\.?|Ms\.?)"
_NAME = r"(?:(?:Dr|Prof)\.\s*)*[A-ZÄÖÜ][\w’'-]*\.?"
# Words that follow "Frau" or "Herr" without being a name.
_NO_NAME = r"(?:Doktor|Professor|Kollegin|Kollege|Und|Oder)\b"

_ROOM = _("This looks like a room or house number. Write for example: “in a room on the corridor”.")
_DATE = _("This looks like a date. A date of birth tells who it was. Write for example: “one winter”.")
_CALLED = _("This looks like a name. Write for example: “a resident” or “a colleague”.")
_ILL = _("This looks like a diagnosis. Write what could be seen, for example: “a person who walked about at night”.")


@dataclass(frozen=True)
class Hint:
    """`found` are the very words, `says` is why they are pointed at, and how to say it without them."""

    found: str
    says: str | Promise


_SIGNS: list[tuple[re.Pattern[str], str | Promise]] = [
    (re.compile(rf"\b{_ROOMS}\s*(?:Nr\.?|No\.?)?\s*\d+\w?", re.IGNORECASE), _ROOM),
    (re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)?\d{2}\b"), _DATE),
    (re.compile(rf"\b\d{{1,2}}\.?\s{_MONTHS}\s(?:19|20)\d{{2}}\b|\b(?:19|20)\d{{2}}-\d{{2}}-\d{{2}}\b"), _DATE),
    (re.compile(r"\b(?:geb\.|geboren(?:\sam)?|Jahrgang|born(?:\sin|\son)?)\s*\d[\d.\s]*", re.IGNORECASE), _DATE),
    (re.compile(rf"\b{_TITLES}\s+(?!{_NO_NAME}){_NAME}"), _CALLED),
    (DIAGNOSIS, _ILL),
    (ICD, _ILL),
    (SHORT, _ILL),
]


def in_text(*texts: str) -> list[Hint]:
    """Every place once, in the order of the text."""
    found: dict[str, Hint] = {}
    for text in texts:
        places = [
            (match.start(), match.group().strip(), says) for sign, says in _SIGNS for match in sign.finditer(text)
        ]
        for _at, words, says in sorted(places, key=lambda place: place[0]):
            if not any(words in known for known in found):
                found[words] = Hint(words, says)
    return list(found.values())
