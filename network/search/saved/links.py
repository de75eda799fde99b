"""The link at the foot of a mail: it ends this one search, without signing in. Signed, not stored; it lives as long as the search."""

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from accounts.mail import link
from network.search.models import SavedSearch

_signer = Signer(sep=".", salt="network.search.saved")


def token(search: SavedSearch) -> str:
    return _signer.sign(search.public_id)


def address(search: SavedSearch) -> str:
    """The full address for a mail."""
    return link(reverse("search:by_mail", args=[token(search)]))


def read(token: str) -> str | None:
    """Which search it names; None where nobody of this house has signed it."""
    try:
        return _signer.unsign(token)
    except BadSignature:
        return None
