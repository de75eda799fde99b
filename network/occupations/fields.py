"""Form fields for "what do you do" and "which papers do you have": text in, catalogue entry out."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from network.occupations import lookup
from network.occupations.matching import Hit, Rank
from network.ui.choosing import Candidate, ChoosingField

MOST = 8
MOSTLY_TYPED = 0.6  # "Dachdeck" is clear, "Reise" for "Reisebusfahrer" is a guess


class OccupationField(ChoosingField):
    """Text in, Occupation out."""

    default_error_messages = {
        "several": _("Several occupations match. Choose one."),
        "guess": _("Is this what you mean?"),
        "unknown": _("We do not know this occupation yet. Try another word."),
    }
    suggest = "occupations:suggest"
    all_link = ("occupations:list", _("See all occupations"))

    def candidates(self, text: str) -> list[Candidate]:
        return _candidates(lookup.occupation_hits(text))


class QualificationField(ChoosingField):
    """Text in, QualificationKind out."""

    default_error_messages = {
        "several": _("Several proofs match. Choose one."),
        "guess": _("Is this what you mean?"),
        "unknown": _("We do not know this proof yet. Try another word."),
    }
    suggest = "occupations:suggest_qualifications"
    all_link = ("occupations:qualifications", _("See all proofs"))

    def candidates(self, text: str) -> list[Candidate]:
        return _candidates(lookup.qualification_hits(text))


def _candidates(hits: Sequence[Hit[Any]]) -> list[Candidate]:
    """Those that fit exactly, if any does; else the only one that was mostly typed; else the best few, to be asked about."""
    exact = [hit for hit in hits if hit.rank <= Rank.UMLAUT and hit.rank == hits[0].rank]
    begun = [hit for hit in hits if hit.rank < Rank.WITHIN]
    clear = exact or (begun if len(begun) == 1 and begun[0].share >= MOSTLY_TYPED else [])
    offered = clear or hits[:MOST]
    return [Candidate(hit.thing.slug, str(hit.thing), hit.thing, sure=bool(clear)) for hit in offered]
