"""What the pages ask. The messages repeat the words of the question."""

import uuid
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.occupations.models import Field
from network.profiles.counting import may_cover
from network.profiles.kinds import firm_words
from network.profiles.models import Profile, Station
from network.samples import prompts, rules, words
from network.samples.models import WorkSample
from network.ui.fields import LineField, MonthField, choices


class KindForm(forms.Form):
    heading = "kind"
    kind = forms.ChoiceField(
        label=_("What do you want to show?"),
        choices=choices(
            [
                (
                    WorkSample.Kind.PIECE,
                    _("A piece of work, with photos"),
                    _("Before, during, after: what you built or repaired."),
                ),
                (
                    WorkSample.Kind.CASE,
                    _("A case, without photos"),
                    _("A situation and how you solved it. Nobody is named."),
                ),
            ]
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you want to show")},
    )

    def __init__(self, *args: Any, profile: Profile, **kwargs: Any) -> None:
        self.profile = profile
        super().__init__(*args, **kwargs)

    def clean_kind(self) -> str:
        kind: str = self.cleaned_data["kind"]
        if kind == WorkSample.Kind.PIECE and not rules.may_show_pieces(self.profile):
            raise ValidationError(words.CARE if self.profile.occupation else words.UNKNOWN, code="care")
        return kind


def _text(most: int, rows: int = 3, required: bool = True) -> forms.CharField:
    return forms.CharField(max_length=most, required=required, widget=forms.Textarea(attrs={"rows": rows}))


class TextForm(forms.Form):
    """The questions of the worker's trade. `once` names this page, so that a double click stores one sample."""

    once = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = LineField(max_length=80)
    asked = _text(400)
    did = _text(400)
    share = _text(200, 2)
    watched = _text(400, required=False)
    result = _text(400, required=False)

    def __init__(self, *args: Any, kind: str, trade: Field | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, prompt in prompts.prompts(trade, kind).items():
            field = self.fields[name]
            field.label = prompt.question
            field.help_text = _("For example: %s") % prompt.example
            field.error_messages["required"] = _("Write a few words: %s") % prompt.question
            field.error_messages["max_length"] = words.TOO_LONG
        if kind == WorkSample.Kind.CASE:
            alone = words.NO_TRACE if trade is None or trade.care else words.NO_NAMES
            self.fields["asked"].help_text = f"{alone} {self.fields['asked'].help_text}"

    def texts(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in prompts.ANSWERS}

    def once_or_new(self) -> uuid.UUID:
        return cast(uuid.UUID, self.cleaned_data["once"] or uuid.uuid4())


class StationChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        station = cast(Station, obj)
        years = f"{station.start.year}–{station.end.year}" if station.end else _("since %d") % station.start.year
        return f"{firm_words(station.kind, station.employer_name)}, {years}"


class WhenForm(forms.Form):
    month = MonthField(label=_("When was it finished?"), required=False)
    station = StationChoice(
        label=_("At which firm was it?"),
        queryset=Station.objects.none(),
        required=False,
        widget=forms.RadioSelect,
        blank=True,
        empty_label=_("At none of these"),
    )

    def __init__(self, *args: Any, sample: WorkSample, **kwargs: Any) -> None:
        self.sample = sample
        super().__init__(*args, **kwargs)
        stations = sample.profile.stations.with_a_firm().select_related("occupation__field")
        cast(StationChoice, self.fields["station"]).queryset = stations
        if not stations:
            del self.fields["station"]

    def clean_month(self) -> date | None:
        month: date | None = self.cleaned_data["month"]
        if month and month > timezone.localdate():
            raise ValidationError(_("This month is in the future. Enter a month that has begun."), code="future")
        return month

    def clean(self) -> None:
        month, station = self.cleaned_data.get("month"), self.cleaned_data.get("station")
        if station and not rules.fits_station(self.sample, station):
            self.add_error("station", ValidationError(words.CARE, code="care"))
        if month and station and not may_cover(station, month):
            self.add_error("month", ValidationError(words.NOT_THERE, code="firm"))
