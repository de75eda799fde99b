"""Names and texts that are taken for each other. Pure functions."""

from difflib import SequenceMatcher
from typing import Any

from accounts.mailbox import is_freemail
from network.ui.text import fold

SHORT, LONG = 6, 12  # letters: below the one nothing is alike, from the other on two may differ
TWIN, LEAST_WORDS = 0.9, 6
_SAME_LOOK = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("-", ""), (".", ""), (" ", ""))


def skeleton(text: str) -> str:
    """What is left for the eye."""
    for looks, like in _SAME_LOOK:
        text = text.replace(looks, like)
    return text


def edits(one: str, other: str, most: int = 1000) -> int:
    """How many letters must be changed, added or left out; more than `most` are not counted to the end."""
    begun = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    one, other = one[begun:], other[begun:]
    row = list(range(len(other) + 1))
    for number, char in enumerate(one, 1):
        last, row[0] = row[0], number
        for at, against in enumerate(other, 1):
            last, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, last + (char != against))
        if min(row) > most:
            return most + 1
    return row[-1]


def alike(one: str, other: str) -> bool:
    """Different, and easily taken for each other."""
    shorter = min(len(one), len(other))
    if one == other or shorter < SHORT or abs(len(one) - len(other)) > 2:
        return False
    most = 2 if shorter >= LONG else 1
    return edits(one, other, most) <= most or skeleton(one) == skeleton(other)


def domains_alike(given: str, real: str) -> bool:
    """Not the real one, nor below it, nor one where everybody has a mailbox."""
    if not given or not real or given == real or given.endswith(f".{real}") or is_freemail(given):
        return False
    name, own = given.rpartition(".")[0], real.rpartition(".")[0]
    return name == own or alike(name, own)


def twins(one: str, other: str) -> bool:
    """Nearly the same words, and enough of them."""
    mine, theirs = fold(one), fold(other)
    if min(len(mine.split()), len(theirs.split())) < LEAST_WORDS:
        return False
    return mine == theirs or SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= TWIN


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Two times of signed words have a month in common. Months are "2013-09"; None or "" has no end."""
    return (one["first"] or "") <= (other["last"] or "9") and (other["first"] or "") <= (one["last"] or "9")


def closed_ring(worker: int, speaker: int, said_by: dict[int, set[int | None]]) -> bool:
    """Three who speak for each other in a circle, and nobody else for any of them. None stands for who has no account."""
    for third in said_by.get(speaker, set()) - {worker, speaker, None}:
        circle = {worker, speaker, third}
        if third is not None and worker in said_by.get(third, set()):
            heard = set().union(*(said_by.get(each or 0, set()) for each in circle))
            if heard <= circle:
                return True
    return False
