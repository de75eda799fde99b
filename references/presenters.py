"""References as plain values for pages. Sentences come in the reader's language from their codes; the rest as it was signed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from network.occupations import lookup
from network.occupations.models import Statement
from network.profiles import passes, words
from network.profiles.models import Station
from network.profiles.months import month_of
from network.ui.templatetags.ui import day, month
from references import rules
from references.changes import corrected, corrects, ended, is_objected, since
from references.facts import work_level
from references.ladder import COLLEAGUE, FIRM, ROOM, SUPERIOR
from references.models import Reference
from references.payload import is_name_erased, said_in

PLATES = {
    SUPERIOR: pgettext_lazy("provenance of a reference", "Superior, confirmed by code"),
    FIRM: pgettext_lazy("provenance of a reference", "Speaks for the firm, confirmed by code"),
    COLLEAGUE: pgettext_lazy("provenance of a reference", "Colleague, confirmed by code"),
}
COMMON_STATION, THERE_TOO = 2, pgettext_lazy("ladder", "Colleague who worked there too")
OBJECTED = gettext_lazy("The firm says that nobody there made this statement. The desk is looking into it.")


@dataclass(frozen=True)
class Sheet:
    """One reference as a sheet of paper."""

    public_id: str
    worker: str
    sentences: list[str]
    text: str
    again: bool
    occupation: str
    work_level: str  # of who states facts only, with tasks and training; said elsewhere nothing is
    tasks: list[str]
    training: list[str]
    span: str
    referee: str
    role: str
    relation: str
    firm: str
    signed: date
    level: int
    plate: str
    how: list[str]  # sentences: how it was checked
    since: list[str]  # sentences: what has changed since
    withdrawn: datetime | None
    ended: str  # a sentence: who does not stand by it any more
    corrected: datetime | None  # since when a newer one stands in its place
    corrects: datetime | None  # when the one was signed in whose place it stands
    mutual: bool = False  # the two confirm each other, and this reader may know
    aged: bool = False  # older than 3 years
    objected: bool = False  # the firm says that nobody there said it, and the desk has not decided
    nameless: bool = False  # whoever signed had the own name erased: the role stands there, see `signer`
    passed: str = ""  # opens the check page for who holds a share link, see network/profiles/passes.py

    @property
    def together(self) -> bool:  # "That is what we saw": for the employer, and not only in one's own name
        return self.relation == FIRM

    @property
    def signer(self) -> str:
        """ "Monika Brandt, Meisterin", or what is left of it."""
        if self.nameless:
            return _("%(role)s, name deleted on request") % {"role": self.role}
        return f"{self.referee}, {self.role}"

    @property
    def check_url(self) -> str:
        return self._beside("references:verify")

    @property
    def how_url(self) -> str:
        return self._beside("references:how")

    def _beside(self, name: str) -> str:
        here = reverse(name, args=[self.public_id])
        return f"{here}?{urlencode({passes.NAME: self.passed})}" if self.passed else here


def statements_of(references: Iterable[Reference]) -> dict[str, Statement]:
    """The catalogue's sentences for all of them, retired ones too."""
    return lookup.statements_called(code for each in references for code in said_in(each).get("statements", []))


def sheets(references: Sequence[Reference]) -> list[Sheet]:
    """Asks once, for the sentences. The references come with employer and what_changed()."""
    known = statements_of(references)
    return [sheet(each, known) for each in references]


def sheet(reference: Reference, known: Mapping[str, Statement]) -> Sheet:
    said = said_in(reference)
    station, referee = said["station"], said["referee"]
    last = month_of(station["last"]) if station["last"] else None
    return Sheet(
        public_id=reference.public_id,
        worker=said["worker"]["name"],
        sentences=[str(known[code]) if code in known else code for code in said["statements"]],
        text=said["text"],
        again=said.get("hire_again", False),
        occupation=said["occupation"]["name"],
        work_level=work_level(said["occupation"]["level"]) if "tasks" in said else "",
        tasks=said.get("tasks", []),
        training=said.get("training", []),
        span=span(month_of(station["first"]), last, timezone.localdate(reference.issued_at)),
        referee=referee["name"],
        role=referee["role"],
        relation=referee["relation"],
        firm=firm_in(said),
        signed=timezone.localdate(reference.issued_at),
        level=said["level"],
        plate=plate(said["level"], referee["relation"], said["checked"]["how"]),
        how=how(said),
        since=since(reference, said),
        withdrawn=reference.withdrawal.at if rules.is_withdrawn(reference) else None,
        ended=ended(reference),
        corrected=corrected(reference),
        corrects=corrects(reference),
        mutual=getattr(reference, "mutual", False),
        aged=rules.is_aged(reference, timezone.localdate()),
        objected=is_objected(reference),
        nameless=is_name_erased(reference),
    )


def span_claimed(station: Station) -> str:
    return words.span(station.start, station.end, start_about=station.start_about, end_about=station.end_about)


def span_signed(first: date, last: date | None) -> str:
    """For the check page, before there is a day of signature."""
    return words.span(first, last)


def span(first: date, last: date | None, signed: date) -> str:
    """ "September 2013 to June 2020"; who still worked there worked there on the day of the signature."""
    if last:
        return words.span(first, last)
    return _("%(start)s to the day of the signature, %(day)s") % {"start": month(first), "day": day(signed)}


def firm_in(said: Mapping[str, Any]) -> str:
    employer = said["employer"]
    return ", ".join(filter(None, [employer["name"], employer["place"]]))


def plate(level: int, relation: str, known: str) -> str:
    """`known` is one of ladder.WAYS."""
    if known == ROOM:
        return _("In person, not checked further")
    if level == COMMON_STATION:
        return str(THERE_TOO)
    return str(_("Checked employer") if level >= 4 else PLATES[relation])


def how(said: Mapping[str, Any]) -> list[str]:
    """How the person was known, and the employer, on the day of the signature."""
    return [*how_person(said), *how_employer(said)]


def how_person(said: Mapping[str, Any]) -> list[str]:
    checked = said["checked"]
    known = {
        "code": _("A code to the mailbox of the referee was entered correctly."),
        "phone": _("A code to the phone of the referee was entered correctly."),
        "link": _("Whoever opened the link of the mail has answered."),
        "room": _(
            "Answered in person, by digits from screen to screen or a slip of paper. Who it was, nobody checked further."
        ),
        "account": _("The referee was signed in, with a confirmed mailbox."),
        "member": _("The referee was signed in and speaks for the employer by its own word."),
    }
    domain = [_("The mailbox is at the employer's own domain.")] if checked["own_domain"] else []
    return [known[checked["how"]], *domain]


def how_employer(said: Mapping[str, Any]) -> list[str]:
    if held := said["checked"]["employer_until"]:
        until = day(date.fromisoformat(held))
        return [_("A human had checked the employer. The check held until %(day)s.") % {"day": until}]
    return [_("The employer was not checked.")]
