"""The list that the firm answers, and the worker's "this is not so"."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import pgettext_lazy

from network.profiles.models import Station
from network.ui.fields import choices
from references.models import StampAnswer
from references.stamp.presenters import line

Said = StampAnswer.Said
SKIP = ""
SAYINGS = [
    (Said.YES, pgettext_lazy("to employer", "Yes, still with us"), ""),
    (Said.GONE, pgettext_lazy("to employer", "No longer"), pgettext_lazy("to employer", "Only this person reads it.")),
    (SKIP, pgettext_lazy("to employer", "Skip"), pgettext_lazy("to employer", "Nothing is stored.")),
]


class ListForm(forms.Form):
    """One question for each person. Nothing is chosen before: "skip" is what stands there."""

    def __init__(self, data: object = None, *, people: Iterable[Station]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        for station in people:
            field = forms.ChoiceField(
                label=line(station), choices=choices(SAYINGS), required=False, initial=SKIP, widget=forms.RadioSelect
            )
            field.quiet = True  # type: ignore[attr-defined]  # no "(optional)": skipping is one of the answers
            self.fields[f"s{station.pk}"] = field

    def said(self) -> dict[int, str]:
        """What was chosen, by pk of the station. Those that were skipped are not in it."""
        return {int(name[1:]): value for name, value in self.cleaned_data.items() if value}
