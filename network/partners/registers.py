"""What this room hands down: lines of the employer's area, export and erasure of who made keys. Filled in by apps.py."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.registry import Export, Task
from network.employers.models import Membership
from network.partners import actions
from network.partners.models import Key


def member_tasks(member: Membership) -> Iterable[Task]:
    if member.is_admin:
        url = reverse("partners:keys", args=[member.employer.public_id])
        hint = _("A program of yours reads what you find here")
        yield Task(_("The employer"), _("Keys for programs"), url, hint, order=40)


def export(user: User) -> Export:
    """The keys this person has made, without their secrets: those are not stored."""
    days = ("created_at", "expires_at", "ended_at", "last_used")
    keys = [
        {"name": each.name, "employer": each.employer.name, **{day: getattr(each, day) for day in days}}
        for each in Key.objects.of(user)
    ]
    return Export({"keys": keys})


def erase(user: User) -> None:
    actions.forget(by=user)
