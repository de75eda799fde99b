"""What the desk reads: a reported offer, and how a firm treats those who said yes. Nobody else ever reads the latter (law 1)."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from accounts.models import User
from network.contacts import rules
from network.contacts.histories import history
from network.contacts.models import Offer
from network.contacts.presenters import facts
from network.contacts.querysets_offers import FOLLOW_UP
from network.desk.registry import Matter, Side, Subject, Who
from network.employers.models import Employer
from network.ui.templatetags.ui import day, phone

LOOKED_BACK = timedelta(days=365)


def load(name: str) -> Matter | None:
    """All that the worker was offered, and nothing of what the worker gave."""
    offer = Offer.objects.with_facts().filter(public_id=name).first()
    if offer is None or offer.profile is None:
        return None
    contact = ", ".join(filter(None, [offer.contact_name, phone(offer.contact_phone)]))
    lines = [
        (pgettext("to desk", "Reported because"), offer.get_reported_as_display()),
        (_("Employer"), offer.employer.name),
        (pgettext("offer", "Job"), offer.title),
        *facts(offer),
        (pgettext("offer", "Contact"), contact or "–"),
        (_("Text"), offer.text or "–"),
        (_("What has happened"), "\n".join(" ".join(filter(None, [each.day, each.words])) for each in history(offer))),
        *((pgettext("to desk", "How it treats those who say yes"), line) for line in conduct(offer.employer.heir)),
    ]
    sent = {"firm": offer.employer.name, "day": day(timezone.localdate(offer.created_at))}
    return Matter(_("Offer of %(firm)s, sent on %(day)s") % sent, lines, speaker=offer.sent_by_id or 0)


def seen(*, by: User, name: str, reason: str) -> None:
    """The desk sees it as the worker does. The offer is over already; ending the firm's check is a decision of its own."""


def told(name: str) -> list[Side]:
    offer = Offer.objects.filter(public_id=name).select_related("profile__user").first()
    if offer is None or offer.profile is None:
        return []
    return [Side(Who.WORKER, pgettext("to desk", "The person who reports it"), [offer.profile.user])]


def conduct(employer: Employer) -> list[str]:
    """Of the last 12 months, in words. A yes counts when the firm's time to say something about it is over. One query."""
    since, due = timezone.now() - LOOKED_BACK, timezone.now() - FOLLOW_UP
    told = Q(state=Offer.State.YES) | Q(reported_at__isnull=False)
    offers = list(Offer.objects.of(employer).filter(told, created_at__gt=since).defer("text"))
    said_yes = [(each.answered_at, rules.owes(each)) for each in offers if each.state == Offer.State.YES]
    counted = [owes for answered_at, owes in said_yes if owes or (answered_at and answered_at <= due)]
    lines = _answered(len(counted), sum(counted)) if counted else []
    reported = sum(each.reported_at is not None for each in offers)
    if reported:
        words = ngettext("%(count)d person has reported an offer.", "%(count)d people have reported offers.", reported)
        lines.append(words % {"count": reported})
    return lines


def _answered(total: int, left: int) -> list[str]:
    numbers = {"left": left, "total": total}
    if not left:
        return [pgettext("to desk", "Answers everybody who said yes.")]
    if left == total:
        return [pgettext("to desk", "Has left everybody who said yes without a word (%(total)d).") % numbers]
    without = pgettext("to desk", "Has left %(left)d of %(total)d who said yes without a word.") % numbers
    return [pgettext("to desk", "Answers most people who said yes."), without] if left * 2 < total else [without]


SUBJECT = Subject(load=load, end=seen, told=told, label=pgettext_lazy("to desk", "Offer"))
