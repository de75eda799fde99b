"""What is brought before a human. Rooms above open cases; only the desk decides."""

from django.db import IntegrityError, transaction

from accounts.models import User
from network.desk.models import Case
from network.employers.models import Employer
from network.profiles.models import Profile


@transaction.atomic
def open_case(
    *,
    by: User | None,
    kind: str,
    subject: str,
    profile: Profile | None = None,
    employer: Employer | None = None,
    words: str = "",
) -> Case:
    """A new case, or the one that is open already. `subject` as in Case; `by` is None where a rule of the house marks it."""
    try:
        with transaction.atomic():
            return Case.objects.create(
                kind=kind, subject=subject, profile=profile, employer=employer, opened_by=by, words=words
            )
    except IntegrityError:
        return Case.objects.open().get(kind=kind, subject=subject)
