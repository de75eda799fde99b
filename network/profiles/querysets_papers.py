"""Questions about papers."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import models

from accounts import spoken

if TYPE_CHECKING:
    from network.profiles.models import Qualification

SHOWING = "paper"  # purpose of the six digits that show the original of a paper
PAPER_COLUMNS = {
    "pk": "pk",
    "slug": "kind__slug",
    "names": "kind__names",
    "rule": "kind__rule",
    "duty_months": "kind__duty_months",
    "bound_to_firm": "kind__bound_to_firm",
    "issuer": "issuer",
    "number": "number",
    "issued": "issued",
    "valid_until": "valid_until",
    "audience": "audience",
    "station": "station",
    "firm": "station__employer_name",
    "recognised_as": "recognised_as__names",
    "recognition": "recognition",
    "seen_by": "seen_by",
    "seen_employer": "seen_employer",
    "seen_on": "seen_on",
    "seen_level": "seen_level",
}


class Paper(NamedTuple):
    """One qualification, as read together with its profile."""

    pk: int
    slug: str
    names: dict[str, str]
    rule: str
    duty_months: int | None
    bound_to_firm: bool
    issuer: str
    number: str
    issued: date | None
    valid_until: date | None
    audience: str
    station: int | None
    firm: str | None  # where it counts, if it is bound to one
    recognised_as: dict[str, str] | None
    recognition: dict[str, str]
    seen_by: str
    seen_employer: int | None
    seen_on: date | None
    seen_level: int


class QualificationQuerySet(models.QuerySet["Qualification"]):
    def as_papers(self: "models.QuerySet[Qualification]") -> list[Paper]:
        return [Paper(*row) for row in self.values_list(*PAPER_COLUMNS.values())]

    def shown_by(self, code: str) -> "Qualification | None":
        """What open digits show, with all that is read on the original. Changes nothing (law 8)."""
        subject = spoken.find(purpose=SHOWING, code=code)
        whole = self.select_related("profile", "kind", "recognised_as", "station__place", "station__employer")
        return whole.filter(pk=subject).first() if subject else None
