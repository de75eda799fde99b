"""How do we know? One word with all that stands behind it, for the page that says it in plain words (law 2)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from network.employers import presenters as employers
from network.profiles.months import month_of
from network.ui.templatetags.ui import day, duration
from references.ladder import COLLEAGUE, FIRM, SUPERIOR
from references.models import Reference
from references.payload import said_in
from references.presenters import COMMON_STATION, THERE_TOO, Sheet, how_employer, how_person

# The ladder of design.md, section 4, as the page explains it.
LADDER: tuple[tuple[int, Promise, Promise], ...] = (
    (0, pgettext_lazy("ladder", "Self-declared"), gettext_lazy("Only the worker says so. Nobody has confirmed it.")),
    (
        1,
        pgettext_lazy("ladder", "Colleague, customer, or somebody not checked further"),
        gettext_lazy(
            "Somebody who was there confirms it. Whether they worked there, or who exactly they are, was not checked."
        ),
    ),
    (
        2,
        THERE_TOO,
        gettext_lazy(
            "A colleague known by the own sign-in. A boss or the firm has confirmed that both were there at the same time."
        ),
    ),
    (
        3,
        pgettext_lazy("ladder", "Superior, identity confirmed"),
        gettext_lazy(
            "A boss, known by a code or the own sign-in. That the firm speaks through them, nobody has checked."
        ),
    ),
    (
        4,
        pgettext_lazy("ladder", "Checked employer"),
        gettext_lazy("The firm speaks, and a human at our desk has made sure that it is who it says."),
    ),
    (
        5,
        pgettext_lazy("ladder", "Official body"),
        gettext_lazy("A chamber, school or authority speaks, and its register or seal was seen."),
    ),
)
RELATIONS = {
    SUPERIOR: pgettext_lazy("how do we know", "direct superior"),
    FIRM: pgettext_lazy("how do we know", "speaks for the firm"),
    COLLEAGUE: pgettext_lazy("how do we know", "colleague"),
}


@dataclass(frozen=True)
class Rung:
    level: int
    name: str
    means: str
    here: bool


@dataclass(frozen=True)
class Knowing:
    """What references/how_body.html shows; voices and witnesses fill the same."""

    who: list[tuple[str, str]]  # label, value
    person: list[str]  # sentences: how it is known who speaks
    employer: list[str]  # sentences: how the firm was checked
    together: str  # how long the speaker has seen the work; empty if not known
    level: int
    since: list[str]
    mutual: bool = False
    aged: bool = False
    corrects: datetime | None = None  # when the one was signed that it puts right
    objected: bool = False

    @property
    def ladder(self) -> list[Rung]:
        """All six, the one that holds marked. They say how something is known, and are never added up."""
        return [Rung(at, str(name), str(means), at == self.level) for at, name, means in LADDER]


def of_reference(reference: Reference, sheet: Sheet, name: str) -> Knowing:
    """`name` is the worker's as the own page shows it. One statement, for how the employer was checked."""
    said, signed = said_in(reference), timezone.localdate(reference.issued_at)
    return Knowing(
        who=[
            (pgettext("how do we know", "Who says it"), sheet.signer if sheet.nameless else sheet.referee),
            (pgettext("how do we know", "In which role"), f"{sheet.role}, {RELATIONS[sheet.relation]}"),
            (pgettext("how do we know", "Where"), sheet.firm),
            (pgettext("how do we know", "About whom"), name),
            (pgettext("how do we know", "Signed on"), day(signed)),
        ],
        person=[*how_person(said), *common_time(sheet.level)],
        employer=[*how_employer(said), *_proofs(reference, signed)],
        together=_together(sheet, said["station"], signed),
        level=sheet.level,
        since=sheet.since,
        mutual=sheet.mutual,
        aged=sheet.aged,
        corrects=sheet.corrects,
        objected=sheet.objected,
    )


def common_time(level: int) -> list[str]:
    return (
        [_("That both worked there at the same time, a boss or the firm has confirmed.")]
        if level == COMMON_STATION
        else []
    )


def _proofs(reference: Reference, signed: date) -> list[str]:
    """What the desk had seen on the day of the signature."""
    return employers.known_on(reference.employer.proofs.all(), signed) if reference.employer else []


def _together(sheet: Sheet, station: dict[str, str | None], signed: date) -> str:
    first = month_of(station["first"] or "")
    last = month_of(station["last"]) if station["last"] else signed
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return _("%(span)s: %(time)s.") % {"span": sheet.span, "time": duration(months)}
