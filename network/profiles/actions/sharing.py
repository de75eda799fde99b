"""Links that show named items until a day."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from accounts.ids import hash_token
from accounts.models import User
from network.profiles import helping, rules
from network.profiles.items import groups_of, keys_in
from network.profiles.models import Profile, ShareLink, ShareOpening


@dataclass(frozen=True)
class Shared:
    share: ShareLink
    token: str  # the secret of the address; never stored


@transaction.atomic
def share(*, by: User, profile: Profile, name: str, items: list[str], days: int, once: str) -> Shared:
    """A new link. The same `once` again is the same link with the same address: a second click makes no second one.

    Raises ValidationError where too many are open, or where something is not confirmed that was typed at the desk, PermissionDenied for items of others.
    """
    rules.require_owner(by, profile)
    helping.require_confirmed(Profile.objects.select_for_update(of=("self",)).get(pk=profile.pk))
    token = token_of(by.pk, once)
    known = profile.shares.filter(token_hash=hash_token(token)).first()
    if known:
        return Shared(known, token)
    if profile.shares.alive().count() >= rules.MOST_SHARES:
        words = _("You have %(number)d open links. End one first.") % {"number": rules.MOST_SHARES}
        raise ValidationError(words, code="many")
    wanted = set(items)
    named = [key for key in keys_in(groups_of(profile)) if key in wanted]
    if len(named) != len(wanted):
        raise PermissionDenied
    now = timezone.now()
    made = ShareLink.objects.create(
        profile=profile,
        token_hash=hash_token(token),
        name=name,
        items=named,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    return Shared(made, token)


def token_of(user_id: int, once: str) -> str:
    """The secret comes from the page it was asked on and the key of the house: showing it twice needs no stored copy."""
    return salted_hmac("network.profiles.share", f"{user_id}:{once}", algorithm="sha256").hexdigest()[:40]


@transaction.atomic
def end_share(*, by: User, share: ShareLink) -> None:
    """At once, for everybody. Twice is the same as once."""
    rules.require_owner(by, share.profile)
    ShareLink.objects.alive().filter(pk=share.pk).update(ended_at=timezone.now())


def note_opening(*, by: None, share: int) -> None:
    """Somebody opened the link in this hour; by whom is not kept. One statement, which is a transaction by itself."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    ShareOpening.objects.bulk_create([ShareOpening(share_id=share, hour=hour)], ignore_conflicts=True)
