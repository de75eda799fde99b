"""Hints on words that can be misread: each is shown once, then the words pass. The referee decides."""

from references import wording


def not_shown_yet(text: str, shown: list[str]) -> tuple[list[wording.Hint], list[str]]:
    """What to point out now, and all that was pointed out by then."""
    hints = [hint for hint in wording.hints(text) if hint.words.casefold() not in shown]
    return hints, [*shown, *(hint.words.casefold() for hint in hints)]
