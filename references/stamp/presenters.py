"""What the pages of the team stamp say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext

from network.desk import contesting
from network.desk.models import Case
from network.profiles.models import Confirmation, Profile, Station
from network.profiles.presenters import firm_of
from network.profiles.presenters.stations import job_of
from network.profiles.words import since
from network.ui.templatetags.ui import day
from references.models import StampAnswer
from references.stamp import rules
from references.stamp.actions import source_of

Said = StampAnswer.Said


@dataclass(frozen=True)
class Agreed:
    """One station of the worker, and whether she is on its firm's list."""

    pk: int
    firm: str
    line: str  # as the firm reads it
    agreed: bool
    hiding: bool


@dataclass(frozen=True)
class Answer:
    """What a firm said, for the worker."""

    pk: int
    firm: str
    words: str
    contested: bool
    shown: bool  # its months stand on the page
    decided: Case | None = None  # what the desk says to it; an answer that it ended is gone


@dataclass(frozen=True)
class Row:
    """What the firm has said in this round, for its people."""

    pk: int
    line: str
    words: str
    contested: bool


def line(station: Station) -> str:
    """ "Anna Muster, Elektronikerin, since March 2019": what a yes stands for."""
    said = {"name": station.profile.name, "job": job_of(station)}
    said["since"] = since(station.start, about=station.start_about)
    return pgettext("to employer", "%(name)s, %(job)s, %(since)s") % said


def stations_of(profile: Profile) -> list[Agreed]:
    """Those that a registered firm can stamp. Two statements."""
    found = profile.stations.askable().select_related(
        "employer__merged_into", "place", "occupation", "stamp_consent", "profile"
    )
    roots = set(profile.blocks.values_list("employer__root_id", flat=True))
    return [
        Agreed(
            pk=each.pk,
            firm=_firm(each),
            line=line(each),
            agreed=hasattr(each, "stamp_consent"),
            hiding=bool(each.employer and (each.employer.root_id or each.employer_id) in roots),
        )
        for each in found
        if rules.can_stamp(each)
    ]


def _firm(station: Station) -> str:
    """Whose list it is: of an old name the list of the firm that it belongs to now."""
    new = station.employer.merged_into if station.employer else None
    names = {"new": new, "old": firm_of(station)}
    return pgettext("to worker", "%(new)s (the list for %(old)s)") % names if new else firm_of(station)


def answers_for(profile: Profile) -> list[Answer]:
    """Everything firms said about her. Three statements."""
    found = StampAnswer.objects.filter(station__profile=profile).select_related("station__employer", "station__place")
    shown = set(Confirmation.objects.filter(station__profile=profile).values_list("source", flat=True))
    decided = contesting.decided_of(profile, "stamp")
    return [
        Answer(
            each.pk,
            firm_of(each.station),
            _told(each),
            each.contested_at is not None,
            source_of(each) in shown,
            decided.get(source_of(each)),
        )
        for each in found
    ]


def rows(answers: Iterable[StampAnswer]) -> list[Row]:
    """The answers of one round, with station, profile and occupation read along."""
    return [Row(each.pk, line(each.station), _answered(each), each.contested_at is not None) for each in answers]


def when_next(today: date) -> str:
    return day(rules.next_time(today))


def list_url(public_id: str) -> str:
    return reverse("references:stamp", args=[public_id])


def _answered(answer: StampAnswer) -> str:
    words = {"day": day(timezone.localdate(answer.at))}
    if answer.said == Said.YES:
        return pgettext("to employer", "Still with us, said on %(day)s") % words
    return pgettext("to employer", "No longer, said on %(day)s") % words


def _told(answer: StampAnswer) -> str:
    words = {"day": day(timezone.localdate(answer.at))}
    if answer.said == Said.YES:
        return pgettext("to worker", "On %(day)s the firm said: still with us.") % words
    return pgettext("to worker", "On %(day)s the firm said: no longer with us. Only you read this.") % words
