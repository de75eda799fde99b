"""The firm's administration says that nobody there made a statement in its name. A human decides (law 15); until then the page says so."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.models import User
from network.desk import cases
from network.desk.models import Case
from network.employers.rules import is_admin
from network.employers.viewer import viewer_of
from references import emails
from references.models import Objection, Reference


def words_in(case: Case | None) -> str:
    """What the firm writes about a worker, the worker reads (law 3), until the desk has decided."""
    return case.words if case and not case.decided_at else ""


def may_object(user: User, reference: Reference) -> bool:
    """Administrates the very firm in whose name it was said, and did not sign it. Who spoke for the parent speaks for the parent."""
    employer = reference.employer
    return bool(employer and reference.referee_user_id != user.pk and is_admin(user, employer))


@transaction.atomic
def object_to_statement(*, by: User, reference: Reference, words: str) -> bool:
    """Once for each statement, whatever the desk decides. False where it was done before, or the statement does not stand any more.

    Raises PermissionDenied for who does not administrate this very employer, signed it, or must not know of it (law 3).
    """
    Reference.objects.select_for_update().get(pk=reference.pk)  # a withdrawal at the same moment waits, or is seen
    known = Reference.objects.standing().told_to(viewer_of(by)).select_related("profile__user", "employer")
    locked = known.filter(pk=reference.pk).first()
    if locked is None:
        return False
    if not may_object(by, locked):
        raise PermissionDenied
    try:
        with transaction.atomic():
            Objection.objects.create(reference=locked, by=by)
    except IntegrityError:
        return False
    cases.open_case(
        by=by,
        kind=Case.Kind.OBJECTION,
        subject=locked.key_of_item,
        profile=locked.profile,
        employer=locked.employer,
        words=words,
    )
    emails.objected(locked)
    return True
