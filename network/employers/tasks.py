"""Lines of task lists: on /me/ one per employer, in the employer's area what there is to do."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import User
from accounts.registry import Task
from network.employers import rules
from network.employers.models import Membership
from network.employers.presenters import role_names


def employers_of(user: User) -> Iterable[Task]:
    group = pgettext("to employer", "Your employers")
    found = user.memberships.current().select_related("employer").order_by("employer__name")
    for each in found:
        url = reverse("employers:area", args=[each.employer.public_id])
        yield Task(group, each.employer.name, url, ", ".join(role_names(each)), order=50)


def own(membership: Membership) -> Iterable[Task]:
    """What every employer has: proof, people, settings for admins, and for all the page others see."""
    employer = membership.employer
    firm, place = _("The employer"), [employer.public_id]
    if membership.is_admin:
        hint, state = _proof(membership)
        yield Task(
            firm, _("Proof that the employer is real"), reverse("employers:proof", args=place), hint, state, order=10
        )
        yield Task(firm, _("People"), reverse("employers:people", args=place), _("Invite people, give roles"), order=20)
        asked = employer.merges_asked.filter(merge_agreed_at=None).exists()
        hint = (
            pgettext("to employer", "A firm says that it belongs to you")
            if asked
            else _("Name, works council, branches")
        )
        url = reverse("employers:settings", args=place)
        yield Task(firm, _("Settings"), url, hint, "todo" if asked else "", order=30)
    yield Task(firm, _("The page that everybody sees"), reverse("employers:public", args=place), order=90)


def _proof(membership: Membership) -> tuple[str, str]:
    employer = membership.employer
    if employer.is_checked:
        return (
            (_("The check ends soon"), "todo")
            if rules.may_ask_for_check(employer)
            else (_("Checked by the desk"), "done")
        )
    if employer.queued_at:
        return _("The desk will look at it"), ""
    return _("Not checked yet"), "todo"
