"""What is a grade: where an employer states facts only, no line says how well something was done (§ 94 (2) BetrVG)."""

import re

_WORDS = (
    r"(?:sehr |ausgesprochen |besonders |außerordentlich )gut\w*",
    r"gute[rnms]? (?:arbeit|leistung|ergebnisse)\w*|beste[rnms]?",
    r"(?:hervor|heraus)ragend\w*|ausgezeichnet\w*|vorbildlich\w*|tadellos\w*|vorzüglich\w*|exzellent\w*|perfekt\w*",
    r"(?:un)?zuverlässig\w*|verlässlich\w*|fleißig\w*|fleiß|gewissenhaft\w*|sorgfältig\w*|gründlich\w*|ordentlich\w*|sauber",
    r"engagiert\w*|engagement|motiviert\w*|einsatzbereit\w*|belastbar\w*|flexibel|teamfähig\w*|kompetent\w*|talentiert\w*",
    r"freundlich\w*|höflich\w*|ehrlich\w*|(?:un)?pünktlich\w*|hilfsbereit\w*|beliebt\w*|sympathisch\w*",
    r"super|toll\w*|prima|top|zufrieden\w*|lob|lobend\w*|gelobt|note \d",
    r"excellent\w*|outstanding|very good|great|reliable|reliably|hard[- ]?working|diligent\w*|perfect\w*|friendly|honest\w*",
)
_GRADE = re.compile(rf"(?<!\w)(?:{'|'.join(_WORDS)})(?!\w)", re.IGNORECASE)


def grade_in(text: str) -> str:
    """The words that say how well, or "" for a plain fact."""
    hit = _GRADE.search(text)
    return hit.group() if hit else ""
