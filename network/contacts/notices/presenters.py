"""Notices in words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from network.contacts.models import Interest, Notice
from network.contacts.notices import rules
from network.contacts.notices.browsing import Wanted
from network.contacts.presenters import contract, pay, shift_words, start
from network.employers.viewer import Viewer
from network.places.distance import in_words
from network.profiles.actions import token_of
from network.profiles.presenters import shown_name
from network.ui.templatetags.ui import day


@dataclass(frozen=True)
class Line:
    """One notice in the list for everybody."""

    url: str
    title: str
    employer: str
    where: str
    facts: str
    pinned: str


def line(notice: Notice) -> Line:
    km = getattr(notice, "km", None)  # annotated by within()
    far = "" if km is None else f", {in_words(km)}"
    return Line(
        url=reverse("contacts:notice", args=[notice.public_id]),
        title=notice.title,
        employer=notice.employer.name,
        where=f"{notice.place}{far}",
        facts=summary(notice),
        pinned=_("Pinned on %(day)s") % {"day": day(notice.pinned_at)},
    )


def counted(total: int, wanted: Wanted) -> str:
    """ "3 notices in the field Care within 25 kilometres of 90762 Fürth", as one sentence in either language."""
    number = ngettext("%(total)d notice", "%(total)d notices", total) % {"total": total}
    said = {
        "notices": number if total else pgettext("none of them", "No notice"),
        "field": wanted.field,
        "km": wanted.radius,
        "place": wanted.place,
    }
    if wanted.field and wanted.place:
        return _("%(notices)s in the field %(field)s within %(km)d kilometres of %(place)s") % said
    if wanted.place:
        return _("%(notices)s within %(km)d kilometres of %(place)s") % said
    if wanted.field:
        return _("%(notices)s in the field %(field)s, in all places") % said
    return _("%(notices)s in all fields and places") % said


def summary(notice: Notice) -> str:
    """ "22,50 to 25 euros per hour, night shift, permanent, from March 2027" """
    begins = _("start: %(start)s") % {"start": start(notice.start)}
    contracted = contract(notice.permanent, notice.until)
    shift = shift_words(notice.shift).replace("-", "\u2011")  # "2-Schicht" stays in one piece
    return "\xa0· ".join([pay(notice), shift, contracted, begins])  # no line begins with a dot


def standing(notice: Notice) -> str:
    """For the employer: what is with it now."""
    if rules.hangs(notice):
        return _("Hangs until %(day)s") % {"day": day(notice.expires_at)}
    if notice.in_time:
        return _("Does not hang: your employer is not checked")
    if notice.ended_at:
        return _("Taken down on %(day)s") % {"day": day(notice.ended_at)}
    return _("Over since %(day)s") % {"day": day(notice.expires_at)}


@dataclass(frozen=True)
class Answer:
    """Somebody who is interested, for the firm: name and occupation as the link shows them."""

    url: str
    name: str
    words: str


def answers_to(notice: Notice, viewer: Viewer) -> list[Answer]:
    """Newest first. The address of a link is stored nowhere: it is made anew from what the worker's page was asked on."""
    readable = Interest.objects.readable_by(viewer).filter(notice=notice)
    return [_answer(each) for each in readable.select_related("profile__occupation", "share")]


def _answer(interest: Interest) -> Answer:
    profile = interest.profile
    said = {"day": day(interest.created_at), "until": day(interest.share.expires_at)}
    since = _("answered on %(day)s, to be read until %(until)s") % said
    return Answer(
        url=reverse("profiles:shared", args=[token_of(profile.user_id, str(interest.once))]),
        name=shown_name(profile),
        words=f"{profile.occupation} · {since}",
    )


def former_name(interest: Interest) -> str:
    """For the worker: whom the answer went to, where the firm has another name now, or belongs to another one."""
    then = interest.share.name
    if then == interest.notice.employer.name[: len(then)]:
        return ""
    text = pgettext("to worker", "Your answer went to %(employer)s, which belongs to this firm now or has its name.")
    return text % {"employer": then}


def reach(interest: Interest) -> str:
    """For the worker: what is with the own answer now."""
    if not interest.is_alive:
        return pgettext("to worker", "The link has ended. The firm can read nothing any more.")
    return pgettext("to worker", "The firm can open your page until %(day)s") % {"day": day(interest.share.expires_at)}
