"""Whose words the draft holds. A slip on a wall is opened by many: each begins anew, and nobody reads what another has begun."""

import secrets

from django.http import HttpRequest

from references import actions
from references.doors import person
from references.drafts import Draft
from references.models import Reference, ReferenceRequest
from references.rules import in_person

HELD = "in_person"  # in the session: public id -> the mark that stands in the draft
MOST = 20


def is_mine(request: HttpRequest, asked: ReferenceRequest) -> bool:
    """This browser has begun it, or nobody has."""
    holder = asked.draft.get("holder", "")
    return not holder or request.session.get(HELD, {}).get(asked.public_id) == holder


def begin(request: HttpRequest, asked: ReferenceRequest) -> None:
    """With the first answer the draft is this browser's; what another had begun goes. Raises what save_draft raises."""
    if not in_person(asked) or (asked.draft.get("holder") and is_mine(request, asked)):
        return
    mark = secrets.token_hex(8)
    actions.save_draft(by=person(request), request=asked, **{**Draft().as_json(), "holder": mark})
    kept = {**request.session.get(HELD, {}), asked.public_id: mark}
    request.session[HELD] = dict(list(kept.items())[-MOST:])


def has_no_mailbox(asked: ReferenceRequest, reference: Reference) -> bool:
    """No copy went out: the link to withdraw has to stand on the page."""
    by_mail = asked.confirmed_way == ReferenceRequest.Way.MAIL
    return in_person(asked) and not by_mail and reference.referee_user_id is None
