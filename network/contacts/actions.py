"""All writes of offers. Contact data of a worker are written by say_yes() and by nothing else."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.contacts import emails, rules
from network.contacts.facts import Facts
from network.contacts.models import Offer
from network.contacts.querysets_offers import OfferQuerySet
from network.employers.models import Employer
from network.employers.viewer import viewer_of
from network.profiles.models import Profile


class NotAllowed(Exception):
    """The sender may not make offers (any more), or the person cannot be found by the sender (any more)."""


class Hindered(Exception):
    def __init__(self, reason: rules.Hindrance) -> None:
        super().__init__(reason.value)
        self.reason = reason


@transaction.atomic
def send(*, by: User, employer: Employer, profile: Profile, facts: Facts) -> Offer:
    """The offer reaches the worker. Raises NotAllowed and Hindered, both judged by what the database says at this moment."""
    Employer.objects.select_for_update().get(pk=employer.pk)  # one after the other, so that limits hold
    members = [member for member in rules.recruiting(by) if member.employer_id == employer.pk]
    if not members or not rules.offerable(viewer_of(by)).filter(pk=profile.pk).exists():
        raise NotAllowed
    if reason := rules.hindrance(employer, profile):
        raise Hindered(reason)
    employer.offers.filter(profile=profile).overdue().update(state=Offer.State.EXPIRED)
    days = {"created_at": timezone.now(), "expires_at": timezone.now() + rules.LIFETIME}
    offer = Offer.objects.create(employer=employer, sent_by=by, profile=profile, **days, **vars(facts))
    emails.arrived(offer)
    return offer


@transaction.atomic
def say_yes(*, by: User, offer: Offer, name: str, phone: str = "", mail: str = "", call_when: str = "") -> bool:
    """Passes the contact data on, once. False if the offer was answered or ended before, or rests (rules.Rest)."""
    given = {"worker_name": name, "worker_phone": phone, "worker_mail": mail, "call_when": call_when}
    return _answer(by, Offer.objects.filter(pk=offer.pk).standing(), offer, state=Offer.State.YES, **given)


@transaction.atomic
def say_no(*, by: User, offer: Offer) -> bool:
    """False if the offer was answered or ended before."""
    return _answer(by, Offer.objects.filter(pk=offer.pk), offer, state=Offer.State.NO)


def _answer(by: User, only: OfferQuerySet, offer: Offer, **given: str) -> bool:
    """One answer for each offer, whichever tab comes first: the row changes only while it is open."""
    mine = Offer.objects.to(by).filter(pk=offer.pk).exists()
    if not mine or only.open().update(answered_at=timezone.now(), **given) != 1:
        return False
    offer.refresh_from_db()
    emails.answered(offer)
    return True


@transaction.atomic
def expire() -> int:
    """Mark what is overdue; the number of offers. Called by `manage.py purge`; the rules do not wait for it."""
    return Offer.objects.overdue().update(state=Offer.State.EXPIRED)


@transaction.atomic
def forget_worker(*, by: User) -> None:
    """The worker leaves: nothing of the person stays with the employers, only that there was an offer."""
    gone = {"worker_name": "", "worker_phone": "", "worker_mail": "", "call_when": "", "text": "", "reported_as": ""}
    days = dict.fromkeys((*(f"{word}_at" for word in Offer.Word), "missed_at", "reported_at"))
    Offer.objects.to(by).update(state=Offer.State.LEFT, profile=None, **gone, **days)


@transaction.atomic
def forget_sender(*, by: User) -> None:
    """The recruiter leaves: nobody can be called under that name any more, so what is open ends."""
    sent = Offer.objects.filter(sent_by=by)
    sent.filter(state=Offer.State.OPEN).update(state=Offer.State.EXPIRED)
    sent.update(sent_by=None, contact_name="", contact_phone="")
