"""What the witness does, with a link and without an account: `by` is None or whoever happens to be signed in."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts import spoken
from accounts.ids import hash_token, new_token
from accounts.models import User
from network.employers.viewer import Viewer
from network.profiles.models import Profile
from network.profiles.naming import first_and_initial
from network.samples import witnessing
from network.samples.contexts import context_of, digest, missing
from network.samples.models import WorkSample
from references.closing import close
from references.models import Witness
from references.said import asking, emails
from references.said.answering import locked_for
from references.witness import rules
from references.witness.actions import PURPOSE
from references.witness.ladder import level


class Changed(Exception):
    """The sample says something else than what the witness has read."""


@dataclass(frozen=True)
class Answer:
    """What the witness said, and which words stood on the page."""

    name: str
    full_name: bool
    role: str
    knows: str
    read: str  # digest of the context

    @property
    def shown_name(self) -> str:
        return self.name if self.full_name else first_and_initial(self.name)


@transaction.atomic
def enter(*, by: User | None, viewer: Viewer, code: str) -> str | None:
    """The digits from the screen -> a secret for this witness alone, once.

    None for wrong, for old ones, and for members of employers the worker hides from: all look the same (law 4). Raises OwnDigits.
    """
    subject = spoken.find(purpose=PURPOSE, code=code)
    allowed = WorkSample.objects.filter(profile__in=Profile.objects.not_blocking(viewer)).select_related("profile")
    sample = allowed.filter(pk=subject).first() if subject else None
    if sample is None:
        return None
    return asking.by_digits(Witness, by=by, purpose=PURPOSE, code=code, profile=sample.profile, sample=sample)


@transaction.atomic
def keep(*, by: User | None, witness: Witness, answer: Answer) -> None:
    """Until the code of a boss is right. Raises Closed."""
    locked_for(by, witness)
    Witness.objects.open().filter(pk=witness.pk).update(draft=vars(answer))
    witness.draft = vars(answer)


def kept(witness: Witness) -> Answer | None:
    try:
        return Answer(**witness.draft)
    except TypeError:
        return None


@transaction.atomic
def confirm(*, by: User | None, witness: Witness, token: str, answer: Answer, by_code: bool = False) -> str:
    """She stands for it. Returns the secret to take it back: a new one, mailed; of who typed digits the same, nobody else has it.

    Raises Closed (second click), Changed, PermissionDenied (the worker, also by a mailbox of her account, or a boss without a code).
    """
    locked = locked_for(by, witness)
    rules.require_other_mailbox(locked)
    context = context_of(locked.sample)
    if missing(context) or digest(context) != answer.read:
        raise Changed
    how = rules.how_known(by, locked, answer.role, by_code=by_code)
    if rules.needs_code(answer.role, how):
        raise PermissionDenied
    mailbox = locked.email
    plain, hashed = new_token() if mailbox else (token, hash_token(token))
    said: dict[str, Any] = {
        "name": answer.shown_name,
        "role": answer.role,
        "knows": answer.knows,
        "how": how,
        "level": level(answer.role, how),
        "context": context,
        "message": "",
        "user": by,
        "manage_hash": hashed,
    }
    close(locked, Witness.State.ANSWERED, **said)
    emails.confirmed(locked, mailbox=mailbox, manage_token=plain)
    return plain


@transaction.atomic
def withdraw(*, witness: Witness) -> bool:
    """With the witness's own link: name and words go at once, everywhere (GDPR Art. 7 (3) and 17). False the second time."""
    if not _end(witness):
        return False
    emails.withdrawn(witness)
    return True


@transaction.atomic
def end_by_desk(*, witness: Witness) -> bool:
    """The desk ends it; the sides read the reason with the case. False where it has ended already."""
    return _end(witness)


def _end(witness: Witness) -> bool:
    gone = {"name": "", "context": {}, "knows": "", "shown": False, "user": None}
    if not Witness.objects.answered().filter(pk=witness.pk).update(withdrawn_at=timezone.now(), **gone):
        return False
    witnessing.drop(sample=witness.sample, name=witness.public_id)
    return True
