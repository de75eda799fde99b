"""Who looked: written when a checked employer opens a page, or has it in a list (docs/decisions/0023)."""

from collections.abc import Iterable

from django.utils import timezone

from network.employers.viewer import Viewer
from network.profiles.models import Look, Profile


def note_looks(*, by: Viewer, profiles: Iterable[Profile], where: str) -> None:
    """At most one row for each page, employer, kind and day; none for one's own page, or outside checked employers.

    Reads first: a list is often read again on the same day, and a statement that might write would have to wait for whoever writes.
    No transaction around both: of two at once one finds the row there, and a stranger's visit must not lock the database.
    """
    today = timezone.localdate()
    seen = [profile.pk for profile in profiles if profile.user_id != by.user_id]
    if not seen or not by.employers:
        return
    noted = set(
        Look.objects.of_day(today, where, by.employers).filter(profile__in=seen).values_list("profile", "employer")
    )
    Look.objects.bulk_create(
        [
            Look(profile_id=pk, employer_id=employer, where=where, day=today)
            for pk in seen
            for employer in sorted(by.employers)
            if (pk, employer) not in noted
        ],
        ignore_conflicts=True,
    )
