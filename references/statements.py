"""Statements in an employer's name, as its people may see them: that there is one always, its words when the worker shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import pgettext

from accounts.models import User
from network.employers.viewer import Viewer
from network.profiles.models import Profile
from network.profiles.sight import Sight
from network.ui.templatetags.ui import day
from references.changes import ended
from references.models import Reference, Withdrawal
from references.payload import said_in
from references.presenters import Sheet, sheet, statements_of


@dataclass(frozen=True)
class Row:
    public_id: str
    title: str
    signed: str
    withdrawn: str
    ended: str  # who withdrew it, and the reason where it is for the firm too
    corrected: str
    may_correct: bool  # by this person, who signed it
    objected: str  # since when, or how it ended
    may_object: bool
    sheet: Sheet | None  # None: the words are the worker's to show


def in_the_name_of(references: Sequence[Reference], user: User, viewer: Viewer, *, admin: bool = False) -> list[Row]:
    """Whoever signed reads the own words; the others only what the worker shows, and does not hide from them (laws 3 and 4)."""
    sight = Sight(viewer)
    asked = [each.profile_id for each in references if each.shown and each.profile_id]
    open_to = set(Profile.objects.not_blocking(viewer).filter(pk__in=asked).values_list("pk", flat=True))
    readable = {
        each.pk
        for each in references
        if each.referee_user_id == user.pk
        or (each.shown and each.profile_id in open_to and sight.sees(each.key_of_item, each.audience))
    }
    known = statements_of([each for each in references if each.pk in readable])
    return [
        _row(
            each,
            sheet(each, known) if each.pk in readable else None,
            user,
            admin=admin,
        )
        for each in references
    ]


def name_of(reference: Reference, user: User, viewer: Viewer) -> str:
    """For the page that asks before withdrawing."""
    (row,) = in_the_name_of([reference], user, viewer)
    return row.title


def _title(reference: Reference, *, readable: bool) -> str:
    """Whoever may not read the words does not learn about whom they are either."""
    said = said_in(reference)
    words = {"referee": said["referee"]["name"], "worker": said["worker"]["name"]}
    return pgettext("to employer", "%(referee)s about %(worker)s") % words if readable else words["referee"]


def _ended(reference: Reference) -> str:
    """The reason of the desk is for both sides; the others' is for the worker alone."""
    who = ended(reference)
    if who and reference.withdrawal.who == Withdrawal.Who.DESK and reference.withdrawal.reason:
        reason = pgettext("to employer", "The reason: %(reason)s") % {"reason": reference.withdrawal.reason}
        return f"{who} {reason}"
    return who


def _row(reference: Reference, words: Sheet | None, user: User, *, admin: bool) -> Row:
    withdrawal, correction = getattr(reference, "withdrawal", None), getattr(reference, "correction", None)
    objected, own = _objected(reference), reference.referee_user_id == user.pk
    return Row(
        public_id=reference.public_id,
        title=_title(reference, readable=words is not None),
        signed=pgettext("to employer", "Signed on %(day)s") % {"day": day(timezone.localdate(reference.issued_at))},
        withdrawn=pgettext("to employer", "Withdrawn on %(day)s") % {"day": day(timezone.localdate(withdrawal.at))}
        if withdrawal
        else "",
        ended=_ended(reference),
        corrected=pgettext("to employer", "Corrected on %(day)s") % {"day": day(timezone.localdate(correction.at))}
        if correction
        else "",
        may_correct=own and not withdrawal and not correction,
        objected=objected,
        may_object=admin and not (own or withdrawal or correction or objected),
        sheet=None if withdrawal else words,
    )


def _objected(reference: Reference) -> str:
    objection = getattr(reference, "objection", None)
    if objection is None:
        return ""
    if objection.settled_at:
        settled = day(timezone.localdate(objection.settled_at))
        return pgettext("to employer", "Your firm objected. The desk decided on %(day)s.") % {"day": settled}
    since = day(timezone.localdate(objection.at))
    return pgettext("to employer", "Your firm objected on %(day)s. The desk is looking into it.") % {"day": since}
