"""What upper rooms tell the desk about the things that cases are about. They fill it in their AppConfig.ready()."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

from accounts.models import User
from network.desk.models import Case, CaseQuestion
from network.employers.models import Employer
from network.employers.viewer import Viewer

Who = CaseQuestion.Who


@dataclass(frozen=True)
class Matter:
    """What the desk may read of a thing: who said it, in which role, how that was checked, when. Never words the worker does not show."""

    title: str  # all sides read it, so nobody's name stands in it
    lines: list[tuple[str, str]] = field(default_factory=list)  # label, value
    url: str = ""  # where everybody reads it, if everybody may
    speaker: int | None = (
        None  # key of the account of who said it, 0: without account; None: the sides are asked, with a query more
    )


@dataclass(frozen=True)
class Side:
    """Somebody who reads the decision and may be asked. Each side once."""

    who: str  # Who.WORKER, Who.REFEREE (whoever said it), Who.FIRM (its administration)
    name: str  # as the desk calls this side
    users: Sequence[User] = ()  # accounts; empty: nobody of this side signs in
    email: str = ""  # of somebody without account, where the mailbox is still known
    language: str = ""  # of the mail to that mailbox
    has_page: bool = False  # reads and answers by a link of the own; no mail can tell that something waits there


@dataclass(frozen=True)
class Note:
    """A plain line for the desk."""

    text: str
    harmless: str = ""  # why it usually is


def nobodys(user: User) -> Iterable[str]:
    return ()


def every(viewer: Viewer, names: Sequence[str]) -> set[str]:
    return set(names)


@dataclass(frozen=True)
class Subject:
    """How the desk reads and ends what a case is about. `name` is what stands after the colon of Case.subject.

    `mine` holds, as a part of one query, whole subjects of all that the person may have said: with it `behind` is asked only where a case
    is about such a thing. `said` is the part of it that needs no further look, for the line in the own area. `behind` and `told_firm` are
    asked for lists of cases, with one query each, whatever the length.
    """

    load: Callable[[str], Matter | None]  # None: it is gone
    end: (
        Callable[..., object] | None
    )  # (by=User, name=str, reason=str): ends it, sends no mail; None: cannot be ended here
    told: Callable[[str], list[Side]]
    label: str | Promise = ""  # what such a thing is called in a list
    behind: Callable[[User], Iterable[str]] = nobodys  # names of those that the person has said, and may know of
    mine: "Callable[[User], QuerySet[Any, Any]] | None" = None
    said: "Callable[[User], QuerySet[Any, Any]] | None" = None
    told_firm: Callable[[Viewer, Sequence[str]], set[str]] = every  # which of the names a firm's people may know of


subjects: dict[str, Subject] = {}  # by the word before the colon of Case.subject
notes: dict[
    str, Callable[[Case], list[Note]]
] = {}  # by Case.kind: what else the desk should know, with one query at most
conduct: list[Callable[[Employer], list[str]]] = []  # how a firm treats people, in words, for the desk alone
decided: list[Callable[[Case], None]] = []  # run within the decision's transaction: settle an objection, drop signals


def split(subject: str) -> tuple[str, str]:
    kind, _colon, name = subject.partition(":")
    return kind, name


def subject_of(case: Case) -> Subject | None:
    """None for a thing that no room speaks for any more."""
    return subjects.get(split(case.subject)[0])


def matter_of(case: Case) -> Matter | None:
    known = subject_of(case)
    return known.load(split(case.subject)[1]) if known else None


def sides_of(case: Case) -> list[Side]:
    """Where the thing is gone, whoever is left of the case itself."""
    known = subject_of(case)
    return known.told(split(case.subject)[1]) if known else []


def told_of(case: Case) -> list[Side]:
    """The sides that read the decision and may be asked: of what was told in private only the one that told it."""
    who = Who.WORKER if case.kind in Case.TOLD_BY_WORKER else Who.REFEREE
    return [each for each in sides_of(case) if not case.is_private or each.who == who]


def label_of(case: Case) -> str | Promise:
    known = subject_of(case)
    return known.label if known else ""


def behind(user: User, case: Case) -> bool:
    """Has the person said it, and may know of the case? One query."""
    known = subject_of(case)
    return known is not None and split(case.subject)[1] in known.behind(user)


def mine(user: User) -> Q:
    """Cases about what the person may have said, as a part of a query."""
    found = Q(pk__in=[])
    for known in subjects.values():
        if known.mine:
            found |= Q(subject__in=known.mine(user))
    return found


def spoken(user: User, cases: Iterable[Case]) -> set[str]:
    """Subjects among these that the person has said and may know of. One query for each kind of thing."""
    kinds = {split(each.subject)[0] for each in cases} & subjects.keys()
    return {f"{kind}:{name}" for kind in kinds for name in subjects[kind].behind(user)}
