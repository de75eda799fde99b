"""Papers as they are shown."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from network.occupations.models import in_language
from network.profiles import recognition, words
from network.profiles.models import Qualification
from network.profiles.presenters.stations import firm_of
from network.profiles.querysets_papers import Paper
from network.ui.pages import Row
from network.ui.templatetags.ui import day, month


@dataclass(frozen=True)
class PaperView:
    """Never with the number: that is for those who look at the original."""

    pk: int
    name: str
    issuer: str
    valid: str
    expired: bool
    counts: str  # "Counts only at Elektro Brandt"
    recognised_as: str
    steps: tuple[recognition.StepView, ...]
    level: int  # of the ladder: 0 is what the worker alone says
    provenance: str
    checked: str  # how it was made sure who has seen it


def paper_views(papers: Iterable[Paper], today: date, stations: Container[int] | None = None) -> tuple[PaperView, ...]:
    """Valid ones first, then by name. `stations`: those that the reader sees, if not all; of others no firm is named."""
    views = [_paper(paper, today, stations) for paper in papers]
    return tuple(sorted(views, key=lambda view: (view.expired, view.name.casefold())))


def _paper(paper: Paper, today: date, stations: Container[int] | None) -> PaperView:
    expired = bool(paper.valid_until and paper.valid_until < today)
    recognises = paper.slug == recognition.KIND
    named = stations is None or paper.station in stations
    return PaperView(
        pk=paper.pk,
        name=str(in_language(dict(paper.names))),
        issuer=paper.issuer,
        valid=recognition.standing(paper.recognition)
        if recognises
        else words.validity(paper.rule, paper.valid_until, expired=expired),
        expired=expired,
        counts=counts_at(paper.firm if named and paper.firm else "") if paper.bound_to_firm else "",
        recognised_as=str(in_language(dict(paper.recognised_as))) if paper.recognised_as else "",
        steps=recognition.step_views(paper.recognition, only_done=True) if recognises else (),
        level=paper.seen_level,
        provenance=seen_words(paper.seen_by, paper.seen_on) or str(words.LADDER[0]),
        checked=_checked(paper),
    )


def counts_at(firm: str) -> str:
    return _("Counts only at %(firm)s") % {"firm": firm} if firm else _("Holds only in the firm that issued it")


def seen_words(who: str, on: date | None) -> str:
    """Empty where nobody has."""
    return _("Original seen by %(who)s, %(month)s") % {"who": who, "month": month(on)} if who and on else ""


def _checked(paper: Paper) -> str:
    if not paper.seen_employer:  # the desk, or an employer that is gone
        return ""
    return _("A checked employer at that time") if paper.seen_level >= 4 else _("An employer not checked at that time")


def paper_rows(paper: Qualification, *, steps: bool = True) -> list[Row]:
    """Everything that stands on it, with the number: for the worker, and for who looks at the original."""
    rows = [
        Row(_("Certificate"), str(paper.kind)),
        Row(_("Issued by"), paper.issuer or _("not said")),
        Row(_("Number"), paper.number or _("not said")),
        Row(_("Issued on"), day(paper.issued) or _("not said")),
    ]
    if paper.kind.slug == recognition.KIND:
        rows.append(Row(_("Recognised as"), str(paper.recognised_as or _("not said"))))
        rows += [Row(_("Steps"), _reached(paper) or _("not said"))] if steps else []
    else:
        rows.append(Row(_("Valid"), words.validity(paper.kind.rule, paper.valid_until, expired=_is_over(paper))))
    if paper.kind.bound_to_firm:
        rows.append(Row(_("Where it counts"), firm_of(paper.station) if paper.station else _("not said")))
    return rows


def _is_over(paper: Qualification) -> bool:
    return paper.valid_until is not None and paper.valid_until < timezone.localdate()


def _reached(paper: Qualification) -> list[str]:
    done = recognition.step_views(paper.recognition, only_done=True)
    return [f"{step.title}, {step.when}" if step.when else step.title for step in done]
