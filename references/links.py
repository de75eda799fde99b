"""What stands behind the secret of a mail. Reading never changes anything: mail scanners open every link (law 8)."""

from enum import Enum
from typing import TypeVar

from django.db.models import QuerySet
from django.utils import timezone

from accounts.ids import hash_token
from references import rules
from references.models import Asked, Reference, ReferenceRequest, RequestLink, Secret

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
    Asked.State.ANSWERED: Standing.ANSWERED,
    Asked.State.DECLINED: Standing.DECLINED,
    Asked.State.OBJECTED: Standing.OBJECTED,
    Asked.State.EXPIRED: Standing.OVER,
}
Link = TypeVar("Link", bound=Secret)


def behind(links: QuerySet[Link], token: str) -> Link | None:
    """The row of this secret. None for an altered or unknown one: both look the same."""
    return links.filter(token_hash=hash_token(token)).first() if len(token) <= MOST else None


def standing(asked: Asked, link: Secret) -> Standing:
    """How it stands with what is asked, for whoever comes with this link."""
    if asked.state != Asked.State.OPEN:
        return _BY_STATE.get(Asked.State(asked.state), Standing.GONE)
    if not rules.is_open(asked):
        return Standing.OVER
    return Standing.OPEN if link.expires_at > timezone.now() else Standing.OLD


def find(token: str) -> tuple[ReferenceRequest, Standing] | None:
    links = RequestLink.objects.select_related(
        "request__profile",
        "request__corrects__request",
        "request__corrects__employer",
        "request__corrects__profile",
        "request__corrects__withdrawal",
        "request__corrects__correction",
        "request__station__employer__place",
        "request__station__place",
        "request__station__occupation",
    )
    link = behind(links, token)
    if link is None:
        return None
    link.request.station.profile = link.request.profile
    return link.request, standing(link.request, link)


def find_managed(token: str) -> Reference | None:
    """The reference whose signer holds this secret. It does not expire: withdrawing must always be possible (GDPR Art. 7 (3)).

    It can do nothing but read one's own words, withdraw them, once, and begin to correct them: who signs that is asked anew.
    """
    if len(token) > MOST:
        return None
    managed = Reference.objects.kept().select_related(
        "withdrawal", "correction__new", "corrects__old", "employer", "profile", "key", "request"
    )
    return managed.filter(manage_hash=hash_token(token)).first()
