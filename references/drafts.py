"""What a referee has answered so far. Kept with the request at every step, gone when it closes."""

from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from network.occupations.models import Occupation
from network.profiles.models import Station
from network.profiles.rules import check_months
from references.models import Asked

STEPS = ("start", "work", "seen", "facts", "you", "code", "check")
# Not where the employer states facts only (§ 94 (2) BetrVG, see Employer.facts_only), and only there.
JUDGED = {"statements", "text", "again"}
PLAIN = {"tasks", "training"}


@dataclass
class Draft:
    """Months are "2013-09"; `last` is None for who still works there."""

    answer: str = ""  # yes | other
    first: str = ""
    last: str | None = None
    occupation: str = ""  # slug
    statements: list[str] = field(default_factory=list)
    text: str = ""
    hinted: list[str] = field(default_factory=list)  # coded words that were pointed out already
    again: bool = False
    tasks: list[str] = field(default_factory=list)
    training: list[str] = field(default_factory=list)
    name: str = ""
    role: str = ""
    relation: str = ""
    exact: bool = (
        True  # False: what the worker says cannot be signed as it is, so even who says that all is right is asked
    )
    answered: list[str] = field(default_factory=list)  # steps that are through
    holder: str = ""  # in person: which browser writes it, see handshake/holding.py

    @classmethod
    def of(cls, request: Asked) -> "Draft":
        return cls.read(request.draft)

    @classmethod
    def read(cls, kept: dict[str, Any]) -> "Draft":
        known = {each.name for each in fields(cls)}
        return cls(**{name: value for name, value in kept.items() if name in known})

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def mark(self, step: str, station: Station) -> None:
        """This step is through. Who says that all was right at once has answered the months too, unless only years are known."""
        through = [each for each in self.answered if each != step]
        if step == "start" and self.answer == "yes":
            self.take_from(station)
        if step == "start":
            self.exact = is_sure(station)
            through = [each for each in through if each != "work"]
            through += ["work"] if self.answer == "yes" and self.exact else []
        self.answered = [*through, step]

    def take_from(self, station: Station) -> None:
        """What the worker has claimed, as the referee's own answer."""
        self.first, self.last = f"{station.start:%Y-%m}", f"{station.end:%Y-%m}" if station.end else None
        self.occupation = station.occupation.slug if station.occupation else ""

    def settled(self, *, facts_only: bool) -> "Draft":
        """What is signed: without the words of the other kind, left from before the employer changed its mind."""
        empty = Draft()
        return replace(self, **{name: getattr(empty, name) for name in (JUDGED if facts_only else PLAIN)})

    def occupation_words(self) -> dict[str, Any]:
        found = Occupation.objects.get(slug=self.occupation)
        return {"slug": found.slug, "name": str(found.names["de"]), "level": found.level}

    def open_step(self, *, facts_only: bool, known: bool) -> str:
        """The first step without an answer; "check" when all are through. The order is the way through the pages."""
        for step in way(facts_only=facts_only):
            if step == "code" and not known:
                return step
            if step not in ("code", "check") and step not in self.answered:
                return step
        return "check"


def is_sure(station: Station) -> bool:
    """The months are known and can be true: the firm may have said since when it exists only after the worker named it."""
    if station.start_about or station.end_about:
        return False
    try:
        check_months(start=station.start, end=station.end, employer=station.employer, today=timezone.localdate())
    except ValidationError:
        return False
    return True


def way(*, facts_only: bool) -> list[str]:
    left_out = "seen" if facts_only else "facts"
    return [step for step in STEPS if step != left_out]


def step_before(step: str, draft: Draft, *, facts_only: bool) -> str:
    """Where "Back" leads. The months are passed over where they were right at once."""
    steps = [
        each for each in way(facts_only=facts_only) if not (each == "work" and draft.answer == "yes" and draft.exact)
    ]
    if step not in steps:
        return "start"
    return steps[max(0, steps.index(step) - 1)]
