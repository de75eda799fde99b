"""A firm that is asked right now who is still there: one has an answer, two wait, the others never agreed."""

from django.utils import timezone

from references.demo import clock
from references.demo.employers import Company
from references.demo.workers import Worker
from references.models import StampAnswer, StampRound
from references.stamp import actions, rules

AGREED = 3


def rounds(companies: dict[str, Company], made: list[Worker]) -> int:
    """Returns how many people agreed."""
    brandt = companies["brandt-elektro"]
    there = [
        (worker, station)
        for worker in made
        for station in worker.stations
        if station.employer_id == brandt.employer.pk and station.kind == "job" and rules.can_stamp(station)
    ][:AGREED]
    with clock.days_ago(5):
        for worker, station in there:
            actions.agree(by=worker.user, station=station)
    with clock.days_ago(4):
        now = timezone.now()
        half = rules.half_of(timezone.localdate())
        asked = StampRound.objects.create(
            employer=brandt.employer, half=half, opened_at=now, closes_at=rules.ends_at(now)
        )
    with clock.days_ago(3):
        for _worker, station in there[:1]:
            actions.answer(by=brandt.boss, asked=asked, said={station.pk: StampAnswer.Said.YES})
    return len(there)
