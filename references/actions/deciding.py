"""The worker holds the key (law 3): shows a reference, or hides it again, as often as she likes."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.profiles import actions as profiles
from network.profiles.models import Profile
from network.profiles.months import month_of
from references import ledger, rules
from references.models import Reference
from references.payload import said_in


@transaction.atomic
def release(*, by: User, reference: Reference) -> None:
    """Show it. Months that a superior or the employer stands for become confirmed ones. Nothing happens the second time."""
    first = reference.decided_at is None
    if not _decide(by, reference, shown=True):
        return
    if first:
        _keep_readers(reference)
    if reference.station and reference.level >= rules.COUNTS_FROM:
        station = said_in(reference)["station"]
        on = timezone.localdate(reference.issued_at)
        profiles.confirm_station(
            station=reference.station,
            source=reference.key_of_item,
            level=reference.level,
            first=month_of(station["first"]),
            last=month_of(station["last"]) if station["last"] else on,
            on=on,
            audience=reference.audience,
        )


def _keep_readers(reference: Reference) -> None:
    """A correction is for those readers whom the worker had chosen for the words before."""
    older = Reference.objects.filter(correction__new=reference).first()
    if older and Reference.objects.filter(pk=reference.pk).mark_audience(older.audience):
        reference.refresh_from_db()
        kind = ledger.READERS[older.audience]
        ledger.append(kind=kind, subject=reference.public_id, payload_hash=reference.payload_hash)


@transaction.atomic
def hide(*, by: User, reference: Reference) -> None:
    """Keep it to oneself, at first or again."""
    if _decide(by, reference, shown=False):
        profiles.drop_confirmation(source=reference.key_of_item)


@transaction.atomic
def show_to(*, by: User, profile: Profile, audiences: dict[str, str]) -> None:
    """Who reads what is released already, by key of the item. Raises PermissionDenied for references of others, or that nobody reads."""
    if profile.user_id != by.pk:
        raise PermissionDenied
    shown = {each.key_of_item: each for each in profile.references.select_for_update(of=("self",)).shown_now()}
    if audiences.keys() - shown.keys():
        raise PermissionDenied
    for key, audience in audiences.items():
        reference = shown[key]
        if Reference.objects.filter(pk=reference.pk).mark_audience(audience):
            kind = ledger.READERS[audience]
            ledger.append(kind=kind, subject=reference.public_id, payload_hash=reference.payload_hash)
            profiles.show_confirmation(source=key, audience=audience)


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
