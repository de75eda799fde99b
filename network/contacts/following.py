"""All writes of what comes after an answer: the employer's word about a yes, the worker who waits for it, a report to the desk."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.contacts import emails, rules
from network.contacts.models import Offer
from network.desk import cases
from network.desk.contesting import newest_of
from network.desk.models import Case
from network.employers.models import Employer, Membership


@transaction.atomic
def tell(*, by: User, employer: Employer, offer: Offer, word: str) -> bool:
    """What became of a yes, said by a recruiter of the firm, checked or not. False if that was said before or can be said no more."""
    recruits = Membership.objects.current().filter(user=by, employer=employer, is_recruiter=True)
    locked = _locked(offer)
    readable = Offer.objects.read_by(by.pk, employer).filter(pk=offer.pk)
    if word not in rules.words_left(locked) or not recruits.exists() or not readable.exists():
        return False
    setattr(locked, f"{word}_at", timezone.now())
    locked.save(update_fields=[f"{word}_at"])
    return True


@transaction.atomic
def miss(*, by: User, offer: Offer) -> bool:
    """The worker waits: nobody has been in touch. False where it is too early, settled, or said already."""
    locked = _locked(offer)
    if not _is_mine(by, offer) or not rules.can_miss(locked):
        return False
    locked.missed_at = timezone.now()
    locked.save(update_fields=["missed_at"])
    return True


@transaction.atomic
def report(*, by: User, offer: Offer, wrong: str, words: str = "") -> bool:
    """A human at the desk looks at it. An open offer ends with it, and the employer gets to know: No. False where it was reported before."""
    locked = _locked(offer)
    if not _is_mine(by, offer) or not rules.can_report(locked):
        return False
    now = timezone.now()
    answers = locked.is_open
    locked.reported_at, locked.reported_as = now, Offer.Wrong(wrong)
    if answers:
        locked.state, locked.answered_at = Offer.State.NO, now
    locked.save(update_fields=["reported_at", "reported_as", "state", "answered_at"])
    cases.open_case(
        by=by,
        kind=Case.Kind.REPORTED,
        subject=subject_of(locked),
        profile=locked.profile,
        employer=locked.employer,
        words=words,
    )
    if answers:
        emails.answered(locked)
    return True


def subject_of(offer: Offer) -> str:
    """As the desk calls it."""
    return f"offer:{offer.public_id}"


def case_of(offer: Offer) -> Case | None:
    """What the worker has reported, open or decided; the newest."""
    return newest_of(subject_of(offer)).get(Case.Kind.REPORTED)


def _is_mine(by: User, offer: Offer) -> bool:
    return Offer.objects.to(by).filter(pk=offer.pk).exists()


def _locked(offer: Offer) -> Offer:
    """The row as it is now; nobody else changes it meanwhile."""
    return (
        Offer.objects.select_for_update(of=("self",))
        .select_related("profile", "employer__merged_into")
        .get(pk=offer.pk)
    )
