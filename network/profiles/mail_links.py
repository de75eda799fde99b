"""The link at the foot of a mail that the house sends by itself: it works without signing in, for 90 days.

Nothing is stored for it. What it may do harms nobody who has not opened the mailbox: say that the page is still right, and
end such mails. It is bound to the address that the mail went to, and every click can be repeated.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from django.core.signing import BadSignature, TimestampSigner, b62_decode
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from accounts.mail import link
from network.profiles.models import Profile

LIFE = timedelta(days=90)
SALT = "network.profiles.mails"


class Kind(StrEnum):
    """The two mails that the house sends by itself. No others."""

    YEARLY = "yearly"
    REMINDERS = "reminders"


@dataclass(frozen=True)
class Link:
    kind: Kind
    handle: str
    box: str
    signed_at: datetime
    expired: bool

    def fits(self, profile: Profile) -> bool:
        """Still young enough, and the account has the mailbox it had then."""
        return not self.expired and constant_time_compare(self.box, _box(profile))


def address(profile: Profile, kind: Kind) -> str:
    """The full address for a mail."""
    return link(reverse("profiles:by_mail", args=[token(profile, kind)]))


def token(profile: Profile, kind: Kind) -> str:
    return _signer().sign_object([kind, profile.handle, _box(profile)])


def read(token: str) -> Link | None:
    """None where nobody of this house has signed it."""
    signer = _signer()
    try:
        kind, handle, box = signer.unsign_object(token)
    except (BadSignature, ValueError):
        return None
    return Link(Kind(kind), handle, box, *_age(signer, token))


def _age(signer: TimestampSigner, token: str) -> tuple[datetime, bool]:
    """When it was signed, and whether that is too long ago."""
    stamp = token.rsplit(signer.sep, 2)[1]
    signed_at = datetime.fromtimestamp(b62_decode(stamp), tz=UTC)
    return signed_at, timezone.now() - signed_at > LIFE


def _signer() -> TimestampSigner:
    return TimestampSigner(sep=".", salt=SALT)


def _box(profile: Profile) -> str:
    return salted_hmac(SALT, profile.user.email, algorithm="sha256").hexdigest()[:16]
