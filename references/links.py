"""What stands behind the secret of a mail. Reading never changes anything: mail scanners open every link (law 8)."""

from enum import Enum

from django.utils import timezone

from accounts.ids import hash_token
from references import rules
from references.models import Reference, ReferenceRequest, RequestLink

MOST = 64  # longer than any token: what is pasted by mistake is not even hashed


class Standing(Enum):
    OPEN = "open"
    OLD = "old"  # the link is too old, the request still waits: a new link helps
    OVER = "over"  # nobody answered in time
    ANSWERED = "answered"
    DECLINED = "declined"
    OBJECTED = "objected"
    GONE = "gone"  # taken back by the worker, or the mail did not arrive


_BY_STATE = {
    ReferenceRequest.State.ANSWERED: Standing.ANSWERED,
    ReferenceRequest.State.DECLINED: Standing.DECLINED,
    ReferenceRequest.State.OBJECTED: Standing.OBJECTED,
    ReferenceRequest.State.EXPIRED: Standing.OVER,
}


def find(token: str) -> tuple[ReferenceRequest, Standing] | None:
    """None for an altered or unknown secret: both look the same."""
    if len(token) > MOST:
        return None
    links = RequestLink.objects.select_related(
        "request__profile",
        "request__station__employer__place",
        "request__station__place",
        "request__station__occupation",
    )
    link = links.filter(token_hash=hash_token(token)).first()
    if link is None:
        return None
    link.request.station.profile = link.request.profile
    return link.request, _standing(link)


def _standing(link: RequestLink) -> Standing:
    request = link.request
    if request.state != ReferenceRequest.State.OPEN:
        return _BY_STATE.get(ReferenceRequest.State(request.state), Standing.GONE)
    if not rules.is_open(request):
        return Standing.OVER
    return Standing.OPEN if link.expires_at > timezone.now() else Standing.OLD


def find_managed(token: str) -> Reference | None:
    """The reference whose signer holds this secret. It does not expire: withdrawing must always be possible (GDPR Art. 7 (3)).

    It can do nothing but read one's own words and withdraw them, once.
    """
    if len(token) > MOST:
        return None
    managed = Reference.objects.kept().select_related("withdrawal", "employer", "profile", "key")
    return managed.filter(manage_hash=hash_token(token)).first()
