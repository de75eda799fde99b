"""Offers in every state: open, answered, followed up, left without a word, reported, over."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from network.contacts import actions as offers
from network.contacts import following
from network.contacts.facts import Facts
from network.contacts.models import Offer
from network.employers.viewer import viewer_of
from network.profiles.models import Profile, Station
from references.demo import clock
from references.demo.employers import Company
from references.demo.workers import Worker

DAYS_AGO = {"open": 2, "yes": 6, "no": 9, "expired": 20, "left": 24, "reported": 3}
AFTER_YES = (((4, "talked"), (2, "agreed")), ((5, "tried"),), ())  # days ago, and the firm's word
LEFT = -1  # without a word


def offer_work(companies: dict[str, Company], made: list[Worker]) -> dict[str, int]:
    """Offers that are open, answered with yes and no, and expired. Returns how many of each."""
    talheim = companies["talheim-werke"]
    with clock.days_ago(1):
        offers.send(
            by=talheim.boss,
            employer=talheim.employer,
            profile=made[0].profile,
            facts=_facts(0, talheim, made[0].profile),
        )
    recruiters = [company for company in companies.values() if company.employer.is_checked]
    for number, company in enumerate(recruiters):
        kind = tuple(DAYS_AGO)[number % len(DAYS_AGO)]
        for step, profile in enumerate(_fitting(company, but=made[0].profile)[:3]):
            with clock.days_ago(DAYS_AGO[kind]):
                offer = _offer(number, company, profile, kind)
            if kind in ("yes", "left"):
                _after_yes(company, offer, step if kind == "yes" else LEFT)
    offers.expire()
    states = list(Offer.objects.values_list("state", flat=True))
    return {state: states.count(state) for state in ("open", "yes", "no", "expired")}


def _offer(number: int, company: Company, profile: Profile, kind: str) -> Offer:
    facts = _facts(number, company, profile)
    offer = offers.send(by=company.boss, employer=company.employer, profile=profile, facts=facts)
    if kind in ("yes", "left"):
        way = (
            {"phone": "+491713920077", "call_when": "nach 16 Uhr"}
            if number % 2
            else {"mail": "post@handschlag.example"}
        )
        offers.say_yes(by=profile.user, offer=offer, name=profile.name, **way)
    elif kind == "no":
        offers.say_no(by=profile.user, offer=offer)
    elif kind == "reported":
        words = "Ich sollte vorab eine Kaution zahlen."
        following.report(by=profile.user, offer=offer, wrong=Offer.Wrong.MONEY, words=words)
    return offer


def _after_yes(company: Company, offer: Offer, step: int) -> None:
    """Each way it can go on, one after the other."""
    if step == LEFT:
        with clock.days_ago(10):
            following.miss(by=offer.profile.user, offer=offer)  # type: ignore[union-attr]
        return
    for days, word in AFTER_YES[step % len(AFTER_YES)]:
        with clock.days_ago(days):
            following.tell(by=company.boss, employer=company.employer, offer=offer, word=word)


def _fitting(company: Company, *, but: Profile) -> list[Profile]:
    """Open for offers, in a trade the firm employs, not there already."""
    slugs = company.firm.occupations.split()
    found = Profile.objects.findable_by(viewer_of(company.boss)).filter(occupation__slug__in=slugs).exclude(pk=but.pk)
    own = Station.objects.filter(employer=company.employer, end=None).values("profile_id")
    return list(found.exclude(pk__in=own).select_related("user", "occupation", "place").order_by("pk"))


def _facts(number: int, company: Company, profile: Profile) -> Facts:
    start = (timezone.localdate() + timedelta(days=75)).replace(day=1)
    return Facts(
        title=str(profile.occupation.names["de"])[:80] if profile.occupation else "",
        place=company.employer.place,
        shift=("day", "two-shift", "early", "three-shift")[number % 4],
        pay_min=Decimal(19 + number % 4),
        pay_max=Decimal(23 + number % 4),
        pay_unit="hour",
        permanent=number % 5 != 3,
        until=date(start.year + 1, 12, 31) if number % 5 == 3 else None,
        start=start,
        contact_name=company.firm.boss,
        contact_phone="+491713920071",
        text="Wir suchen jemanden für unser festes Team. Kommen Sie gern einen Tag zum Anschauen.",
    )
