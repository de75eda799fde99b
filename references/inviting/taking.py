"""The invited person takes it over: page, station and signature in one step, or nothing of it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from network.occupations.models import Occupation
from network.profiles import actions as profiles
from network.profiles import helping
from network.profiles.models import Profile, Station
from network.profiles.months import month_of
from references import actions
from references.closing import Closed, close
from references.drafts import Draft
from references.inviting import rules
from references.inviting.writing import EVERY_ANSWER
from references.models import Reference, ReferenceRequest, WorkerInvitation
from references.rules import REQUEST_LIFE, is_open

State = WorkerInvitation.State


class Unconfirmed(Exception):
    """Nobody who may speak for the firm stands for the words any more: nothing is signed, and the invitation stays open."""


@transaction.atomic
def take_over(
    *, by: User, invitation: WorkerInvitation, station: Station | None = None, name: str = ""
) -> Reference | None:
    """Sign what the firm wrote, for `station` or for a new one of that firm; None where the firm only invited.

    `name` is for a page that has none yet. Nobody but `by` sees the reference before `by` shows it.
    Raises Closed (the second click), Unconfirmed, PermissionDenied for another mailbox or another's station, ValidationError where
    the page cannot hold a further station, or holds what was typed at the desk and not checked yet.
    """
    rows = WorkerInvitation.objects.select_for_update(of=("self",)).select_related("employer__place", "by")
    locked = rows.get(pk=invitation.pk)
    if not rules.holds_mailbox(by, locked):
        raise PermissionDenied
    if not is_open(locked):
        raise Closed
    profile = profiles.start(by=by)
    helping.require_confirmed(profile)
    if name and not profile.name:
        profiles.save_name(by=by, profile=profile, name=name, name_shown=profile.name_shown)
    if not locked.approved_at:
        close(locked, State.ANSWERED)
        return None
    if not rules.stands(locked):
        raise Unconfirmed
    return _sign(locked, profile, station or _new_station(by, locked, profile))


def _sign(invitation: WorkerInvitation, profile: Profile, station: Station) -> Reference:
    if not profile.stations.at(invitation.employer).filter(pk=station.pk).exists():
        raise PermissionDenied
    request = ReferenceRequest.objects.create(
        profile=profile,
        station=station,
        referee_name=Draft.of(invitation).name,
        channel=ReferenceRequest.Channel.FIRM,
        language=invitation.language,
        draft={
            **invitation.draft,
            "answered": EVERY_ANSWER,
        },  # the questions of today: the firm may have changed its mode since
        confirmed_at=invitation.approved_at,
        created_at=invitation.created_at,
        expires_at=max(invitation.expires_at, timezone.now() + REQUEST_LIFE),
    )
    close(invitation, State.ANSWERED, request=request)
    return actions.issue(by=invitation.by, request=request).reference


def _new_station(by: User, invitation: WorkerInvitation, profile: Profile) -> Station:
    """With the months and the occupation that the firm says."""
    draft = Draft.of(invitation)
    return profiles.add_station(
        by=by,
        profile=profile,
        employer=invitation.employer,
        place=invitation.employer.place,
        occupation=Occupation.objects.get(slug=draft.occupation),
        start=month_of(draft.first),
        end=month_of(draft.last) if draft.last else None,
    )


def stations_for(profile: Profile | None, invitation: WorkerInvitation) -> list[Station]:
    """Of the own stations those that the words can be about."""
    if profile is None:
        return []
    return list(profile.stations.askable().at(invitation.employer).select_related("employer", "place"))
