"""One station, from month to month. What is asked, and in which words, follows its kind."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from network.employers.models import Employer
from network.occupations.fields import OccupationField
from network.places.fields import PlaceField
from network.profiles import kinds, months, rules, rules_stations
from network.profiles.actions import StationData
from network.profiles.counting import Bounds
from network.profiles.fields import FirmField, OwnWordsField
from network.profiles.models import Station
from network.profiles.steps import steps_of
from network.profiles.wording import WORDS
from network.ui.fields import LooseMonth, LooseMonthField

WHERE = ("employer", "place", "occupation")


class StationForm(forms.Form):
    """With `fixed` it asks for the months alone: somebody stands for the rest. `station` is what stands there so far."""

    employer = FirmField()
    place = PlaceField(required=False)
    occupation = OccupationField()
    start = LooseMonthField()
    still = forms.BooleanField(required=False)
    end = LooseMonthField(required=False)

    def __init__(
        self, *args: Any, kind: str, station: Station | None = None, fixed: bool = False, **kwargs: Any
    ) -> None:
        if station:
            kwargs["initial"] = _initial(station, kind)
        super().__init__(*args, **kwargs)
        self.old, self.kind, self.words = station, kind, WORDS[kind]
        if kind == kinds.SELF:
            self.fields["employer"] = OwnWordsField(max_length=120, required=False)
        for name in WHERE if fixed or kind == kinds.FAMILY else ():
            del self.fields[name]
        self._say()

    def _say(self) -> None:
        said = self.words
        labels = {"employer": said.firm, "place": said.place, "occupation": said.job}
        for name, label in {**labels, "start": said.start, "still": said.still, "end": said.end}.items():
            if name in self.fields:
                self.fields[name].label = str(label)
        missing = {"employer": said.no_firm, "occupation": said.no_job, "start": said.no_start}
        for name, words in missing.items():
            if name in self.fields:
                self.fields[name].error_messages["required"] = str(words)
        if "employer" in self.fields:
            self.fields["employer"].error_messages["unknown"] = str(said.no_firm)
            self.fields["employer"].help_text = str(said.firm_hint)
        self.fields["start"].help_text = _("The year is enough if you do not know the month.")
        self.fields["end"].quiet = self.fields["still"].quiet = True  # type: ignore[attr-defined]  # one of both

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("still"):
            said["end"] = None
            self.errors.pop("end", None)
        elif said.get("end") is None and "end" not in self.errors:
            self.add_error("end", str(self.words.no_end))
        if said.get("start") and "end" not in self.errors:
            self._check(said.get("employer", self.old and self.old.employer))
        return said

    def _check(self, firm: Employer | str | None) -> None:
        within, today = self._bounds(), timezone.localdate()
        employer = firm if isinstance(firm, Employer) else None
        try:
            rules.check_months(start=within.start, end=within.end, employer=employer, today=today)
            if self.old and self.kind != kinds.FAMILY:
                rules_stations.check_steps(steps_of(self.old), within)
        except ValidationError as problem:
            self.add_error(None, problem)

    def _bounds(self) -> Bounds:
        first, last = self.cleaned_data["start"], self.cleaned_data["end"]
        abouts = {"start_about": first.about, "end_about": bool(last and last.about)}
        settled = months.settle(first.day, last.day if last else None, today=timezone.localdate(), **abouts)
        return Bounds(*settled, **abouts)

    def station(self) -> StationData:
        """For the action; what was not asked stays as it was."""
        said, old = self.cleaned_data, self.old
        firm = said.get("employer", (old and (old.employer or old.employer_name)) or "")
        return {
            "kind": self.kind,
            "employer": firm or (kinds.UNNAMED if self.kind == kinds.SELF else ""),
            "place": said.get("place", old and old.place),
            "occupation": said.get("occupation", old and old.occupation),
            **self._bounds()._asdict(),  # type: ignore[typeddict-item]
        }


def _initial(station: Station, kind: str) -> dict[str, Any]:
    """What stands there, as far as the kind that is asked for has it."""
    firm = station.employer or station.employer_name
    if kind == kinds.SELF:
        firm = "" if station.employer_name == kinds.UNNAMED else station.employer_name
    elif station.employer_name == kinds.UNNAMED:
        firm = ""
    return {
        "employer": firm,
        "place": station.place,
        "occupation": station.occupation or station.profile.occupation,
        "start": LooseMonth(station.start, station.start_about),
        "end": LooseMonth(station.end, station.end_about) if station.end else None,
        "still": station.end is None,
    }
