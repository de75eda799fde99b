"""Years at employers, counted: every calendar month once. The drawing, the numbers and the sentences all read this one tree."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

YEAR = 12
MOST_RINGS_IN_LISTS = 10  # a full tree tells a person's age, and age has no place in a list (law 11)


def month_of(day: date) -> int:
    """The number of a calendar month, so that months can be counted: year * 12 + month."""
    return day.year * YEAR + day.month - 1


class Claim(NamedTuple):
    """Somebody says that the months first to last, both counted, were spent with an employer. `since`: when that job began."""

    employer: str
    first: int
    last: int
    confirmed: bool
    since: int


class Run(NamedTuple):
    """Counted months with one employer, until another one follows. `months`: confirmed or not, one by one."""

    employer: str
    number: int  # a firm that somebody comes back to keeps its number and tone
    first: int
    months: tuple[bool, ...]

    @property
    def rings(self) -> int:
        """Closed rings and the arc that is not closed yet."""
        return -(-len(self.months) // YEAR)


class Share(NamedTuple):
    """All months of one employer."""

    employer: str
    number: int
    confirmed: int
    declared: int


@dataclass(frozen=True)
class Tree:
    """Runs from the pith to the bark: oldest first."""

    runs: tuple[Run, ...] = ()

    @cached_property
    def confirmed(self) -> int:
        return sum(sum(run.months) for run in self.runs)

    @cached_property
    def declared(self) -> int:
        return sum(len(run.months) for run in self.runs) - self.confirmed

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """One per employer, in the order of their numbers."""
        months: dict[tuple[int, str], list[bool]] = {}
        for run in self.runs:
            months.setdefault((run.number, run.employer), []).extend(run.months)
        return tuple(
            Share(employer, number, sum(each), len(each) - sum(each))
            for (number, employer), each in sorted(months.items())
        )

    def outermost(self, most: int = MOST_RINGS_IN_LISTS) -> "Tree":
        """The newest `most` rings at most, numbers kept. For lists."""
        kept: list[Run] = []
        for run in reversed(self.runs):
            room = most - sum(each.rings for each in kept)
            if room <= 0:
                break
            kept.append(run._replace(months=run.months[-room * YEAR :]))
        return Tree(tuple(reversed(kept)))


def grow(claims: Iterable[Claim]) -> Tree:
    """Count each month once: a confirmed month beats a self-declared one, then the job that began first wins."""
    owner: dict[int, tuple[str, bool]] = {}
    for claim in sorted(claims, key=lambda each: (not each.confirmed, each.since, each.employer)):
        for month in range(claim.first, claim.last + 1):
            owner.setdefault(month, (claim.employer, claim.confirmed))
    numbers: dict[str, int] = {}
    runs = []
    for employer, months in groupby(sorted(owner), key=lambda month: owner[month][0]):
        number = numbers.setdefault(employer, len(numbers) + 1)
        counted = list(months)
        runs.append(Run(employer, number, counted[0], tuple(owner[month][1] for month in counted)))
    return Tree(tuple(runs))


def claims(employer: str, first: int, last: int, vouched: Iterable[tuple[int, int]]) -> list[Claim]:
    """One station as stretches that are confirmed or not. Confirmations count only for months the station itself covers."""
    covered = {month for start, end in vouched for month in range(max(start, first), min(end, last) + 1)}
    stretches = []
    for confirmed, months in groupby(range(first, last + 1), key=covered.__contains__):
        counted = list(months)
        stretches.append(Claim(employer, counted[0], counted[-1], confirmed, first))
    return stretches
