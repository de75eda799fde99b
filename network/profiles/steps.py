"""Steps inside one station: apprentice, lead hand, master. Kept with the station, oldest first, see Station.steps."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from network.profiles.months import month_of
from network.profiles.roles import BY_SLUG

if TYPE_CHECKING:
    from network.profiles.models import Station

MOST_STEPS = 12
LONGEST_TITLE = 60


class Step(NamedTuple):
    """`role` is a slug of roles.ROLES, or empty where own words say it; `title` wins where both are there."""

    role: str
    title: str
    start: date
    about: bool = False

    @property
    def name(self) -> str:
        return self.title or BY_SLUG[self.role].name

    @property
    def key(self) -> str:
        """Names the step in addresses: what it says, so that a second tab never means another one."""
        return sha256(repr((self.role, self.title, self.start.isoformat(), self.about)).encode()).hexdigest()[:12]

    def as_json(self) -> dict[str, Any]:
        return {"role": self.role, "title": self.title, "start": f"{self.start:%Y-%m}", "about": self.about}


class Stretch(NamedTuple):
    """A step with the month in which it ended: the one before the next step began. None: as long as the station."""

    step: Step
    last: date | None
    last_about: bool


def steps_of(station: "Station") -> list[Step]:
    """Oldest first."""
    return [
        Step(each["role"], each["title"], month_of(each["start"]), each["about"])
        for each in station.steps
        if each["title"] or each["role"] in BY_SLUG
    ]


def as_json(steps: Iterable[Step]) -> list[dict[str, Any]]:
    """To be stored: oldest first."""
    return [step.as_json() for step in sorted(steps, key=lambda step: (step.start, step.role, step.title))]


def stretches(steps: Iterable[Step]) -> list[Stretch]:
    """Newest first. Steps that begin in the same month last equally long."""
    known = sorted(steps, key=lambda step: (step.start, step.role, step.title), reverse=True)
    found = []
    for step in known:
        following = min(
            (other for other in known if other.start > step.start), key=lambda other: other.start, default=None
        )
        last = _month_before(following.start) if following else None
        found.append(Stretch(step, last, bool(following and following.about)))
    return found


def _month_before(day: date) -> date:
    return date(day.year - (day.month == 1), (day.month - 2) % 12 + 1, 1)
