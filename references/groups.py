"""Statements as the referee sees them: twelve that fit best, some of each aspect, and the rest behind a fold."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from network.occupations.models import Statement
from network.occupations.vocabulary import ASPECTS

FIRST = 12


@dataclass(frozen=True)
class Tick:
    code: str
    sentence: str
    checked: bool
    first: bool  # the one that the error summary jumps to


@dataclass(frozen=True)
class Group:
    name: str
    ticks: list[Tick]


def grouped(fitting: Sequence[Statement], chosen: Set[str]) -> tuple[list[Group], list[Group]]:
    """The first ones and the others. What is ticked already is never hidden behind the fold."""
    near = [each for at, each in enumerate(fitting) if at < FIRST or each.code in chosen]
    far = [each for each in fitting if each not in near]
    return _by_aspect(near, chosen, lead=True), _by_aspect(far, chosen, lead=False)


def _by_aspect(statements: Iterable[Statement], chosen: Set[str], *, lead: bool) -> list[Group]:
    every = list(statements)
    groups: list[Group] = []
    for aspect in ASPECTS:
        of_it = [each for each in every if each.aspect == aspect.slug]
        if of_it:
            ticks = [Tick(x.code, str(x), x.code in chosen, lead and not groups and x is of_it[0]) for x in of_it]
            groups.append(Group(str(aspect), ticks))
    return groups
