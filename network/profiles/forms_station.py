"""One job, from month to month."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.employers.models import Employer
from network.occupations.fields import OccupationField
from network.places.fields import PlaceField
from network.profiles import rules
from network.profiles.actions import StationData
from network.profiles.fields import FirmField
from network.profiles.models import Station
from network.ui.fields import MonthField


class StationForm(forms.Form):
    """With `fixed` it asks for the months alone: somebody stands for the firm and the occupation."""

    employer = FirmField(label=gettext_lazy("What is the name of the firm?"))
    place = PlaceField(label=gettext_lazy("In which town?"), required=False)
    occupation = OccupationField(
        label=gettext_lazy("What did you work as there?"),
        error_messages={"required": gettext_lazy("Enter what you worked as")},
    )
    start = MonthField(
        label=gettext_lazy("When did you begin there?"),
        error_messages={"required": gettext_lazy("Enter the month and year in which you began")},
    )
    still = forms.BooleanField(label=gettext_lazy("I still work there"), required=False)
    end = MonthField(label=gettext_lazy("When did you stop?"), required=False)

    def __init__(self, *args: Any, station: Station | None = None, fixed: bool = False, **kwargs: Any) -> None:
        if station:
            kwargs["initial"] = {
                "employer": station.employer or station.employer_name,
                "place": station.place,
                "occupation": station.occupation,
                "start": station.start,
                "end": station.end,
                "still": station.end is None,
            }
        super().__init__(*args, **kwargs)
        self.old = station
        self.fields["end"].quiet = True  # type: ignore[attr-defined]  # empty only with the tick above
        if fixed:
            for name in ("employer", "place", "occupation"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("still"):
            said["end"] = None
            self.errors.pop("end", None)
        elif said.get("end") is None and "end" not in self.errors:
            self.add_error("end", _("Enter the month and year in which you stopped, or tick that you still work there"))
        if said.get("start"):
            self._check(said["start"], said.get("end"), said.get("employer", self.old and self.old.employer))
        return said

    def _check(self, start: date, end: date | None, firm: Employer | str | None) -> None:
        employer = firm if isinstance(firm, Employer) else None
        try:
            rules.check_months(start=start, end=end, employer=employer, today=timezone.localdate())
        except ValidationError as problem:
            self.add_error(None, problem)

    def station(self) -> StationData:
        """For the action; what was not asked stays as it was."""
        said, old = self.cleaned_data, self.old
        return {
            "employer": said.get("employer") or (old and (old.employer or old.employer_name)) or "",
            "place": said.get("place", old and old.place),
            "occupation": said.get("occupation") or old.occupation,  # type: ignore[union-attr,typeddict-item]
            "start": said["start"],
            "end": said["end"],
        }
