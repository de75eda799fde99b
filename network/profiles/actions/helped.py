"""A page that is set up together with somebody at the desk: begun for nobody, taken over by the worker, or thrown away."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts import placeholders
from accounts.ids import public_id
from accounts.models import User
from network.profiles import rules
from network.profiles.copies import refresh
from network.profiles.models import Profile


class HasPage(Exception):
    """The worker has a page already, and something is on it."""


@transaction.atomic
def begin_for_somebody(*, by: User) -> Profile:
    """A page that `by` writes for a person who stands there. It belongs to nobody who can sign in, and is seen by nobody."""
    return Profile.objects.create(user=placeholders.make(), helper=by)


@transaction.atomic
def end_help(*, by: User, profile: Profile) -> None:
    """The helper is done and sees the page no more. It waits for the worker."""
    if profile.helper_id not in (None, by.pk):
        raise PermissionDenied
    Profile.objects.filter(pk=profile.pk).update(helper=None)


@transaction.atomic
def take_over(*, by: User, profile: Profile) -> Profile:
    """The worker's from now on, at a new address that the helper does not know. Raises HasPage, PermissionDenied.

    An own page on which nothing is yet gives way. Who asks has seen to it that `by` is the worker.
    """
    User.objects.select_for_update().get(pk=by.pk)  # two tabs of one person, one after the other
    draft = Profile.objects.select_for_update(of=("self",)).select_related("user").get(pk=profile.pk)
    if not placeholders.is_placeholder(draft.user) or draft.helper_id == by.pk:
        raise PermissionDenied
    own = Profile.objects.filter(user=by).first()
    if own and not rules.is_blank(own):
        raise HasPage
    if own:
        own.delete()
    nobody = draft.user
    Profile.objects.filter(pk=draft.pk).update(
        user=by, helper=None, handle=public_id(), created_at=timezone.now(), changed_at=timezone.now()
    )
    nobody.delete()
    taken = Profile.objects.get(pk=draft.pk)
    refresh(taken)
    return taken


@transaction.atomic
def throw_away(*, profile: Profile) -> None:
    """A page that nobody took over, with everything on it. Who asks has seen to it that it may be. Raises PermissionDenied."""
    draft = Profile.objects.select_for_update(of=("self",)).select_related("user").filter(pk=profile.pk).first()
    if draft is None:
        return
    if not placeholders.is_placeholder(draft.user):
        raise PermissionDenied
    draft.user.delete()


@transaction.atomic
def confirm_typed(*, by: User, profile: Profile) -> None:
    """The worker has read what was typed at the desk: all of it is right."""
    rules.require_owner(by, profile)
    refresh(profile, unconfirmed=[], checked_at=timezone.now())
