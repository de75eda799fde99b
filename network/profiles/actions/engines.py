"""Search engines."""

from django.db import transaction

from accounts.models import User
from network.profiles import rules
from network.profiles.copies import refresh
from network.profiles.models import Profile


@transaction.atomic
def choose_engines(*, by: User, profile: Profile, indexable: bool) -> None:
    """Only a page that everyone may open can be offered to search engines; any other stays out."""
    rules.require_owner(by, profile)
    now = Profile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
    public = now.visibility == Profile.Visibility.EVERYONE
    refresh(profile, dated=False, indexable=indexable and public)
