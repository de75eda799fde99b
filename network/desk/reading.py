"""Cases as plain values for pages of the desk."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import pgettext

from accounts.models import User
from network.desk import registry
from network.desk.forms_cases import outcomes
from network.desk.models import Case, CaseQuestion, DeskMember
from network.desk.registry import Matter, Note
from network.profiles.presenters import shown_name
from network.ui.templatetags.ui import day


@dataclass(frozen=True)
class Row:
    """One line of a list. No name of a worker: what it takes to tell the cases apart stands on the page of the case."""

    url: str
    title: str | Promise
    about: str
    state: str


@dataclass(frozen=True)
class Exchange:
    """A question and what became of it."""

    who: str
    words: str
    asked: str  # who of the desk, and when
    answer: str
    state: str


@dataclass(frozen=True)
class Page:
    kind: str
    since: str
    opened_by: str
    words: str
    matter: Matter | None
    notes: list[Note]
    exchanges: list[Exchange]
    earlier: "Decision | None"
    decision: "Decision | None"


@dataclass(frozen=True)
class Decision:
    outcome: str
    reason: str
    by: str
    day: str


def row(case: Case) -> Row:
    """The case comes from listed()."""
    parts = [str(registry.label_of(case)), case.employer.name if case.employer else ""]
    return Row(
        url=reverse("desk:case", args=[case.pk]),
        title=title_of(case),
        about=", ".join(filter(None, parts)),
        state=_state(case),
    )


def title_of(case: Case) -> str:
    if case.contests_id:
        return pgettext("to desk", "A decision of the desk is contested")
    return case.get_kind_display()


def _state(case: Case) -> str:
    if case.decided_at:
        words = {"outcome": outcome_of(case), "day": _day(case.decided_at)}
        return pgettext("to desk", "%(outcome)s, decided on %(day)s") % words
    since = pgettext("to desk", "Waiting since %(day)s") % {"day": _day(case.opened_at)}
    questions = list(case.questions.all())
    if any(each.answered_at is None and each.expires_at > timezone.now() for each in questions):
        return pgettext("to desk", "%(since)s. An answer is awaited.") % {"since": since}
    if questions and questions[-1].answered_at:
        return pgettext("to desk", "%(since)s. The answer has come.") % {"since": since}
    return since


def outcome_of(case: Case) -> str:
    return next((words for value, words, _hint in outcomes(case) if value == case.outcome), "")


def page(case: Case, matter: Matter | None) -> Page:
    """The case comes from for_desk()."""
    notes = registry.notes.get(case.kind)
    return Page(
        kind=title_of(case),
        since=_day(case.opened_at),
        opened_by=_opener(case),
        words=case.words,
        matter=matter,
        notes=notes(case) if notes else [],
        exchanges=[_exchange(each) for each in case.questions.all()],
        earlier=decision_of(case.contests) if case.contests else None,
        decision=decision_of(case) if case.decided_at else None,
    )


def _name(user: User | None) -> str:
    """Of somebody at the desk; whoever has left it has no name any more."""
    member: DeskMember | None = getattr(user, "desk", None)
    return member.name if member else pgettext("to desk", "Somebody who is not at the desk any more")


def decision_of(case: Case) -> Decision:
    return Decision(outcome_of(case), case.reason, _name(case.decided_by), _day(case.decided_at or case.opened_at))


def _opener(case: Case) -> str:
    """The worker who contests is named; a firm speaks as the firm."""
    if case.opened_by_id is None and case.kind != Case.Kind.PRESSED:
        return ""
    if case.profile and case.profile.user_id == case.opened_by_id:
        return shown_name(case.profile)
    if case.kind == Case.Kind.OBJECTION and case.employer:
        return case.employer.name
    return pgettext("to desk", "Whoever said it")


def _exchange(question: CaseQuestion) -> Exchange:
    words = {"name": _name(question.by), "day": _day(question.asked_at)}
    return Exchange(
        who=question.get_who_display(),
        words=question.words,
        asked=pgettext("to desk", "%(name)s on %(day)s") % words,
        answer=question.answer,
        state=_answer_state(question),
    )


def _answer_state(question: CaseQuestion) -> str:
    if question.answered_at:
        words = pgettext("to desk", "Answered on %(day)s")
        if not question.answer:
            words = pgettext("to desk", "Answered on %(day)s. The answer went with the account.")
        return words % {"day": _day(question.answered_at)}
    end = {"day": _day(question.expires_at)}
    if question.expires_at > timezone.now():
        return pgettext("to desk", "No answer yet. It can come until %(day)s.") % end
    return pgettext("to desk", "No answer came until %(day)s. That says nothing.") % end


def _day(moment: datetime) -> str:
    return day(timezone.localdate(moment))
