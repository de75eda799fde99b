"""Who looked: written when a checked employer opens a page, or has it in a list (docs/decisions/0023)."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from network.employers.viewer import Viewer
from network.profiles.models import Look, Profile


def note_looks(*, by: Viewer, profiles: Iterable[Profile], where: str) -> None:
    """At most one row for each page, employer, kind and day, in one statement; none for one's own page, or outside checked employers.

    A list is often read again on the same day. What this process has noted already costs nothing then, and waits for nobody who writes.
    No transaction around it: the statement is one by itself, and a stranger's visit must not lock the database.
    """
    today = timezone.localdate()
    noted = _noted.get(today)
    if noted is None or len(noted) > MOST_KEPT:
        _noted.clear()
        noted = _noted.setdefault(today, set())
    seen = {
        (profile.pk, employer, str(where))
        for profile in profiles
        if profile.user_id != by.user_id
        for employer in by.employers
    }
    if new := sorted(seen - noted):
        looks = [Look(profile_id=pk, employer_id=employer, where=kind, day=today) for pk, employer, kind in new]
        Look.objects.bulk_create(looks, ignore_conflicts=True)
        noted.update(new)


def forget() -> None:
    """Nothing is known to be noted."""
    _noted.clear()


MOST_KEPT = 100_000  # some 10 MB
_noted: dict[date, set[tuple[int, int, str]]] = {}
