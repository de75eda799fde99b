"""The 16 Länder and the short forms people write behind a town: "Fürth (Bay)", "Münster NRW"."""

from collections.abc import Sequence

from network.places.folding import fold

SHORT = {
    "Baden-Württemberg": "bw|b w|bawue|ba wue|bwue|baden|wuerttemberg",
    "Bayern": "by|bavaria|oberbayern|niederbayern|oberpfalz|franken|mittelfranken|oberfranken|unterfranken|schwaben",
    "Berlin": "be|bln",
    "Brandenburg": "bb|brb",
    "Bremen": "hb",
    "Hamburg": "hh",
    "Hessen": "he|hesse",
    "Mecklenburg-Vorpommern": "mv|m v|meckpomm|meck pomm|meckl vorp|mecklenburg|vorpommern",
    "Niedersachsen": "ni|nds|ns|lower saxony",
    "Nordrhein-Westfalen": "nw|nrw|westf|westfalen",
    "Rheinland-Pfalz": "rp|rlp|pfalz|palatinate",
    "Saarland": "sl|saar",
    "Sachsen": "sn|saxony",
    "Sachsen-Anhalt": "st|lsa|s anh|sachs anh|saxony anhalt",
    "Schleswig-Holstein": "sh|s h|schl holst|holstein",
    "Thüringen": "th|thuringia",
}
_NAMES = {land: fold(land).split() for land in SHORT}
_EXACT = {(*word.split(),): land for land, words in SHORT.items() for word in words.split("|")}
_EXACT |= {(*words,): land for land, words in _NAMES.items()}


def meant_by(words: Sequence[str]) -> frozenset[str]:
    """The Länder that folded words may stand for: a short form, the name, or at least 3 letters of its beginning."""
    if exact := _EXACT.get(tuple(words)):
        return frozenset({exact})
    if sum(map(len, words)) < 3:
        return frozenset()
    return frozenset(
        land
        for land, name in _NAMES.items()
        if len(words) <= len(name) and all(full.startswith(word) for word, full in zip(words, name, strict=False))
    )
