"""Who may offer what to whom, and when. Numbers that bind stand here."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from django.db.models import Count, Q
from django.utils import timezone

from accounts.models import User
from network.contacts.models import Offer
from network.contacts.querysets_offers import FOLLOW_UP
from network.employers.models import Employer, Membership
from network.employers.viewer import Viewer
from network.profiles.models import Profile
from network.profiles.querysets import ProfileQuerySet

LIFETIME = timedelta(days=14)
REST_AFTER_NO = timedelta(days=365)
MOST_OPEN = 20  # places per employer: who writes to everybody means nobody
PATIENCE = timedelta(days=7)  # after a yes, before a worker can say that nobody has been in touch
Word = Offer.Word


class Hindrance(Enum):
    """Why an employer cannot make an offer to a person now. Each has its own plain page."""

    OPEN_ALREADY = "open-already"
    SAID_NO = "said-no"
    TOO_MANY_OPEN = "too-many-open"


def recruiting(user: User) -> list[Membership]:
    """The memberships in whose name this person may make offers now: recruiter of a checked employer. One query."""
    found = Membership.objects.current().filter(user=user, is_recruiter=True).select_related("employer__place")
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
    if not places(employer).free:
        return Hindrance.TOO_MANY_OPEN
    return None


@dataclass(frozen=True)
class Places:
    """What takes the places of an employer: offers without an answer, and people who said yes and were left without a word."""

    waiting: int
    owing: int

    @property
    def free(self) -> int:
        return max(0, MOST_OPEN - self.waiting - self.owing)


def places(employer: Employer) -> Places:
    """One query. A yes gives the place back for FOLLOW_UP; a word about it, or any other end, for good (decision 0044).

    Of an old name nobody may be left who could say that word: it would take the place for ever.
    """
    mine = Offer.objects.of(employer)
    open_ones, owing = Q(pk__in=mine.open().values("pk")), Q(pk__in=mine.owing().still_read().values("pk"))
    found = mine.aggregate(waiting=Count("pk", filter=open_ones), owing=Count("pk", filter=owing))
    return Places(**found)


class Rest(Enum):
    """Why an offer in time can have no yes now. It goes on by itself when the reason ends, as long as its time lasts."""

    UNCHECKED = "unchecked"
    NOBODY = "nobody"
    HIDDEN = "hidden"


def rest_of(offer: Offer) -> Rest | None:
    """Of an open offer that was read with_facts() and with_rest(); the same as OfferQuerySet.standing()."""
    if not offer.employer.heir.is_checked:
        return Rest.UNCHECKED
    if not offer.is_read:  # type: ignore[attr-defined]
        return Rest.NOBODY
    return Rest.HIDDEN if offer.is_hidden else None  # type: ignore[attr-defined]


def can_say_yes(offer: Offer) -> bool:
    """Contact data go only to an employer that is checked, and that somebody recruits for, at that moment."""
    return offer.is_open and rest_of(offer) is None


def is_settled(offer: Offer) -> bool:
    return bool(offer.agreed_at or offer.declined_at)


def owes(offer: Offer) -> bool:
    """The employer's word about a yes is due: nothing said in time, or nothing since the worker waits. The same as OfferQuerySet.owing()."""
    if offer.state != Offer.State.YES or is_settled(offer) or offer.answered_at is None:
        return False
    last = max(offer.said.values(), default=None)
    if offer.missed_at:
        return last is None or last <= offer.missed_at
    return last is None and offer.answered_at <= timezone.now() - FOLLOW_UP


def words_left(offer: Offer) -> list[Word]:
    """What the employer can still say about a yes. Each word once, and who has talked tries no more, unless the worker still waits."""
    if offer.state != Offer.State.YES or is_settled(offer):
        return []
    left = [word for word in Word if word not in offer.said]
    return [word for word in left if word != Word.TRIED or not offer.talked_at or owes(offer)]


def can_miss(offer: Offer) -> bool:
    """The worker can say, once, that nobody has been in touch."""
    waits = offer.state == Offer.State.YES and not is_settled(offer) and offer.missed_at is None
    return waits and offer.answered_at is not None and offer.answered_at <= timezone.now() - PATIENCE


def can_report(offer: Offer) -> bool:
    """Once for each offer, whatever has become of it."""
    return offer.reported_at is None
