"""Cases as the sides read them: what was decided and why, what the desk asks them, how to contest it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case as Case_
from django.db.models import Exists, OuterRef, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext

from accounts.models import User
from network.desk import registry
from network.desk.models import Case, CaseQuestion
from network.desk.registry import Matter
from network.employers.models import Membership
from network.employers.viewer import viewer_with
from network.ui.templatetags.ui import day

Who = CaseQuestion.Who


@dataclass(frozen=True)
class Concern:
    """A case, and as which side the person reads it."""

    case: Case
    who: str
    opened: bool  # by this side
    matter: Matter | None = None  # of one() alone

    @property
    def url(self) -> str:
        return reverse("desk:own_case", args=[self.case.pk])

    @property
    def asked(self) -> list[CaseQuestion]:
        """What the desk asks, or has asked, this side."""
        return [each for each in self.case.questions.all() if each.who == self.who]

    @property
    def open_question(self) -> CaseQuestion | None:
        if self.case.decided_at:
            return None
        now = timezone.now()
        return next((each for each in self.asked if each.answered_at is None and each.expires_at > now), None)

    @property
    def is_told(self) -> bool:
        """What is neither decided nor asks anything concerns only who opened it."""
        return bool(self.case.decided_at or self.opened or self.asked)


def concerns(user: User) -> list[Concern]:
    """What is decided, asks something, or was opened by this side."""
    return [each for each in _all(user) if each.is_told]


def one(user: User, pk: int) -> Concern | None:
    """The same of one case, with the thing itself."""
    case = Case.objects.filter(pk=pk).whole().first()
    if case is None:
        return None
    matter = registry.matter_of(case)
    concern = _concern(user, case, _side(user, case, matter), matter)
    return concern if concern.who and concern.is_told else None


def _side(user: User, case: Case, matter: Matter | None) -> str:
    if case.is_private:
        return _teller(user, case)
    if case.profile and case.profile.user_id == user.pk:
        return Who.WORKER
    speaks = matter is None or matter.speaker is None or matter.speaker == user.pk
    if speaks and registry.behind(user, case):
        return Who.REFEREE
    members = list(user.memberships.current().select_related("employer"))
    if any(each.is_admin and each.employer_id == case.employer_id for each in members):
        return Who.FIRM if _open_to_firm(user, members, [case]) else ""
    return ""


def _teller(user: User, case: Case) -> str:
    """Who told something in private: for everybody else there is no such case."""
    who = Who.WORKER if case.kind in Case.TOLD_BY_WORKER else Who.REFEREE
    return who if case.opened_by_id == user.pk else ""


def told_to(user: User) -> "QuerySet[Case]":
    """For the line in the own area: what this worker or speaker may know of, with `asks`, whether the desk asks them something."""
    about = Q(profile__user=user)
    for known_subject in registry.subjects.values():
        if known_subject.said:
            about |= Q(subject__in=known_subject.said(user))
    side = Case_(When(profile__user=user, then=Value(Who.WORKER)), default=Value(Who.REFEREE))
    asked = CaseQuestion.objects.filter(case=OuterRef("pk"), who=OuterRef("side"))
    return (
        Case.objects.filter(about)
        .filter(~Q(kind__in=Case.PRIVATE) | Q(opened_by=user))
        .annotate(side=side)
        .annotate(asks=Exists(asked.open()), was_asked=Exists(asked))
        .filter(Q(decided_at__isnull=False) | Q(opened_by=user) | Q(was_asked=True))
    )


def known(user: User) -> list[Concern]:
    """For the export: a worker also takes along that something is open (law 3)."""
    return [each for each in _all(user) if each.is_told or each.who == Who.WORKER]


def _all(user: User) -> list[Concern]:
    """Newest first. A firm's administration learns nothing that the firm must not know (law 3)."""
    members = list(user.memberships.current().select_related("employer"))
    firms = {each.employer_id for each in members if each.is_admin}
    found = Case.objects.filter(Q(profile__user=user) | Q(employer__in=firms) | registry.mine(user))
    cases = list(found.whole().order_by("-opened_at", "-pk"))
    behind = registry.spoken(user, [each for each in cases if not _who(user, each, set(), set())])
    others = [each for each in cases if each.employer_id in firms and not _who(user, each, behind, set())]
    open_to_firm = _open_to_firm(user, members, others)
    read = [_concern(user, each, _who(user, each, behind, open_to_firm)) for each in cases]
    return [each for each in read if each.who]


def _concern(user: User, case: Case, who: str, matter: Matter | None = None) -> Concern:
    by_firm = who == Who.FIRM and case.kind == Case.Kind.OBJECTION
    return Concern(case, who, opened=by_firm or case.opened_by_id == user.pk, matter=matter)


def _who(user: User, case: Case, behind: set[str], open_to_firm: set[str]) -> str:
    if case.is_private:
        return _teller(user, case)
    if case.profile and case.profile.user_id == user.pk:
        return Who.WORKER
    if case.subject in behind:
        return Who.REFEREE
    return Who.FIRM if case.subject in open_to_firm else ""


def _open_to_firm(user: User, members: Iterable[Membership], cases: Iterable[Case]) -> set[str]:
    names: dict[str, list[str]] = {}
    for case in cases:
        kind, name = registry.split(case.subject)
        names.setdefault(kind, []).append(name)
    known = {kind: registry.subjects[kind] for kind in names if kind in registry.subjects}
    viewer = viewer_with(user.pk, members)
    return {f"{kind}:{name}" for kind, each in known.items() for name in each.told_firm(viewer, names[kind])}


def title_of(case: Case) -> str:
    label = registry.label_of(case)
    if case.contests_id:
        return pgettext("about a case", "A decision of the desk was contested")
    return (
        pgettext("about a case", "%(what)s: %(kind)s") % {"what": label, "kind": case.get_kind_display()}
        if label
        else case.get_kind_display()
    )


def state_of(concern: Concern) -> str:
    case = concern.case
    if concern.open_question:
        return pgettext("about a case", "The desk asks you something")
    if case.decided_at is None:
        return pgettext("about a case", "The desk looks into it")
    on = {"day": day(timezone.localdate(case.decided_at))}
    if case.contests_id:
        holds = pgettext("about a case", "Decided on %(day)s: the first decision holds")
        return (
            holds
            if case.outcome == Case.Outcome.STAYS
            else pgettext("about a case", "Decided on %(day)s: the first decision was wrong")
        ) % on
    if case.kind == Case.Kind.REPORTED:
        nothing = pgettext("about a case", "Decided on %(day)s: nothing wrong was found")
        wrong = pgettext("about a case", "Decided on %(day)s: something was wrong with it")
        return (nothing if case.outcome == Case.Outcome.STAYS else wrong) % on
    stays = pgettext("about a case", "Decided on %(day)s: it stays")
    return (
        stays if case.outcome == Case.Outcome.STAYS else pgettext("about a case", "Decided on %(day)s: it is ended")
    ) % on


def line_of(concern: Concern) -> str:
    """Which thing it is, as this side knows it: to the firm and to who said it the thing alone, never the worker."""
    return concern.matter.title if concern.matter else pgettext("about a case", "It is not there any more.")
