"""Voices as pages say them. Sentences come in the reader's language from their codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from network.occupations import lookup
from network.occupations.models import Statement
from network.profiles import passes, words
from network.profiles.months import month_of
from network.profiles.sight import Sight
from network.ui.templatetags.ui import month
from references import rules as house
from references.ladder import ACCOUNT, CODE, LINK, ROOM
from references.models import Voice
from references.presenters import COMMON_STATION, THERE_TOO
from references.voices import together
from references.voices.about import Context

COLLEAGUE, CUSTOMER = Voice.Kind.COLLEAGUE, Voice.Kind.CUSTOMER
PLATES = {
    (COLLEAGUE, ACCOUNT): pgettext_lazy("provenance of a voice", "Colleague, signed in"),
    (COLLEAGUE, CODE): pgettext_lazy("provenance of a voice", "Colleague, mailbox confirmed by code"),
    (COLLEAGUE, LINK): pgettext_lazy("provenance of a voice", "Colleague, not checked further"),
    (COLLEAGUE, ROOM): pgettext_lazy("provenance of a voice", "Colleague, said in person, not checked further"),
    (CUSTOMER, ACCOUNT): pgettext_lazy("provenance of a voice", "Customer, signed in"),
    (CUSTOMER, CODE): pgettext_lazy("provenance of a voice", "Customer, mailbox confirmed by code"),
    (CUSTOMER, LINK): pgettext_lazy("provenance of a voice", "Customer, by a link in a mail, not checked further"),
    (CUSTOMER, ROOM): pgettext_lazy("provenance of a voice", "Customer, said in person, not checked further"),
}


@dataclass(frozen=True)
class Shown:
    """One voice the way pages show it."""

    public_id: str
    kind: str
    who: str
    about: str
    span: str  # months together; empty for customers
    sentences: list[str]
    level: int
    plate: str
    said: date
    mutual: bool
    aged: bool
    passed: str = ""  # opens the page of its own for who holds a share link

    @property
    def how_url(self) -> str:
        here = reverse("references:voice_how", args=[self.public_id])
        return f"{here}?{urlencode({passes.NAME: self.passed})}" if self.passed else here


@dataclass(frozen=True)
class Group:
    kind: str
    title: str
    means: str
    together: list[str]  # sentences about stations that three stand for
    voices: list[Shown]


def plate(level: int, kind: str, how: str) -> str:
    return str(THERE_TOO if level == COMMON_STATION else PLATES[Voice.Kind(kind), how])


def shown(voices: Sequence[Voice], sight: Sight | None = None) -> list[Shown]:
    """Asks once, for sentences that this process does not know yet. `mutual` as with_mutual() has set it."""
    known = lookup.statements_called(code for each in voices for code in each.statements)
    return [_shown(each, known, sight.pass_for(each.key_of_item) if sight else "") for each in voices]


def _shown(voice: Voice, known: Mapping[str, Statement], passed: str) -> Shown:
    said = timezone.localdate(voice.closed_at)
    return Shown(
        public_id=voice.public_id,
        kind=voice.kind,
        who=voice.name,
        about=about_words(voice.context),
        span=words.span(voice.first, voice.last) if voice.first else "",
        sentences=[str(known[code]) if code in known else code for code in voice.statements],
        level=voice.level,
        plate=plate(voice.level, voice.kind, voice.how),
        said=said,
        mutual=getattr(voice, "mutual", False),
        aged=house.is_older(said, timezone.localdate()),
        passed=passed,
    )


def about_words(context: Context) -> str:
    """ "Elektro Brandt, Fürth, as electrician", or "Zählerschrank, May 2026, Fürth"."""
    if "firm" in context:
        return ", ".join(filter(None, (context["firm"], context.get("job", ""))))
    when = month(month_of(context["month"])) if context.get("month") else ""
    return ", ".join(filter(None, (context.get("title", ""), when, context.get("place", ""))))


def lines(context: Context) -> list[tuple[str, str]]:
    """(what, the words) for the pages of who answers."""
    said = [
        (pgettext("voice", "Firm"), context.get("firm", "")),
        (pgettext("voice", "Work there"), context.get("job", "")),
        (pgettext("witness", "The work"), context.get("title", "")),
        (pgettext("witness", "Place"), context.get("place", "")),
        (pgettext("witness", "Month"), month(month_of(context["month"])) if context.get("month") else ""),
    ]
    return [(what, text) for what, text in said if text]


def groups(voices: Sequence[Voice], sight: Sight) -> list[Group]:
    """What this reader sees, colleagues first. `voices` from with_mutual()."""
    seen = [each for each in voices if is_seen(each, sight)]
    made = []
    for kind in (COLLEAGUE, CUSTOMER):
        of_it = [each for each in seen if each.kind == kind]
        if of_it:
            title, means = _heads(kind)
            made.append(Group(kind, title, means, together_words(of_it), shown(of_it, sight)))
    return made


def is_seen(voice: Voice, sight: Sight) -> bool:
    """A voice tells what it is about, so a reader of the page must see that too. A share link names the voice itself."""
    if not sight.sees(voice.key_of_item, voice.audience):
        return False
    if sight.owner or sight.items is not None:
        return True
    if voice.sample:
        return voice.sample.shown and sight.sees(voice.sample.key, voice.sample.audience)
    return bool(voice.station and sight.sees(f"station:{voice.station_id}", voice.station.audience))


def _heads(kind: str) -> tuple[str, str]:
    if kind == COLLEAGUE:
        means = _("Sentences ticked by people who worked there too. They speak for themselves, not for the firm.")
        return _("Voices of colleagues"), means
    return _("Voices of customers"), _("Sentences ticked by people for whom one of these works was done.")


def together_words(voices: Sequence[Voice]) -> list[str]:
    """One sentence for each station that three stand for together, as far as this reader sees all three."""
    stations: dict[int, list[Voice]] = {}
    for each in voices:
        if each.station_id:
            stations.setdefault(each.station_id, []).append(each)
    found = [together.three(some) for some in stations.values()]
    return [three_words(each) for each in found if each]


def three_words(found: together.Three) -> str:
    context = found.voices[0].context
    said = {"firm": context.get("firm", ""), "span": words.span(found.first, found.last)}
    return (
        _("Three colleagues confirm this station together, because the firm no longer exists: %(firm)s, %(span)s.")
        % said
    )
