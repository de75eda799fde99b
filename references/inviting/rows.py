"""The lines of a team list, checked: each with its problem in plain words, and in the end people to invite."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import ngettext, pgettext

from accounts.forms import AddressField
from accounts.models import User
from network.employers.forms import ADDRESS_ERRORS
from network.employers.models import Employer
from network.moving.reading import dates
from network.occupations.fields import OccupationField
from network.occupations.models import Occupation
from network.profiles.rules import check_months
from network.ui.templatetags.ui import month
from references.drafts import Draft
from references.inviting import rules, sheets
from references.inviting.actions import Person, problems
from references.inviting.forms import WhoForm, check_name
from references.inviting.writing import EVERY_ANSWER
from references.ladder import FIRM

Meant = tuple[Occupation | None, str]  # what an occupation is, or what is wrong with it
NAME = WhoForm.base_fields["name"]


@dataclass
class Checked:
    """One person of the list. `wrong` says what is not right, in the order of the columns."""

    line: sheets.Line
    name: str = ""
    email: str = ""
    first: str = ""  # "2019-09"
    since: str = ""  # the same in words
    occupation: Occupation | None = None
    wrong: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """How the page calls the line."""
        return self.name or self.line.name or self.line.mail


def check(text: str, *, by: User, employer: Employer) -> list[Checked]:
    """Raises sheets.Unreadable where it is no list, or one of too many people."""
    lines = sheets.read(text)
    if len(lines) > rules.A_TEAM:
        words = ngettext(
            "One list holds at most %(most)d people, and this one has %(count)d. Make two of it.",
            "One list holds at most %(most)d people, and this one has %(count)d. Make two of it.",
            len(lines),
        )
        raise sheets.Unreadable(words % {"most": rules.A_TEAM, "count": len(lines)})
    if not lines:
        raise sheets.Unreadable(pgettext("to employer", "Enter at least one line, or choose a file"))
    meant: dict[str, Meant] = {}
    found = [_one(line, employer, meant) for line in lines]
    with_mailbox = [each for each in found if each.email]
    for at, words in problems(by=by, employer=employer, emails=[each.email for each in with_mailbox]).items():
        with_mailbox[at].wrong.append(words)
    return found


def people(checked: list[Checked], *, name: str, role: str) -> list[Person]:
    """With month and occupation it is a word that states facts alone; `name` and `role` stand for it."""
    return [Person(each.name, each.email, _words(each, name, role)) for each in checked]


def have_words(checked: list[Checked]) -> bool:
    return any(each.first for each in checked)


def _words(each: Checked, name: str, role: str) -> dict[str, object]:
    if not each.first or not each.occupation:
        return {}
    draft = Draft(answer="other", first=each.first, occupation=each.occupation.slug)
    draft.name, draft.role, draft.relation = name, role, FIRM
    draft.answered = EVERY_ANSWER
    return draft.as_json()


def _one(line: sheets.Line, employer: Employer, meant: dict[str, Meant]) -> Checked:
    found = Checked(line)
    _name(found)
    try:
        found.email = AddressField(error_messages=ADDRESS_ERRORS).clean(line.mail)
    except ValidationError as problem:
        found.wrong += problem.messages
    if line.since or line.occupation:
        _work(found, employer, meant)
    return found


def _name(found: Checked) -> None:
    try:
        found.name = check_name(NAME.clean(found.line.name))
    except ValidationError as problem:
        found.wrong += problem.messages


def _work(found: Checked, employer: Employer, meant: dict[str, Meant]) -> None:
    line = found.line
    if not (line.since and line.occupation):
        words = pgettext(
            "to employer",
            "For a word we need the first month and the occupation. Add the other one, or leave both out.",
        )
        found.wrong.append(words)
        return
    said = dates.month(line.since)
    if said is None or said.about:
        found.wrong.append(pgettext("to employer", "Write the first month like this: 09/2019"))
    else:
        try:
            check_months(start=said.day, end=None, employer=employer, today=timezone.localdate())
            found.first, found.since = f"{said.day:%Y-%m}", month(said.day)
        except ValidationError as problem:
            found.wrong += problem.messages
    if line.occupation not in meant:
        meant[line.occupation] = _occupation(line.occupation)
    found.occupation, wrong = meant[line.occupation]
    found.wrong += [wrong] if wrong else []


def _occupation(text: str) -> Meant:
    """Asked once for each word: a team has few occupations."""
    field = OccupationField()
    try:
        return field.clean(text), ""
    except ValidationError:
        likely = [each.label for each in field.candidates(text)[:3]]
    if likely:
        words = pgettext("to employer", "Which occupation is it? Write it like this: %(likely)s")
        return None, words % {"likely": ", ".join(likely)}
    return None, pgettext("to employer", "We do not know this occupation yet. Try another word, or leave it out.")
