"""Two colleagues who confirm each other, and a word that is older than 3 years."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from django.utils import timezone

from network.profiles.models import Station
from references.demo import clock
from references.demo.employers import Company
from references.demo.signing import Said, asked_by_mail, of_boss
from references.demo.workers import Worker

LONG_AGO = 1240  # days
PAIRS = 2


def pairs(companies: dict[str, Company], made: list[Worker]) -> None:
    by_employer = {company.employer.pk: company for company in companies.values()}
    _long_ago(made, by_employer)
    for one, other in list(_side_by_side(made))[:PAIRS]:
        for (worker, station), (speaker, _theirs) in ((one, other), (other, one)):
            with clock.days_ago(33):
                said = Said(speaker.profile.name, "Fachkraft", "colleague")
                asked_by_mail(worker, station, by=speaker.user, said=said)


def _long_ago(made: list[Worker], by_employer: dict[int, Company]) -> None:
    """The first who had left a firm by then."""
    then = timezone.localdate() - timedelta(days=LONG_AGO)
    for worker, station in _stations(made):
        if station.end and station.end < then:
            company = by_employer[station.employer_id or 0]
            with clock.days_ago(LONG_AGO):
                asked_by_mail(worker, station, by=company.boss, said=of_boss(company))
            return


def _stations(made: list[Worker]) -> Iterator[tuple[Worker, Station]]:
    return ((worker, each) for worker in made for each in worker.stations if each.employer_id and each.occupation)


def _side_by_side(made: list[Worker]) -> Iterator[tuple[tuple[Worker, Station], tuple[Worker, Station]]]:
    today = timezone.localdate()
    for one, other in combinations(_stations(made), 2):
        here, there = one[1], other[1]
        same = here.employer_id == there.employer_id and one[0] is not other[0]
        if same and max(here.start, there.start) < min(here.end or today, there.end or today):
            yield one, other
