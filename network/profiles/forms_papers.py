"""Which paper, and what stands on it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.occupations.fields import OccupationField, QualificationField
from network.occupations.models import QualificationKind
from network.profiles import recognition, rules
from network.profiles.actions import PaperData
from network.profiles.models import Qualification, Station
from network.profiles.presenters import firm_of
from network.ui.days import DayField
from network.ui.fields import LineField


class KindForm(forms.Form):
    heading = "kind"
    kind = QualificationField(
        label=gettext_lazy("Which certificate or licence do you have?"),
        help_text=gettext_lazy("For example forklift licence or first aid. Old titles work too."),
        error_messages={"required": gettext_lazy("Enter the certificate or licence")},
    )


class PaperForm(forms.Form):
    """What stands on a paper of this kind. Where the kind belongs to one firm it asks which of the worker's own it is."""

    recognised_as = OccupationField(
        label=gettext_lazy("As what is it recognised, or shall it be?"),
        help_text=gettext_lazy("The German trade. We do not ask where the paper comes from."),
        required=False,
    )
    issuer = LineField(label=gettext_lazy("Who issued it?"), max_length=120, required=False)
    issued = DayField(
        label=gettext_lazy("When did you get it, or renew it last?"),
        help_text=gettext_lazy("If you do not know the day, month and year are enough."),
        required=False,
    )
    valid_until = DayField(label=gettext_lazy("Until when is it valid?"), to_last=True, required=False)
    station = forms.TypedChoiceField(
        label=gettext_lazy("In which firm does it count?"),
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Choose one of your stations")},
    )
    number = LineField(
        label=gettext_lazy("Which number stands on it?"),
        help_text=gettext_lazy(
            "Whoever looks at the original compares it. Only you read it, and people to whom you show the original "
            "yourself. It never stands on your page."
        ),
        max_length=60,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        kind: QualificationKind,
        stations: list[Station],
        paper: Qualification | None = None,
        **kw: Any,
    ) -> None:
        if paper:
            kw["initial"] = _said(paper)
        super().__init__(*args, **kw)
        self.stations = {str(station.pk): station for station in stations if station.employer_name}
        self.fields["valid_until"].help_text = _rule(kind)
        if kind.bound_to_firm and self.stations:
            firms = [(pk, firm_of(station)) for pk, station in self.stations.items()]
            self.fields["station"].choices = [*firms, ("", _("None of these"))]  # type: ignore[attr-defined]
        else:
            del self.fields["station"]
        if kind.slug == recognition.KIND:
            del self.fields["valid_until"]
        else:
            del self.fields["recognised_as"]

    def clean_issued(self) -> date | None:
        issued: date | None = self.cleaned_data["issued"]
        if issued and issued > timezone.localdate():
            raise ValidationError(_("This day is in the future. Enter the day on which you got it."))
        return issued

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        try:
            rules.check_days(issued=said.get("issued"), valid_until=said.get("valid_until"))
        except ValidationError as problem:
            self.add_error(None, problem)
        return said

    def says_the_same(self, paper: Qualification) -> bool:
        """Nothing to save: sent twice."""
        stored = {**_said(paper), "station": paper.station}
        return all(stored[name] == value for name, value in self.paper().items())

    def paper(self) -> PaperData:
        """For the action."""
        said = self.cleaned_data
        return {
            "issuer": said["issuer"],
            "number": said["number"],
            "issued": said["issued"],
            "valid_until": said.get("valid_until"),
            "station": self.stations.get(said.get("station") or ""),
            "recognised_as": said.get("recognised_as"),
        }


def _said(paper: Qualification) -> dict[str, Any]:
    """A day that the rule has computed is not the worker's own: it stays empty, so that renewing computes it anew."""
    return {
        "issuer": paper.issuer,
        "number": paper.number,
        "issued": paper.issued,
        "valid_until": paper.valid_until if paper.until_typed else None,
        "station": str(paper.station_id or ""),
        "recognised_as": paper.recognised_as,
    }


def _rule(kind: QualificationKind) -> str:
    """What an empty answer means for this kind."""
    if not rules.can_run_out(kind.rule):
        return _("Leave it empty if it has no end.")
    return _("Leave it empty, and we compute it from the day of issue. If the paper names another day, enter that.")
