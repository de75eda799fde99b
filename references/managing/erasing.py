"""A referee's name goes, the role stays (GDPR Art. 17). One transaction: row, request, ledger line; the worker is told.

Version 1 of the signed words holds the name itself. It cannot be taken out of them without breaking the signature, and
covering it on the pages only would be no erasure: there the words go with the name (docs/decisions/0039).
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from network.desk import cases
from network.desk.models import Case
from network.employers.viewer import viewer_of
from references import ledger
from references.actions.erasing import empty
from references.managing import emails
from references.models import Reference, ReferenceRequest
from references.payload import can_lose_name, is_name_erased
from references.querysets import ReferenceQuerySet


@transaction.atomic
def erase_name(*, by: User | None, reference: Reference) -> bool:
    """`by` is None where a link to the mailbox was used. False the second time. Raises PermissionDenied for another's words."""
    if by and reference.referee_user_id != by.pk:
        raise PermissionDenied
    Reference.objects.select_for_update().get(pk=reference.pk)  # two clicks: the second one waits, and finds nothing
    locked = Reference.objects.kept().select_related("profile__user").filter(pk=reference.pk).first()
    if locked is None or is_name_erased(locked):
        return False
    ReferenceRequest.objects.filter(reference=locked).update(referee_name="", message="")
    cases.forget_words(kind=Case.Kind.PRESSED, subject=locked.key_of_item)
    if not can_lose_name(locked):
        emails.words_erased(locked)
        empty(locked)
        return True
    Reference.objects.filter(pk=locked.pk).erase_name()
    ledger.append(kind="name-erased", subject=locked.public_id, payload_hash=locked.payload_hash)
    emails.name_erased(locked)
    return True


@transaction.atomic
def erase_every_name(*, by: User) -> None:
    """Wished for with the closing of the account. Of what a firm began too, whether or not the signer may know how it ended."""
    for reference in Reference.objects.kept().filter(referee_user=by):
        erase_name(by=by, reference=reference)


def signed_by(user: User) -> ReferenceQuerySet:
    """What this account signed, and may know of (law 3)."""
    return Reference.objects.kept().filter(referee_user=user).told_to(viewer_of(user))
