"""What somebody of the firm is writing, before it is approved: in the own session, a day at most. Nothing about the person is
stored for others before somebody stands for it, and the mail goes out at the same moment (law 3)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from accounts.ids import public_id
from network.employers.models import Employer
from references.drafts import Draft

KEY = "inviting"
LIFE = timedelta(days=1)
AT_ONCE = 5  # the oldest gives way
STEPS = ("who", "work", "seen", "facts", "you", "check")
EVERY_ANSWER = ["start", "work", "seen", "facts", "you"]  # as the mail route calls them


@dataclass
class Sheet:
    """One person being written about."""

    id: str
    employer: str
    at: str
    name: str = ""
    email: str = ""
    message: str = ""
    draft: dict[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> Draft:
        return Draft.read(self.draft)


def way(employer: Employer) -> list[str]:
    left_out = "seen" if employer.facts_only else "facts"
    return [step for step in STEPS if step != left_out]


def open_step(sheet: Sheet, employer: Employer) -> str:
    """The first one without an answer."""
    through = sheet.words.answered
    return next((step for step in way(employer) if step not in through), "check")


def step_before(step: str, employer: Employer) -> str:
    steps = way(employer)
    return steps[max(0, steps.index(step) - 1)]


def begin(employer: Employer) -> Sheet:
    return Sheet(public_id(), employer.public_id, timezone.now().isoformat())


def find(request: HttpRequest, employer: Employer, sheet_id: str) -> Sheet | None:
    """Of this person, this firm and this day."""
    return next((each for each in _all(request) if each.id == sheet_id and each.employer == employer.public_id), None)


def keep(request: HttpRequest, sheet: Sheet, *, step: str = "", **answers: Any) -> None:
    """The answers of one step; without `step` it stays open."""
    draft = sheet.words
    for name, value in answers.items():
        setattr(draft, name, value)
    if step:
        draft.answered = [*(each for each in draft.answered if each != step), step]
    sheet.draft = draft.as_json()
    others = [each for each in _all(request) if each.id != sheet.id]
    _store(request, [sheet, *others][:AT_ONCE])


def drop(request: HttpRequest, sheet: Sheet) -> None:
    _store(request, [each for each in _all(request) if each.id != sheet.id])


def complete(sheet: Sheet) -> dict[str, Any]:
    """The draft as issuing asks for it: every question of the mail route is answered, also those that were not put."""
    draft = sheet.words
    draft.answer, draft.exact = "other", True
    draft.answered = EVERY_ANSWER
    return draft.as_json()


def _all(request: HttpRequest) -> list[Sheet]:
    since = timezone.now() - LIFE
    kept = [Sheet(**each) for each in request.session.get(KEY, [])]
    return [each for each in kept if datetime.fromisoformat(each.at) > since]


def _store(request: HttpRequest, sheets: list[Sheet]) -> None:
    request.session[KEY] = [vars(each) for each in sheets]
