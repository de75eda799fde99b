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
    told = [claim for claim in claims if claim.first <= claim.last]
    ordered = sorted(told, key=lambda each: (not each.confirmed, each.since, each.employer))
    month = min((claim.first for claim in ordered), default=0)
    owner: list[Claim | None] = [None] * (max((claim.last for claim in ordered), default=month) - month + 1)
    for claim in reversed(ordered):  # who comes first writes last
        owner[claim.first - month : claim.last - month + 1] = [claim] * (claim.last - claim.first + 1)
    numbers: dict[str, int] = {}
    runs: list[Run] = []
    for owning, same in groupby(owner):
        length = len(list(same))
        if owning:
            months = (owning.confirmed,) * length
            if runs and runs[-1].employer == owning.employer:
                runs[-1] = runs[-1]._replace(months=runs[-1].months + months)
            else:
                number = numbers.setdefault(owning.employer, len(numbers) + 1)
                runs.append(Run(owning.employer, number, month, months))
        month += length
    return Tree(tuple(runs))


def claims(employer: str, first: int, last: int, vouched: Iterable[tuple[int, int]]) -> list[Claim]:
    """One station as stretches that are confirmed or not. Confirmations count only for months the station itself covers."""
    since, months = first, [False] * (last - first + 1)
    for start, end in vouched:
        begin, after = max(start, first) - first, min(end, last) - first + 1
        if begin < after:
            months[begin:after] = [True] * (after - begin)
    stretches = []
    for confirmed, same in groupby(months):
        length = len(list(same))
        stretches.append(Claim(employer, first, first + length - 1, confirmed, since))
        first += length
    return stretches
