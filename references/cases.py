"""How the desk reads a reference, and ends it. What the worker does not show stays hidden from the desk, too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from accounts.models import User
from network.desk import asking
from network.desk.models import Case, CaseQuestion
from network.desk.registry import Matter, Side, Subject, Who, split
from network.employers.models import Employer, Membership
from network.employers.viewer import STRANGER, Viewer, viewer_of
from network.profiles import readers
from network.profiles.presenters import shown_name
from network.ui.templatetags.ui import day
from references import actions, rules
from references.models import Objection, Reference
from references.payload import said_in
from references.presenters import how, sheet


def load(name: str) -> Matter | None:
    """Who signed, in which role, when, and how that was checked. The words themselves only by the address where everybody reads them."""
    found = Reference.objects.kept().filter(public_id=name).what_changed(STRANGER).select_related("profile").first()
    if found is None or found.profile is None:
        return None
    public = _everybody_reads(found)
    words = sheet(found, {})  # without its sentences
    nobody = pgettext(
        "to desk", "The person does not show this reference to everybody. Name and words stay hidden from you, too."
    )
    lines = [
        (pgettext("to desk", "About whom"), shown_name(found.profile) if public else nobody),
        (pgettext("to desk", "Who signed"), words.signer if words.role else words.referee),
        (pgettext("to desk", "For which firm"), words.firm),
        (pgettext("to desk", "When it was signed"), day(words.signed)),
        (pgettext("to desk", "What it stands for"), words.plate),
        (pgettext("to desk", "How it was checked"), " ".join(how(said_in(found)))),
    ]
    if words.since:
        lines.append((pgettext("to desk", "What has changed since"), " ".join(words.since)))
    if words.withdrawn:
        lines.append((pgettext("to desk", "Withdrawn"), day(timezone.localdate(words.withdrawn))))
    title = _("Reference of %(firm)s, signed on %(day)s") % {"firm": words.firm, "day": day(words.signed)}
    return Matter(title, lines, words.check_url if public else "", found.referee_user_id or 0)


def end(*, by: User, name: str, reason: str) -> None:
    actions.end_by_desk(by=by, reference=Reference.objects.get(public_id=name), reason=reason)


def told(name: str) -> list[Side]:
    """The worker; who signed and the firm, unless the firm began it and must not learn who came (law 3)."""
    found = Reference.objects.kept().filter(public_id=name)
    reference = found.select_related("profile__user", "referee_user", "employer", "request").first()
    if reference is None or reference.profile is None:
        return []
    sides = [Side(Who.WORKER, pgettext("to desk", "The person it is about"), [reference.profile.user])]
    said = said_in(reference)["referee"]
    words = pgettext("to desk", "%(name)s, who signed it") % {"name": said["name"]}
    signer = reference.referee_user
    hidden = reference.begun_by_firm
    if not hidden or signer is None or found.told_to(viewer_of(signer)).exists():
        sides.append(Side(Who.REFEREE, words, [signer] if signer else [], has_page=signer is None))
    if reference.employer and (not hidden or found.told_to(_people_of(reference.employer)).exists()):
        people = Membership.objects.admins().at(reference.employer)
        admins = [each.user for each in people.select_related("user")]
        sides.append(Side(Who.FIRM, reference.employer.name, admins))
    return sides


def behind(user: User) -> Iterable[str]:
    """What the person has signed, and may know of. A second look only where a firm began something."""
    mine = Reference.objects.kept().filter(referee_user=user)
    signed = dict(mine.values_list("public_id", "begun_by_firm"))
    if not any(signed.values()):
        return list(signed)
    return mine.told_to(viewer_of(user)).values_list("public_id", flat=True)


def mine(user: User) -> QuerySet[Any, Any]:
    """Subjects of what the person has signed."""
    signed = Reference.objects.kept().filter(referee_user=user)
    return signed.annotate(subject=Concat(Value("reference:"), "public_id", output_field=CharField())).values("subject")


def said(user: User) -> QuerySet[Any, Any]:
    """What a firm began needs a closer look."""
    return mine(user).filter(begun_by_firm=False)


def told_firm(viewer: Viewer, names: Sequence[str]) -> set[str]:
    return set(Reference.objects.kept().filter(public_id__in=names).told_to(viewer).values_list("public_id", flat=True))


@dataclass(frozen=True)
class AtDesk:
    """What whoever signed without account reads by the own link."""

    question: CaseQuestion | None
    decisions: list[Case]


def at_desk(reference: Reference) -> AtDesk:
    """Two queries. Nothing of what the referee must not know: the reference can be read by this link anyway."""
    subject = reference.key_of_item
    known = Case.objects.decided().about(subject).exclude(kind=Case.Kind.FORCED)
    return AtDesk(asking.waiting(subject, Who.REFEREE), list(known))


def settle(case: Case) -> None:
    """The firm's objection is decided, whatever the outcome: the pages of the reference do not speak of it any more."""
    kind, name = split(case.subject)
    if kind == "reference" and case.kind == Case.Kind.OBJECTION:
        open_ones = Objection.objects.filter(reference__public_id=name, settled_at=None)
        open_ones.update(settled_at=case.decided_at)


def _people_of(employer: Employer) -> Viewer:
    """What any of the firm's people may see."""
    checked = frozenset([employer.pk]) if employer.is_checked else frozenset()
    return Viewer(roots=frozenset([employer.root_id or employer.pk]), checked=employer.is_checked, employers=checked)


def _everybody_reads(reference: Reference) -> bool:
    if reference.profile is None or rules.is_withdrawn(reference):
        return False
    return reference.shown and readers.reads(STRANGER, reference.profile, reference.key_of_item, reference.audience)


SUBJECT = Subject(
    load=load,
    end=end,
    told=told,
    label=pgettext_lazy("to desk", "Reference"),
    behind=behind,
    mine=mine,
    said=said,
    told_firm=told_firm,
)
