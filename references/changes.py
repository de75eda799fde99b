"""What has changed since a signature (law 2): in other records, the words themselves never change (law 6)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.ui.templatetags.ui import day, month
from references.models import Reference, Withdrawal
from references.payload import is_name_erased

ENDED = {
    Withdrawal.Who.REFEREE: gettext_lazy("Whoever signed it does not stand by it any more."),
    Withdrawal.Who.EMPLOYER: gettext_lazy("The employer in whose name it was signed does not stand by it any more."),
    Withdrawal.Who.DESK: gettext_lazy("Our desk has looked into it and ended it."),
}


def ended(reference: Reference) -> str:
    """Who has withdrawn it, as a sentence; empty while somebody stands by it."""
    withdrawal = getattr(reference, "withdrawal", None)
    return str(ENDED[Withdrawal.Who(withdrawal.who)]) if withdrawal else ""


def corrected(reference: Reference) -> datetime | None:
    """Since when a newer one stands in its place."""
    later = getattr(reference, "correction", None)
    return later.at if later else None


def corrects(reference: Reference) -> datetime | None:
    """When the one was signed that it puts right."""
    earlier = getattr(reference, "corrects", None)
    return earlier.old.issued_at if earlier else None


def since(reference: Reference, said: Mapping[str, Any]) -> list[str]:
    """As sentences. The reference comes with what_changed()."""
    changes = []
    if said["checked"]["employer_until"] and not (reference.employer and reference.employer.is_checked):
        changes.append(_("The employer is no longer checked."))
    if reference.employer and reference.employer.name != said["employer"]["name"]:
        changes.append(_("The employer is called %(name)s today.") % {"name": reference.employer.name})
    if reference.employer and reference.employer.merged_into:
        names = {"old": said["employer"]["name"], "new": reference.employer.merged_into.name}
        changes.append(_("%(old)s now belongs to %(new)s.") % names)
    left = getattr(reference, "referee_left", None)
    if left:
        facts = {"name": said["referee"]["name"], "month": month(timezone.localdate(left))}
        changes.append(_("%(name)s has not spoken for the employer since %(month)s.") % facts)
    if is_name_erased(reference):
        changes.append(
            _(
                "Whoever signed has had the own name erased. The role stays, and the signature holds, but nobody can prove any more who"
                " it was."
            )
        )
    return [*changes, *_said_later(reference)]


def _said_later(reference: Reference) -> list[str]:
    """A correction. That it corrects another one is not later: see notes.html."""
    later = []
    if correction := getattr(reference, "correction", None):
        later.append(
            _("It was put right on %(day)s. The newer reference counts.")
            % {"day": day(timezone.localdate(correction.at))}
        )
    return later


def is_objected(reference: Reference) -> bool:
    """The firm says that nobody there said it, and the desk has not decided."""
    objection = getattr(reference, "objection", None)
    return bool(objection and not objection.settled_at)
