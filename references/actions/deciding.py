"""The worker holds the key (law 3): shows a reference, or hides it again, as often as she likes."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.profiles import actions as profiles
from references import ledger, rules
from references.models import Reference
from references.payload import month_of, said_in


@transaction.atomic
def release(*, by: User, reference: Reference) -> None:
    """Show it. Months that a superior or the employer stands for become confirmed ones. Nothing happens the second time."""
    if not _decide(by, reference, shown=True):
        return
    if reference.station and reference.level >= rules.COUNTS_FROM:
        station = said_in(reference)["station"]
        on = timezone.localdate(reference.issued_at)
        profiles.confirm_station(
            station=reference.station,
            source=source(reference),
            level=reference.level,
            first=month_of(station["first"]),
            last=month_of(station["last"]) if station["last"] else on,
            on=on,
        )


@transaction.atomic
def hide(*, by: User, reference: Reference) -> None:
    """Keep it to oneself, at first or again."""
    if _decide(by, reference, shown=False):
        profiles.drop_confirmation(source=source(reference))


def source(reference: Reference) -> str:
    """How the confirmation of a station names where it comes from."""
    return f"reference:{reference.public_id}"


def _decide(by: User, reference: Reference, *, shown: bool) -> bool:
    """False where it is decided so already, or was withdrawn meanwhile. Raises PermissionDenied for others."""
    if not reference.profile or reference.profile.user_id != by.pk:
        raise PermissionDenied
    Reference.objects.select_for_update().get(pk=reference.pk)  # a withdrawal at the same moment waits, or is seen
    now = timezone.now()
    if not Reference.objects.filter(pk=reference.pk).mark_decided(shown=shown, at=now):
        return False
    kind = "released" if shown else "hidden"
    ledger.append(kind=kind, subject=reference.public_id, payload_hash=reference.payload_hash, at=now)
    reference.refresh_from_db()
    return True
