"""All writes of a worker who answers a notice: a share link for one firm, and its end."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.contacts.models import Interest, Notice
from network.contacts.notices import emails, rules
from network.contacts.querysets_notices import InterestQuerySet
from network.employers.models import Employer
from network.profiles import actions as profiles
from network.profiles.models import Profile, ShareLink


class NotNow(Exception):
    """The notice does not hang (any more), or the worker hides from the firm or has no complete page."""


@transaction.atomic
def express(*, by: User, notice: Notice, items: list[str], once: str) -> Interest:
    """The firm can read these items by a link of 90 days. Once for each notice: a second click finds the first.

    Raises NotNow, and ValidationError and PermissionDenied as share() does.
    """
    profile = Profile.objects.select_for_update(of=("self",)).get(user=by)
    hung = Notice.objects.running().filter(pk=notice.pk).select_related("employer").first()
    if hung is None or not rules.may_answer(profile, hung):
        raise NotNow
    earlier = hung.interests.filter(profile=profile)
    if known := earlier.alive().first():
        return known
    earlier.delete()
    name = hung.employer.name[:80]
    made = profiles.share(by=by, profile=profile, name=name, items=items, days=rules.READ_FOR, once=once)
    interest = Interest.objects.create(notice=hung, profile=profile, share=made.share, once=once)
    emails.interested(hung)
    return interest


@transaction.atomic
def take_back(*, by: User, interest: Interest) -> None:
    """The link ends at once, and nothing stays with the firm. Twice is the same as once."""
    _end(Interest.objects.of(by).filter(pk=interest.pk))


@transaction.atomic
def hide(profile: Profile, employer: Employer) -> None:
    """The worker hides from the firm and its family now (law 4): what was sent there ends, and does not come back."""
    _end(Interest.objects.to_family_of(profile, employer))


@transaction.atomic
def end_links(interests: InterestQuerySet) -> None:
    """The firm reads nothing any more; the worker still finds what was sent, and that its link has ended."""
    ended = interests.values_list("share", flat=True)
    ShareLink.objects.alive().filter(pk__in=list(ended)).update(ended_at=timezone.now())


def _end(interests: InterestQuerySet) -> None:
    end_links(interests)
    interests.delete()
