"""The secret address of the calendar of a worker's deadlines."""

from django.db import transaction

from accounts.ids import new_token
from accounts.models import User
from network.profiles import rules
from network.profiles.models import Profile


@transaction.atomic
def open_feed(*, by: User, profile: Profile) -> str:
    """A new secret, once in plain; only its hash is kept. The one before is dead from now on."""
    rules.require_owner(by, profile)
    plain, profile.feed_hash = new_token()
    profile.save(update_fields=["feed_hash"])
    return plain


@transaction.atomic
def end_feed(*, by: User, profile: Profile) -> None:
    rules.require_owner(by, profile)
    profile.feed_hash = ""
    profile.save(update_fields=["feed_hash"])
