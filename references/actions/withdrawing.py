"""Who said it, or the employer in whose name it was said, does not stand by it any more; or the desk ends it."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from network.desk import rules as desk
from network.profiles import actions as profiles
from references import emails, ledger, rules
from references.actions import correcting
from references.models import Reference, Withdrawal

Who = Withdrawal.Who


@transaction.atomic
def withdraw(*, by: User | None, reference: Reference, reason: str = "") -> bool:
    """A new record; the reference stays as it was (law 6). `by` is None where the referee's own link was used.

    False where it was withdrawn before. Raises PermissionDenied for who does not speak for the employer.
    """
    if by and not (
        reference.referee_user_id == by.pk or (reference.employer and rules.speaks_for(by, reference.employer))
    ):
        raise PermissionDenied
    if not _store(reference, Who.EMPLOYER if by and by.pk != reference.referee_user_id else Who.REFEREE, reason):
        return False
    emails.withdrawn(reference)
    return True


@transaction.atomic
def end_by_desk(*, by: User, reference: Reference, reason: str) -> bool:
    """The desk's decision, with a reason that the sides read. False where it was withdrawn before.

    Called by network.desk.cases.decide, which has asked who may and tells the sides. Raises PermissionDenied for who is not at the desk.
    """
    if not desk.is_desk(by):
        raise PermissionDenied
    return _store(reference, Who.DESK, reason)


def _store(reference: Reference, who: str, reason: str) -> bool:
    Reference.objects.select_for_update().get(pk=reference.pk)  # a release at the same moment waits, or is seen
    now = timezone.now()
    try:
        with transaction.atomic():
            Withdrawal.objects.create(reference=reference, who=who, reason=reason, at=now)
    except IntegrityError:
        return False
    ledger.append(kind="withdrawn", subject=reference.public_id, payload_hash=reference.payload_hash, at=now)
    profiles.drop_confirmation(source=reference.key_of_item)
    correcting.drop(reference)
    return True
