"""Agreeing to be on the list, answering it, taking an answer off, saying that it is not so."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from network.desk import cases
from network.desk.models import Case
from network.employers.models import Employer
from network.profiles import actions as profiles
from network.profiles.models import Profile, Station
from references import ladder, rules
from references.models import StampAnswer, StampConsent, StampRound, StampStop
from references.stamp import emails
from references.stamp.rules import can_stamp, first_month, is_open, listed

Said = StampAnswer.Said


class Over(Exception):
    """The round has ended, or the check of the firm. Nothing was stored."""


@transaction.atomic
def agree(*, by: User, station: Station) -> None:
    """The worker wants to be on this firm's list. Nothing happens the second time.

    Raises PermissionDenied for stations of others, and for those no registered firm can speak about.
    """
    if station.profile.user_id != by.pk or not can_stamp(station):
        raise PermissionDenied
    StampConsent.objects.get_or_create(station=station)


@transaction.atomic
def disagree(*, by: User, station: Station) -> None:
    """Off the list at once, open rounds too. What was said before stays until the worker takes it off. Raises PermissionDenied."""
    if station.profile.user_id != by.pk:
        raise PermissionDenied
    StampConsent.objects.filter(station=station).delete()


@transaction.atomic
def hide(profile: Profile, employer: Employer) -> None:
    """The worker hides from the firm and its family now (law 4): off their lists for good, until she agrees anew."""
    root = employer.root_id or employer.pk
    family = Q(station__employer=root) | Q(station__employer__root=root)
    StampConsent.objects.filter(family, station__profile=profile).delete()


@transaction.atomic
def answer(*, by: User, asked: StampRound, said: Mapping[int, str]) -> int:
    """`said` is Said by pk of the station. Who is not on the list (any more) or has an answer is passed over. How many were stored.

    Raises PermissionDenied for who does not speak for the firm, Over.
    """
    employer = Employer.objects.select_related("place").get(pk=asked.employer_id)
    if not rules.speaks_for(by, employer):
        raise PermissionDenied
    if not is_open(asked) or not employer.is_checked:
        raise Over
    facts = ladder.Facts(relation=ladder.FIRM, known=ladder.MEMBER, employer_checked=employer.is_checked)
    level, stored = ladder.level(facts), 0
    # The rows are locked: consent taken back at the same moment waits, or is seen.
    consents = StampConsent.objects.select_for_update().filter(station__in=[pk for pk in said])
    agreed = {each.station_id for each in consents}
    for station in listed(employer).filter(pk__in=agreed).select_related("profile__user"):
        try:
            with transaction.atomic():
                row = StampAnswer.objects.create(
                    round=asked, station=station, said=Said(said[station.pk]), by=by, level=level
                )
        except IntegrityError:  # the second click, or another admin was faster
            continue
        stored += 1
        if row.said == Said.YES:
            _confirm(row, station)
        emails.answered(row, employer)
    return stored


@transaction.atomic
def take_back(*, by: User, answer: StampAnswer) -> None:
    """The firm's people were wrong. Only while the round is open. Raises PermissionDenied, Over."""
    if not rules.speaks_for(by, answer.round.employer):
        raise PermissionDenied
    row = _locked(answer)
    if not is_open(answer.round) or (row and row.contested_at):
        raise Over
    if row:  # somebody else of the firm was faster
        _forget(row)


@transaction.atomic
def take_off(*, by: User, answer: StampAnswer) -> None:
    """The worker does not want this confirmation on her page. Raises PermissionDenied."""
    if answer.station.profile.user_id != by.pk:
        raise PermissionDenied
    profiles.drop_confirmation(source=source_of(answer))


@transaction.atomic
def contest(*, by: User, answer: StampAnswer, words: str) -> Case:
    """The worker says that this is not so: it confirms nothing any more, and the desk looks at it.

    Raises PermissionDenied, Over where the firm has taken it back a moment ago.
    """
    if answer.station.profile.user_id != by.pk:
        raise PermissionDenied
    if _locked(answer) is None:
        raise Over
    StampAnswer.objects.filter(pk=answer.pk, contested_at=None).update(contested_at=timezone.now())
    profiles.drop_confirmation(source=source_of(answer))
    return cases.open_case(
        by=by,
        kind=Case.Kind.CONTEST,
        subject=source_of(answer),
        profile=answer.station.profile,
        employer=answer.round.employer,
        words=words,
    )


@transaction.atomic
def end_by_desk(*, answer: StampAnswer) -> None:
    """The desk agrees with the worker: as if it had not been said."""
    _forget(answer)


@transaction.atomic
def stop(*, by: User, employer: Employer, stop: bool) -> None:
    """No more such mails to the firm, or again. Raises PermissionDenied."""
    if not rules.speaks_for(by, employer):
        raise PermissionDenied
    if stop:
        StampStop.objects.get_or_create(employer=employer)
    else:
        StampStop.objects.filter(employer=employer).delete()


def source_of(answer: StampAnswer) -> str:
    """How confirmations of stations and cases call it."""
    return f"stamp:{answer.pk}"


def _confirm(row: StampAnswer, station: Station) -> None:
    today = timezone.localdate(row.at)
    first = first_month(station, today)
    profiles.confirm_station(
        station=station, source=source_of(row), level=row.level, first=first, last=max(today, first), on=today
    )


def _locked(answer: StampAnswer) -> StampAnswer | None:
    """As it stands now: the firm takes it back and the worker contests it one after the other. None: it is gone."""
    return StampAnswer.objects.select_for_update().filter(pk=answer.pk).first()


def _forget(answer: StampAnswer) -> None:
    profiles.drop_confirmation(source=source_of(answer))
    answer.delete()
