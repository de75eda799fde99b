"""Who may offer what to whom, and when. Numbers that bind stand here."""

from datetime import timedelta
from enum import Enum

from django.utils import timezone

from accounts.models import User
from network.contacts.models import Offer
from network.employers.models import Employer, Membership
from network.employers.viewer import Viewer
from network.profiles.models import Profile
from network.profiles.querysets import ProfileQuerySet

LIFETIME = timedelta(days=14)
REST_AFTER_NO = timedelta(days=365)
MOST_OPEN = 20  # per employer: who writes to everybody means nobody


class Hindrance(Enum):
    """Why an employer cannot make an offer to a person now. Each has its own plain page."""

    OPEN_ALREADY = "open-already"
    SAID_NO = "said-no"
    TOO_MANY_OPEN = "too-many-open"


def recruiting(user: User) -> list[Membership]:
    """The memberships in whose name this person may make offers now: recruiter of a checked employer. One query."""
    found = Membership.objects.current().filter(user=user, is_recruiter=True).select_related("employer")
    return [member for member in found.order_by("employer__name", "pk") if member.employer.is_checked]


def offerable(viewer: Viewer) -> ProfileQuerySet:
    """Whom this viewer may make an offer: people who are open, can be found by the viewer, and are somebody else."""
    if not viewer.recruits or viewer.user_id is None:
        return Profile.objects.none()
    return Profile.objects.findable_by(viewer).filter(open=True).exclude(user_id=viewer.user_id)


def invites_offer(profile: Profile, viewer: Viewer) -> bool:
    """Whether the profile page shows the way to an offer. The profile was found for this viewer already; asks the database nothing."""
    return viewer.recruits and profile.open and profile.searchable and profile.user_id != viewer.user_id


def hindrance(employer: Employer, profile: Profile) -> Hindrance | None:
    """What stands in the way of an offer by this employer to this person, if anything."""
    earlier = Offer.objects.of(employer).filter(profile=profile)
    if earlier.open().exists():
        return Hindrance.OPEN_ALREADY
    if earlier.filter(state=Offer.State.NO, answered_at__gt=timezone.now() - REST_AFTER_NO).exists():
        return Hindrance.SAID_NO
    if Offer.objects.of(employer).open().count() >= MOST_OPEN:
        return Hindrance.TOO_MANY_OPEN
    return None


def can_say_yes(offer: Offer) -> bool:
    """Contact data go only to an employer that is checked at that moment."""
    return offer.is_open and offer.employer.is_checked
