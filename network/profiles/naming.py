"""How a name is shown when only the first name and an initial shall be read."""

import re
import unicodedata

# Words that belong to a family name but do not name the family.
_PARTICLES = "von vom zu zum zur der den dem van de da do dos das del della di du la le les ter ten op auf am af av el al abu bin ibn bint mac"
PARTICLES = frozenset(_PARTICLES.split())
_TITLES = "dr prof dipl ing mag med rer nat phil msc bsc ma ba herr frau mr mrs ms"
TITLES = frozenset(_TITLES.split())
_MARK = r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
TOWERS = re.compile(f"({_MARK}{{3}}){_MARK}+")  # no language has more on one letter; they would stand on other lines
JOINERS = "\u200c\u200d"  # belong to the spelling of Persian and of Indian languages
ARTICLES = ("al-", "el-", "ad-", "an-", "ar-", "as-", "at-", "az-", "d'", "d’", "o'", "o’", "ال")


def tidy(name: str) -> str:
    """One space between words, composed letters, nothing invisible and nothing that cannot be printed."""
    composed = unicodedata.normalize("NFC", name)
    spaced = "".join(" " if unicodedata.category(c) == "Cc" else c for c in composed)
    seen = "".join(c for c in spaced if unicodedata.category(c) not in ("Cf", "Cs", "Cn", "Co") or c in JOINERS)
    return " ".join(TOWERS.sub(r"\1", seen).split())


def first_and_initial(name: str) -> str:
    """ "Anna Gärtner" -> "Anna G.", "Maria von der Heide" -> "Maria H.". Somebody with one name is shown by it."""
    family, _, first = name.partition(",")
    words = [word for word in f"{first} {family}".split() if word.strip(".").casefold() not in TITLES] or name.split()
    families = [word for word in words[1:] if word.casefold() not in PARTICLES]
    if not families or words[0] in PARTICLES:  # "von der Heide"; but Al and Della are first names
        return " ".join(words)
    return f"{words[0]} {_initial(families[-1])}."


def first_name(name: str) -> str:
    """ "Anna Gärtner" -> "Anna": all that is said before it is known who asks."""
    return first_and_initial(name).partition(" ")[0]


def _initial(word: str) -> str:
    """The first letter of the name itself, with the marks that belong to it."""
    for article in ARTICLES:
        if word.casefold().startswith(article) and len(word) > len(article) + 1:
            word = word[len(article) :]
            break
    letters = [index for index, c in enumerate(word) if c.isalpha()]
    start = letters[0] if letters else 0
    end = start + 1
    while end < len(word) and unicodedata.combining(word[end]):
        end += 1
    return word[start:end].upper()
