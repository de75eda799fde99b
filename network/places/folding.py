"""Names of towns, made comparable with what people type."""

import re

from network.ui.text import fold

__all__ = ["fold", "key"]

_SAINT = re.compile(r"\bsankt\b")


def key(name: str) -> str:
    """A name or a typed text -> the form that is stored and compared: "Sankt Augustin" -> "st augustin"."""
    return _SAINT.sub("st", fold(name))
