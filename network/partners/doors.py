"""From the key in the head of a question to who asks. And from a person to the keys of an employer: everybody else gets 404."""

import re

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from accounts import throttle
from accounts.ids import hash_token
from network.employers.doors import person
from network.employers.models import Membership
from network.partners.models import Key
from network.partners.problems import Problem

ASKED = throttle.Limit("api-key", "120/m,10000/d")  # per key
WRONG = throttle.Limit("api-wrong-key", "60/h")  # per network address; right keys from there go on working
BEARER = re.compile(r"Bearer +(hs_[0-9a-f]{48})", re.IGNORECASE)


def key_of(request: HttpRequest) -> Key:
    """A key that works now. Raises Problem: 401 without one, 429 after too many questions or too many wrong keys."""
    said = request.headers.get("Authorization", "")
    if not said:
        text = _("Send the key along as “Authorization: Bearer hs_…”. An administrator of your employer makes one.")
        raise Problem("key", text, WWW_Authenticate='Bearer realm="Handschlag"')
    shaped = BEARER.fullmatch(said)
    known = Key.objects.working().select_related("member__employer")
    key = known.filter(secret_hash=hash_token(shaped[1].lower())).first() if shaped else None
    if not key:
        _count(
            request,
            WRONG,
            _("Too many wrong keys came from your network. “Retry-After” says how many seconds to wait."),
        )
        text = _("This key is not known, has ended, or the employer is not checked any more.")
        raise Problem("key", text, WWW_Authenticate='Bearer realm="Handschlag", error="invalid_token"')
    text = _("A key may ask 120 times a minute and 10,000 times a day. “Retry-After” says how many seconds to wait.")
    _count(request, ASKED, text, key=key.public_id)
    return key


def _count(request: HttpRequest, limit: throttle.Limit, text: str, key: str = "") -> None:
    try:
        throttle.require(request, limit, key)
    except throttle.TooMany as over:
        raise Problem("limit", text, Retry_After=str(over.seconds)) from None


def administration(request: HttpRequest, employer_id: str) -> Membership:
    """The membership of who administrates there. Raises Http404."""
    mine = person(request).memberships.admins().select_related("employer")
    return get_object_or_404(mine, employer__public_id=employer_id)


def key_at(member: Membership, public_id: str) -> Key:
    """Of the whole employer, whoever made it. Raises Http404."""
    return get_object_or_404(Key.objects.at(member.employer), public_id=public_id)
