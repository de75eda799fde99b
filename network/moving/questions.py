"""What is asked about an item where the file is not clear."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from network.occupations.fields import OccupationField, QualificationField
from network.places.fields import PlaceField
from network.ui.choosing import Candidate, ChoosingField, Shown


class Asked:
    """A choosing field whose candidates were found when the file was read, so that showing it asks nothing."""

    def __init__(self, field: type[ChoosingField], label: str | Promise, required: str | Promise) -> None:
        self.field, self.label, self.required = field, label, required

    def make(self, meant: dict[str, Any]) -> ChoosingField:
        candidates = tuple(Candidate(value, label, None) for value, label in meant["choices"])
        return self.field(
            label=self.label, required=False, initial=Shown(meant["text"], "", candidates, unknown=not candidates)
        )


OCCUPATION = Asked(
    OccupationField,
    gettext_lazy("What did you work as there?"),
    gettext_lazy("Enter what you worked as, or leave the tick out"),
)
OWN_OCCUPATION = Asked(
    OccupationField,
    gettext_lazy("What is your occupation?"),
    gettext_lazy("Enter your occupation, or leave the tick out"),
)
PLACE = Asked(PlaceField, gettext_lazy("In which town?"), "")
OWN_PLACE = Asked(
    PlaceField,
    gettext_lazy("Where do you want to work?"),
    gettext_lazy("Enter a postcode or a town, or leave the tick out"),
)
PAPER = Asked(
    QualificationField,
    gettext_lazy("Which certificate or licence is it?"),
    gettext_lazy("Enter the certificate or licence, or leave the tick out"),
)
QUESTIONS = {
    "station": {"occupation": OCCUPATION, "place": PLACE},
    "occupation": {"occupation": OWN_OCCUPATION},
    "place": {"place": OWN_PLACE},
    "paper": {"paper": PAPER},
}


def asked_about(item: dict[str, Any]) -> dict[str, tuple[Asked, dict[str, Any]]]:
    """What is not clear. A place without any candidate is left away: a station needs none."""
    asked = {name: (ask, item["data"].get(name)) for name, ask in QUESTIONS.get(item["kind"], {}).items()}
    unclear = {name: (ask, meant) for name, (ask, meant) in asked.items() if meant and not meant["value"]}
    return {name: (ask, meant) for name, (ask, meant) in unclear.items() if ask is not PLACE or meant["choices"]}
