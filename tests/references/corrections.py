"""Short ways through a correction."""

from django.utils import timezone

from accounts.ids import hash_token
from accounts.models import User
from references import actions
from references.actions import Issued
from references.models import Reference, ReferenceRequest, RequestLink
from tests.references.helpers import BOSS


def begun(reference: Reference, by: User | None = None) -> ReferenceRequest:
    token = actions.begin(by=by, reference=reference)
    return RequestLink.objects.get(token_hash=hash_token(token)).request


def confirm(asked: ReferenceRequest, email: str = BOSS) -> None:
    """The digits were right."""
    assert actions.name_mailbox(by=None, request=asked, email=email)
    ReferenceRequest.objects.filter(pk=asked.pk).update(confirmed_at=timezone.now(), confirmed_way="mail")


def correct(reference: Reference, by: User | None = None, **changes) -> Issued:
    """Begun, known, put right, signed."""
    asked = begun(reference, by)
    if by is None:
        confirm(asked)
    actions.save_draft(by=by, request=asked, **(changes or {"text": "Hat fast alle Kunden gehalten."}))
    return actions.issue(by=by, request=asked)
