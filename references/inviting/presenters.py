"""What the firm wrote, to be read before anything is signed; and what the firm sees of it afterwards, which is next to nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext, pgettext

from network.employers.models import Employer
from network.occupations import lookup
from network.occupations.models import Occupation
from network.profiles.months import month_of
from network.ui.pages import Row
from network.ui.templatetags.ui import day
from references import overview
from references.drafts import Draft
from references.facts import facts_rows, work_level
from references.inviting import emails, rules
from references.ladder import FIRM
from references.models import WorkerInvitation
from references.presenters import span_signed


@dataclass(frozen=True)
class Words:
    """A reference that is not signed yet."""

    about: str
    sentences: list[str]
    text: str
    again: bool
    occupation: str
    work_level: str  # of a firm that states facts only, with tasks and training
    tasks: list[str]
    training: list[str]
    span: str
    referee: str
    role: str
    together: bool
    firm: str


def words_of(draft: Draft, *, about: str, employer: Employer) -> Words:
    """As it would be signed today: a firm that states facts only has no sentences, whatever stands in the draft."""
    draft = draft.settled(facts_only=employer.facts_only)
    known = lookup.statements_called(draft.statements)
    occupation = Occupation.objects.get(slug=draft.occupation)
    return Words(
        about=about,
        sentences=[str(known[code]) for code in draft.statements if code in known],
        text=draft.text,
        again=draft.again,
        occupation=str(occupation),
        work_level=work_level(occupation.level) if employer.facts_only else "",
        tasks=draft.tasks,
        training=draft.training,
        span=span_signed(month_of(draft.first), month_of(draft.last) if draft.last else None),
        referee=draft.name,
        role=draft.role,
        together=draft.relation == FIRM,
        firm=f"{employer.name}, {employer.place.name}",
    )


def said_in(invitation: WorkerInvitation) -> Words | None:
    """None where the firm only invites."""
    if not invitation.draft:
        return None
    return words_of(Draft.of(invitation), about=invitation.name, employer=invitation.employer)


def title(invitation: WorkerInvitation) -> str:
    return title_of(invitation.employer.name, with_words=bool(invitation.draft))


def title_of(firm: str, *, with_words: bool) -> str:
    names = {"firm": firm}
    if with_words:
        return pgettext("to worker", "%(firm)s wants to vouch for you") % names
    return pgettext("to worker", "%(firm)s invites you") % names


def who(invitation: WorkerInvitation) -> str:
    """Who at the firm wrote, and when."""
    names = {"who": emails.sender(invitation), "day": _day(invitation.created_at), "firm": invitation.employer.name}
    if names["who"]:
        return pgettext("to worker", "Written on %(day)s by %(who)s.") % names
    return pgettext("to worker", "%(firm)s wrote to you on %(day)s.") % names


def rows(waiting: Iterable[WorkerInvitation]) -> list[overview.Row]:
    """For the list of the worker."""
    return [
        overview.Row(
            title(each),
            each.employer.place.name,
            pgettext("to worker", "Sent on %(day)s. You can answer until %(end)s.")
            % {"day": _day(each.created_at), "end": _day(each.expires_at)},
            reverse("references:invited_own", args=[each.public_id]),
        )
        for each in waiting
    ]


# What the firm sees


@dataclass(frozen=True)
class Sent:
    """One paste, file or single invitation. Made of what the firm did, and of nothing that came back."""

    day: str
    what: str
    by: str
    anew: str  # what to do where whoever wrote the words has left


def sent_by(employer: Employer) -> list[Sent]:
    """Newest first, of the last 90 days. Two statements, however many rows."""
    members = list(employer.memberships.all())
    names, current = {each.user_id: each.name for each in members}, rules.speakers(members)
    shown = employer.worker_invitations.since(timezone.now() - rules.LISTED)
    batches: dict[str, list[WorkerInvitation]] = {}
    for each in shown.only("batch", "by_id", "approved_at", "created_at", "employer_id"):
        batches.setdefault(each.batch, []).append(each)
    return [_sent(batch, names.get(batch[0].by_id or 0, ""), current) for batch in batches.values()]


def _sent(batch: list[WorkerInvitation], name: str, current: set[int]) -> Sent:
    first, written = batch[0], sum(1 for each in batch if each.approved_at)
    waits = timezone.now() - rules.AGAIN_AFTER < first.created_at
    anew = ""
    if written and waits and first.by_id not in current:
        anew = pgettext(
            "to employer",
            "Whoever wrote this does not speak for you any more. Who has not taken it over by then cannot do so now."
            " Write it anew, or take it back.",
        )
    return Sent(_day(first.created_at), _what(len(batch), written), name, anew)


def _what(people: int, written: int) -> str:
    count = ngettext("%(count)d person", "%(count)d people", people) % {"count": people}
    if written == people:
        return pgettext("to employer", "%(people)s, with words") % {"people": count}
    if not written:
        return pgettext("to employer", "%(people)s, invited only") % {"people": count}
    return pgettext("to employer", "%(people)s, %(number)d of them with words") % {"people": count, "number": written}


def to_write_anew(employer: Employer) -> bool:
    """Does anything wait that was written by who has left? Asked of what was sent, whatever became of it."""
    return any(each.anew for each in sent_by(employer))


def lines(words: Words, *, facts_only: bool) -> list[Row]:
    """The check page of who writes."""
    nothing = pgettext("to referee", "Nothing")
    found = [
        Row(pgettext("to referee", "Person"), words.about),
        Row(pgettext("to referee", "Employer"), words.firm),
        Row(pgettext("to referee", "Time there"), words.span, "work"),
        Row(pgettext("to referee", "Occupation"), words.occupation, "work"),
    ]
    if facts_only:
        found += facts_rows(level=words.work_level, tasks=words.tasks, training=words.training)
    else:
        again = pgettext("to referee", "Yes") if words.again else pgettext("to referee", "No answer")
        found += [
            Row(pgettext("to referee", "Seen"), words.sentences or nothing, "seen"),
            Row(pgettext("to referee", "A situation"), words.text or nothing, "seen"),
            Row(pgettext("to referee", "Would hire again"), again, "seen"),
        ]
    return [*found, Row(pgettext("to referee", "You"), f"{words.referee}, {words.role}", "you")]


def _day(moment: datetime) -> str:
    return day(timezone.localdate(moment))
