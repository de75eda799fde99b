"""How somebody who was asked in person shows who it is: six digits to the own mailbox or phone. Or leaves it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override, pgettext

from accounts import codes, sms
from accounts.mailbox import mailbox_hash
from accounts.models import User
from network.profiles.presenters import shown_name
from references import emails
from references.actions.answering import PURPOSE, locked_for
from references.closing import Closed
from references.drafts import Draft
from references.handshake import rules
from references.models import ReferenceRequest

Way = ReferenceRequest.Way


def where(request: ReferenceRequest) -> str:
    """The mailbox or phone the digits go to; "" while none was typed."""
    return request.referee_email or request.referee_phone


@transaction.atomic
def send(*, by: User | None, request: ReferenceRequest, email: str = "", phone: str = "") -> None:
    """Six digits to one of the two; what was typed before is forgotten.

    Raises Closed, PermissionDenied (the worker), ValidationError for a contact of the worker's account and for one that wants no mails.
    """
    locked = locked_for(by, request)
    if rules.is_own_contact(locked.profile.user, email, phone):
        words = pgettext(
            "to referee",
            "This is a contact of the person who asks. Enter your own: you confirm that it is you who signs.",
        )
        raise ValidationError({"contact": words})
    if rules.is_stopped_contact(email):
        words = pgettext("to referee", "This mailbox wants no mails from us. Take another one, or go on without.")
        raise ValidationError({"contact": words})
    draft = Draft.of(locked)
    draft.answered = [step for step in draft.answered if step != "code"]
    locked.referee_email, locked.referee_phone = email, phone
    locked.mailbox_hash = mailbox_hash(email) if email else ""
    locked.draft, locked.confirmed_at, locked.confirmed_way = draft.as_json(), None, ""
    locked.save()
    code = codes.issue(purpose=PURPOSE, subject=locked.public_id, email=email or phone)
    if email:
        emails.code(locked, code)
    else:
        sms.send(phone, _words(locked, code))


def _words(request: ReferenceRequest, code: str) -> str:
    with override(request.language):
        words = pgettext(
            "to referee", "%(code)s is your code for the reference for %(name)s. It holds for 10 minutes. Handschlag"
        )
        return words % {"code": code, "name": shown_name(request.profile)}


def confirm(*, by: User | None, request: ReferenceRequest, code: str) -> codes.Result:
    """Check the digits; OK notes when and how it was confirmed. No transaction around: wrong tries must count. Raises Closed."""
    with transaction.atomic():
        contact = where(locked_for(by, request))
    result = codes.redeem(purpose=PURPOSE, subject=request.public_id, email=contact, code=code)
    if result is codes.Result.OK:
        way = Way.MAIL if "@" in contact else Way.PHONE
        still = {"referee_email" if way == Way.MAIL else "referee_phone": contact}
        confirmed = ReferenceRequest.objects.open().filter(pk=request.pk, **still)
        if not confirmed.update(confirmed_at=timezone.now(), confirmed_way=way):
            raise Closed
    return result


@transaction.atomic
def leave(*, by: User | None, request: ReferenceRequest) -> None:
    """Go on without saying who it is; a contact that was typed goes. Raises Closed."""
    locked = locked_for(by, request)
    draft = Draft.of(locked)
    draft.mark("code", locked.station)
    locked.draft = draft.as_json()
    locked.referee_email = locked.referee_phone = locked.mailbox_hash = ""
    locked.save()
    request.draft = locked.draft
