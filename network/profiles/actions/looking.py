"""Who looked: written when a checked employer opens a page, or has it in a list (docs/decisions/0023)."""

from collections.abc import Iterable

from django.utils import timezone

from network.employers.viewer import Viewer
from network.profiles.models import Look, Profile


def note_looks(*, by: Viewer, profiles: Iterable[Profile], where: str) -> None:
    """At most one row for each page, employer, kind and day, in one statement; none for one's own page, or outside checked employers.

    No transaction around it: the statement is one by itself, and a stranger's visit must not lock the database.
    """
    today = timezone.localdate()
    looks = [
        Look(profile_id=profile.pk, employer_id=employer, where=where, day=today)
        for profile in profiles
        if profile.user_id != by.user_id
        for employer in sorted(by.employers)
    ]
    if looks:
        Look.objects.bulk_create(looks, ignore_conflicts=True)
