"""What is left when somebody leaves (law 14): of the worker's references a shell without words, of the referee's no account."""

from django.db import transaction

from accounts.models import User
from network.profiles import actions as profiles
from references import ledger
from references.actions import correcting
from references.models import Reference, ReferenceRequest, Withdrawal


@transaction.atomic
def erase(*, by: User) -> None:
    """Called when `by` closes the account."""
    for reference in Reference.objects.filter(profile__user=by):
        empty(reference)
    ReferenceRequest.objects.filter(profile__user=by).delete()
    ReferenceRequest.objects.filter(reference__referee_user=by).update(referee_name="", message="")
    for reference in Reference.objects.filter(referee_user=by, corrections_begun__state=ReferenceRequest.State.OPEN):
        correcting.drop(reference)  # its draft holds the name
    Reference.objects.filter(referee_user=by).forget_referee()


def empty(reference: Reference) -> None:
    """Inside a transaction. Hash, signature and ledger stay, so that the chain can still be checked; nobody can read from them who it was about."""
    profiles.drop_confirmation(source=reference.key_of_item)
    Reference.objects.filter(pk=reference.pk).empty()
    Withdrawal.objects.filter(reference=reference).forget_reason()
    ledger.append(kind="erased", subject=reference.public_id, payload_hash=reference.payload_hash)
