"""Tasks and export of invitations, handed to the house's registers.py."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import pgettext

from accounts.mailbox import mailbox_hash
from accounts.models import User
from accounts.registry import Task
from accounts.waiting import ask, rows_for
from network.employers.models import Membership
from references.inviting import links, presenters
from references.models import WorkerInvitation


def question(user: User) -> "QuerySet[Any, Any]":
    """What waits to be read, with the firm, and a word where it is more than an invitation."""
    words = Case(When(draft={}, then=Value("")), default=Value("words"))
    found = WorkerInvitation.objects.to_mailbox(mailbox_hash(user.email)).open()
    return ask("inviting", found, at="created_at", name="public_id", title="employer__name", words=words)


def open_tasks(user: User, group: str) -> Iterable[Task]:
    """One line for each that waits, also for who has no page yet."""
    for each in rows_for(user, "inviting"):
        url = reverse("references:invited_own", args=[each.name])
        hint = pgettext("to worker", "Read it first. The firm does not learn what you decide.")
        yield Task(group, presenters.title_of(each.title, with_words=bool(each.words)), url, hint, "todo", order=309)


def member_tasks(member: Membership, group: str) -> Iterable[Task]:
    url = reverse("references:inviting", args=[member.employer.public_id])
    hint = pgettext("to employer", "One person or a whole team, also who is not here yet")
    anew = presenters.to_write_anew(member.employer)
    if anew:
        hint = pgettext("to employer", "Somebody who wrote for others has left. See what to do.")
    yield Task(group, pgettext("to employer", "Vouch for your people"), url, hint, "todo" if anew else "", order=39)


def export(user: User) -> dict[str, Any]:
    """Everything that firms wrote for this mailbox. Of what the person sent as a member only what the firm's pages show: the
    rest would tell how it was answered."""
    sent = WorkerInvitation.objects.filter(by=user).select_related("employer")
    return {
        "received": [_received(each) for each in links.to_person(user)],
        "sent": [
            {
                "employer": each.employer.name,
                "sent": each.created_at,
                "with_words": bool(each.approved_at),
                "list": each.batch,
            }
            for each in sent
        ],
    }


def _received(each: WorkerInvitation) -> dict[str, Any]:
    names = ("name", "email", "message", "draft", "state", "created_at", "closed_at", "expires_at")
    return {"employer": each.employer.name, **{name: getattr(each, name) for name in names}}
