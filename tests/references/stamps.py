"""Short ways through the real doors of the team stamp."""

from datetime import date

from django.utils import timezone

from accounts.models import User
from network.employers.models import Employer
from network.profiles.models import Station
from references.models import StampAnswer, StampRound
from references.stamp import actions, rules
from tests import factories
from tests.references import helpers


def working(worker: User, employer: Employer, **fields) -> Station:
    """A station that goes on, of somebody who agreed to be asked about."""
    station = helpers.make_station(worker, employer, **{"start": date(2019, 3, 1), "end": None, **fields})
    actions.agree(by=worker, station=station)
    return station


def open_round(employer: Employer, half: str = "") -> StampRound:
    now = timezone.now()
    half = half or rules.half_of(timezone.localdate())
    return StampRound.objects.create(employer=employer, half=half, opened_at=now, closes_at=rules.ends_at(now))


def said(by: User, asked: StampRound, station: Station, what: str = "yes") -> StampAnswer:
    actions.answer(by=by, asked=asked, said={station.pk: what})
    return StampAnswer.objects.get(station=station, round=asked)


def everywhere(worker: User, employer: Employer, word: str) -> None:
    """The worker agreed, was answered about, contested it, and answered about somebody else."""
    asked = open_round(employer)
    boss = factories.make_user()
    factories.make_member(employer, boss, "Rosa Renner", is_referee=True)
    answer = said(boss, asked, working(worker, employer))
    actions.contest(by=worker, answer=answer, words=f"{word}-Nein")
    other, firm = factories.make_user(), factories.make_employer("Stempel GmbH", employer.place)
    factories.make_profile(other, worker.profile.occupation, name="Bert Stiller")
    factories.make_member(firm, worker, "Zwei", is_referee=True)
    said(worker, open_round(firm), working(other, firm))
