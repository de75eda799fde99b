"""What a worker has to renew, and when. Plain values from the papers, for the page and for the calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from network.occupations.models import in_language
from network.occupations.validity import duties
from network.profiles.querysets_papers import Paper

SOON = timedelta(days=90)
AHEAD = timedelta(days=3 * 365)  # duties in the calendar


@dataclass(frozen=True)
class Deadline:
    paper: int
    name: str
    on: date
    duty: bool = False  # something returns on that day; otherwise the paper ends on it
    every: int = 0  # months, for a duty


@dataclass(frozen=True)
class Deadlines:
    """Grouped by what comes next. `duties` holds the next day of each; `unknown` the papers whose day nobody can tell."""

    ran_out: tuple[Deadline, ...]
    soon: tuple[Deadline, ...]
    later: tuple[Deadline, ...]
    duties: tuple[Deadline, ...]
    unknown: tuple[Paper, ...]

    def __bool__(self) -> bool:
        return any((self.ran_out, self.soon, self.later, self.duties, self.unknown))


def deadlines(papers: Iterable[Paper], today: date) -> Deadlines:
    held = list(papers)
    ends = [_end(paper, paper.valid_until) for paper in held if paper.valid_until]
    next_duties = [due for paper in held if (due := next_duty(paper, today))]
    unknown = [paper for paper in held if _is_unknown(paper)]
    return Deadlines(
        ran_out=_sorted(each for each in ends if each.on < today),
        soon=_sorted(each for each in ends if today <= each.on <= today + SOON),
        later=_sorted(each for each in ends if each.on > today + SOON),
        duties=_sorted(next_duties),
        unknown=tuple(sorted(unknown, key=lambda paper: name_of(paper).casefold())),
    )


def next_duty(paper: Paper, today: date) -> Deadline | None:
    """The next day on which something returns, while the paper holds."""
    return next(iter(_duties(paper, today, today + AHEAD)), None)


def for_calendar(papers: Iterable[Paper], today: date) -> list[Deadline]:
    """Every end, also one that has passed, and what returns within three years."""
    found = []
    for paper in papers:
        if paper.valid_until:
            found.append(_end(paper, paper.valid_until))
        found += _duties(paper, today, today + AHEAD)
    return list(_sorted(found))


def name_of(paper: Paper) -> str:
    return str(in_language(dict(paper.names)))


def _end(paper: Paper, on: date) -> Deadline:
    return Deadline(paper.pk, name_of(paper), on)


def _duties(paper: Paper, first: date, last: date) -> list[Deadline]:
    """A paper that ran out has no duties any more, and on its last day the end says enough."""
    if paper.valid_until:
        last = min(last, paper.valid_until - timedelta(days=1))
    every = paper.duty_months or 0
    days = duties(paper.duty_months, paper.issued, first, last)
    return [Deadline(paper.pk, name_of(paper), on, duty=True, every=every) for on in days]


def _is_unknown(paper: Paper) -> bool:
    """It runs out or brings duties, and the day from which they count is missing."""
    runs_out = paper.rule in ("years", "months") and not paper.valid_until
    return runs_out or bool(paper.duty_months and not paper.issued)


def _sorted(found: Iterable[Deadline]) -> tuple[Deadline, ...]:
    return tuple(sorted(found, key=lambda each: (each.on, each.name.casefold(), each.paper)))
