"""Papers as they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from network.occupations.models import in_language
from network.profiles import words
from network.profiles.querysets import Paper


@dataclass(frozen=True)
class PaperView:
    pk: int
    name: str
    issuer: str
    valid: str
    expired: bool
    firm_only: bool


def paper_views(papers: Iterable[Paper], today: date) -> tuple[PaperView, ...]:
    """Valid ones first, then by name."""
    views = [_paper(paper, today) for paper in papers]
    return tuple(sorted(views, key=lambda view: (view.expired, view.name.casefold())))


def _paper(paper: Paper, today: date) -> PaperView:
    expired = bool(paper.valid_until and paper.valid_until < today)
    return PaperView(
        pk=paper.pk,
        name=str(in_language(dict(paper.names))),
        issuer=paper.issuer,
        valid=words.validity(paper.rule, paper.valid_until, expired=expired),
        expired=expired,
        firm_only=paper.bound_to_firm,
    )
