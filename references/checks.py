"""What `manage.py check --database default` says about the keys, so that nobody learns it from a boss who cannot sign."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import DatabaseError

from references.keys import without_kek


def keks_are_there(*, databases: Sequence[str] | None = None, **options: Any) -> list[CheckMessage]:
    """Runs only where a database is named: the others must not touch it."""
    if not databases:
        return []
    try:
        missing = without_kek()
    except DatabaseError:  # not migrated yet
        return []
    return [
        Error(
            f"{count} signing keys are sealed with {name}, and HANDSCHLAG_KEKS does not hold {name}.",
            hint="Put it back, behind the newer ones. Nobody can sign for these employers until then.",
            id="references.E001",
        )
        for name, count in sorted(missing.items())
    ]
