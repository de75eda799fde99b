"""What this house hands down: tasks, the part on the worker's page, export, erasure. Filled in by apps.py."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.urls import reverse
from django.utils.translation import pgettext

from accounts.models import User
from accounts.registry import Export, Task
from network.employers.models import Membership
from network.profiles.models import Profile, Station
from network.profiles.sight import Sight
from references import actions
from references.handshake import actions as handshake_actions
from references.handshake import registers as handshake
from references.inviting import actions as inviting_actions
from references.inviting import registers as inviting
from references.managing import asking as managing
from references.models import Objection, Reference, ReferenceRequest, Refusal
from references.payload import said_in
from references.presenters import sheets
from references.rules import in_person as is_in_person
from references.said import asking as said
from references.signals import notes, traces
from references.stamp import registers as stamp
from references.taking_along import row
from references.voices import actions as voice_actions
from references.voices import registers as voices
from references.waiting import waiting_references
from references.witness import actions as witness_actions
from references.witness import registers as witness


def open_tasks(user: User) -> Iterable[Task]:
    """One line each for what waits for a decision, and one for the list."""
    group, url = pgettext("to worker", "What others say"), reverse("references:mine")
    yield from inviting.open_tasks(user, group)
    yield from voices.open_tasks(user, group)
    if not hasattr(user, "profile"):
        return
    yield from handshake.open_tasks(user, group)
    for reference in waiting_references(user):
        title = pgettext("to worker", "Read what %(name)s says") % {"name": said_in(reference)["referee"]["name"]}
        hint = pgettext("to worker", "You decide whether others see it.")
        yield Task(group, title, reverse("references:read", args=[reference.public_id]), hint, "todo", order=310)
    yield from witness.open_tasks(user, group)
    yield Task(
        group,
        pgettext("to worker", "References"),
        url,
        pgettext("to worker", "Ask a boss, show or hide answers"),
        order=311,
    )


def member_tasks(member: Membership) -> Iterable[Task]:
    if member.is_admin or member.is_referee:
        url = reverse("references:of_employer", args=[member.employer.public_id])
        group = pgettext("to employer", "References")
        hint = pgettext("to employer", "Read and withdraw statements")
        yield Task(group, pgettext("to employer", "What was said in your name"), url, hint, order=40)
        yield from inviting.member_tasks(member, group)
        yield from stamp.member_tasks(member, group)


def section(profile: Profile, sight: Sight) -> dict[str, Any] | None:
    """Released references on the worker's page, newest first. Two statements."""
    released = profile.references.shown_now().what_changed(sight.viewer)
    shown = [each for each in released if sight.sees(each.key_of_item, each.audience)]
    passed = [
        replace(sheet, passed=sight.pass_for(each.key_of_item))
        for sheet, each in zip(sheets(shown), shown, strict=True)
    ]
    return {"sheets": passed} if passed else None


def is_bound(station: Station) -> bool:
    """Somebody was asked about this station, or has answered: firm and occupation stay."""
    asked = station.reference_requests.filter(state__in=[ReferenceRequest.State.OPEN, ReferenceRequest.State.ANSWERED])
    said = asked.exists() or station.references.exists()
    return said or voices.is_bound(station) or stamp.is_bound(station)


def export(user: User) -> Export:
    """Signed words with all that is needed to check them elsewhere, and the requests.

    A draft is not in it: it is the referee's until it is signed, and nobody sees it before.
    """
    with_all = ("key", "withdrawal", "objection", "profile", "correction__new", "corrects__old")
    about_or_by = Reference.objects.about_or_by(user).select_related(*with_all)
    requests = ReferenceRequest.objects.filter(profile__user=user).select_related("station")
    return Export(
        {
            "references": [row(each) for each in about_or_by],
            "requests": [
                {
                    "station": str(each.station),
                    "channel": each.channel,
                    "referee_name": each.referee_name,
                    "referee_email": ""
                    if is_in_person(each)
                    else each.referee_email,  # typed by who answers, for us alone
                    "message": each.message,
                    "state": each.state,
                    "sent": each.created_at,
                    "closed": each.closed_at,
                }
                for each in requests
            ],
            "objections": [
                {"reference": each.reference.public_id, "at": each.at, "settled": each.settled_at}
                for each in Objection.objects.filter(by=user).select_related("reference")
            ],
            "not_again_until": [each.until for each in Refusal.objects.filter(profile__user=user)],
            "witnesses": witness.export(user),
            "voices": voices.export(user),
            **notes.export(user),
            "invitations": inviting.export(user),
            "stamps": stamp.export(user),
        }
    )


def erase(user: User) -> None:
    notes.erase(user)  # before the references forget whose they are
    actions.erase(by=user)
    witness_actions.erase(by=user)
    voice_actions.erase(by=user)
    inviting_actions.erase(by=user)


def purge() -> int:
    """Whatever nobody answered in time or is too old, room by room. How many."""
    rooms = (actions, handshake_actions, said, inviting_actions, managing, traces, notes)
    return sum(room.purge() for room in rooms)
