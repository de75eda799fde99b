"""What this room hands down: tasks, ways to an offer, export and erasure, of notices too. Filled in by apps.py."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import User
from accounts.registry import Export, Task
from accounts.waiting import ask, rows_for
from network.contacts import actions, rules
from network.contacts.models import Interest, Notice, Offer
from network.contacts.notices import actions as notices
from network.employers.models import Employer, Membership
from network.employers.viewer import Viewer
from network.profiles.models import Profile
from network.profiles.sight import Sight

RESTS = "!"
SHOWN = 20  # open offers on the own page; the list has them all


def question(user: User) -> "QuerySet[Any, Any]":
    """Open offers with title and employer, those that rest behind a "!"; those that are over have no name here."""
    offers = Offer.objects.to(user)
    open_ones = offers.open().filter(pk=OuterRef("pk"))
    name = Case(
        When(Exists(open_ones.standing()), then="public_id"),
        When(Exists(open_ones), then=Concat(Value(RESTS), "public_id")),
        default=Value(""),
    )
    return ask("contacts", offers, at="created_at", name=name, title="title", words="employer__name")


def open_tasks(user: User) -> Iterable[Task]:
    """Each waiting offer is a line of its own at the very top, one that rests says so; older ones are one line at the end."""
    offers = rows_for(user, "contacts")
    group = pgettext("to worker", "Offers for you")
    for offer in [each for each in offers if each.name][:SHOWN]:
        hint = _("%(title)s, %(employer)s") % {"title": offer.title, "employer": offer.words}
        url = reverse("contacts:offer", args=[offer.name.removeprefix(RESTS)])
        if offer.name.startswith(RESTS):
            yield Task(group, pgettext("to worker", "An offer rests. You need not answer."), url, hint, order=2)
        else:
            yield Task(group, pgettext("to worker", "An offer is waiting for you"), url, hint, "todo", 1)
    if offers:
        yield Task(group, pgettext("to worker", "All offers"), reverse("contacts:offers"), order=3)
    if rows_for(user, "notices"):
        yield Task(group, pgettext("to worker", "Notices you have answered"), reverse("contacts:interests"), order=4)


def interests(user: User) -> "QuerySet[Any, Any]":
    """Notices that this person has answered."""
    return ask("notices", Interest.objects.of(user), at="created_at", name="notice__public_id")


def member_tasks(member: Membership) -> Iterable[Task]:
    if member.is_recruiter:
        url = reverse("contacts:sent", args=[member.employer.public_id])
        yield Task(_("Find people"), _("Offers and answers"), url, order=50)
    if member.is_recruiter or member.is_admin:
        url = reverse("contacts:notices_of", args=[member.employer.public_id])
        yield Task(_("Find people"), _("Notices"), url, order=55)


def acts(profile: Profile, sight: Sight) -> list[tuple[str, str]]:
    """The way to an offer, for those who may make one."""
    if not rules.invites_offer(profile, sight.viewer):
        return []
    return [(reverse("contacts:new", args=[profile.handle]), _("Make an offer"))]


def names_given(viewer: Viewer, employer: Employer, ids: Sequence[int]) -> dict[int, str]:
    """With a yes to this firm, for those who may read that answer. The newest name counts."""
    if viewer.user_id is None or not ids:
        return {}
    said = Offer.objects.read_by(viewer.user_id, employer).filter(state=Offer.State.YES, profile__in=ids)
    rows = said.order_by("answered_at", "pk").values_list("profile_id", "worker_name")
    return {pk: name for pk, name in rows if pk}


def export(user: User) -> Export:
    """What was offered to this person and how it was answered, and what this person has offered in an employer's name."""
    received = [{**_told(offer), **_answered(offer)} for offer in Offer.objects.to(user).with_facts()]
    sent = [_told(offer) for offer in Offer.objects.filter(sent_by=user).with_facts()]
    pinned = [_pinned(notice) for notice in Notice.objects.filter(pinned_by=user).with_facts()]
    mine = Interest.objects.of(user).select_related("notice__employer", "share")
    answered = [
        {
            "notice": each.notice.title,
            "employer": each.notice.employer.name,
            "created_at": each.created_at.isoformat(),
            "share_link": each.share.name,
        }
        for each in mine
    ]
    return Export(
        {"offers_received": received, "offers_sent": sent, "notices_pinned": pinned, "notices_answered": answered}
    )


def _told(offer: Offer) -> dict[str, Any]:
    days = ("created_at", "expires_at", "answered_at", "tried_at", "talked_at", "agreed_at", "declined_at", "missed_at")
    return {**_facts(offer), "state": offer.state_now, **_days(offer, days)}


def _pinned(notice: Notice) -> dict[str, Any]:
    days = ("pinned_at", "changed_at", "expires_at", "ended_at")
    return {**_facts(notice), "field": notice.field.slug, **_days(notice, days)}


def _days(row: Offer | Notice, names: tuple[str, ...]) -> dict[str, str | None]:
    return {name: day.isoformat() if (day := getattr(row, name)) else None for name in names}


def _facts(offer: Offer | Notice) -> dict[str, Any]:
    said = ("title", "shift", "pay_unit", "permanent", "contact_name", "contact_phone", "text")
    return {
        "employer": offer.employer.name,
        "place": str(offer.place),
        "pay_min": str(offer.pay_min),
        "pay_max": str(offer.pay_max),
        **{name: getattr(offer, name) for name in said},
        **_days(offer, ("until", "start")),
    }


def _answered(offer: Offer) -> dict[str, str | None]:
    """What only the worker may know, the report too."""
    return {
        "given_name": offer.worker_name,
        "given_phone": offer.worker_phone,
        "given_mail": offer.worker_mail,
        "given_call_when": offer.call_when,
        "reported_as": offer.reported_as,
        **_days(offer, ("reported_at",)),
    }


def erase(user: User) -> None:
    actions.forget_worker(by=user)
    actions.forget_sender(by=user)
    notices.forget_sender(by=user)
