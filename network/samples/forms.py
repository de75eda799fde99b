"""What the pages ask. The messages repeat the words of the question."""

import uuid
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.profiles.models import Profile, Station
from network.samples import rules, words
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


def _text(label: Any, most: int, required: Any = "", hint: Any = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        required=bool(required),
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": required, "max_length": words.TOO_LONG},
    )


class TextForm(forms.Form):
    """For a piece. `once` names this page, so that a double click stores one sample."""

    once = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = LineField(
        label=_("What is it?"),
        help_text=_("A short name, for example: New distribution board in a house from 1963"),
        max_length=80,
        error_messages={
            "required": _("Write in a few words what it is"),
            "max_length": words.TOO_LONG,
        },
    )
    asked = _text(_("What was asked?"), 400, _("Write what was asked"))
    did = _text(_("What was done?"), 400, _("Write what was done"))
    share = _text(
        _("What was your own share?"),
        200,
        _("Write what your own share was"),
        _("What did you do alone, what with others?"),
        2,
    )
    result = _text(_("What came of it?"), 400)

    def texts(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("title", "asked", "did", "share", "result")}

    def once_or_new(self) -> uuid.UUID:
        return cast(uuid.UUID, self.cleaned_data["once"] or uuid.uuid4())


class CaseForm(TextForm):
    """For a case without a person: the same five answers, asked in the words of care."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, hint in (
            ("title", _("What is the case about?"), _("A short name, for example: Calm nights on a dementia ward")),
            ("asked", _("What was the situation?"), _("No names, no room, no date of birth.")),
            ("did", _("What did you do?"), ""),
        ):
            self.fields[name].label, self.fields[name].help_text = label, hint
        self.fields["title"].error_messages["required"] = _("Write in a few words what the case is about")
        self.fields["asked"].error_messages["required"] = _("Write what the situation was")
        self.fields["did"].error_messages["required"] = _("Write what you did")


def text_form(kind: str) -> type[TextForm]:
    return CaseForm if kind == WorkSample.Kind.CASE else TextForm


class StationChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        station = cast(Station, obj)
        years = f"{station.start.year}–{station.end.year}" if station.end else _("since %d") % station.start.year
        return f"{station.employer_name}, {years}"


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
        stations = sample.profile.stations.select_related("occupation__field")
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
        if month and station and not station.start <= month <= (station.end or month):
            self.add_error("month", ValidationError(words.NOT_THERE, code="firm"))


class ConsentForm(forms.Form):
    """Three things that must all be true, each with its own tick, so that nobody agrees unread (§ 22 KUG, § 203 StGB)."""

    nobody = forms.BooleanField(
        label=_("Nobody can be recognised."), error_messages={"required": _("Check that nobody can be recognised")}
    )
    agreed = forms.BooleanField(
        label=_("The customer agrees, and so does the firm."),
        error_messages={"required": _("Ask the customer and the firm whether they agree")},
    )
    address = forms.BooleanField(
        label=_("No house number, no number plate and no plan with an address can be seen."),
        error_messages={"required": _("Check that no house number, number plate or address can be seen")},
    )

    def __init__(self, *args: Any, sample: WorkSample, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if sample.kind == WorkSample.Kind.CASE:
            self.fields["nobody"].label = _("Nobody can be recognised: no name, no room, no date of birth.")
            self.fields["agreed"].label = _("I tell nothing that I must keep to myself, and my firm has no objection.")
            self.fields["agreed"].error_messages["required"] = _(
                "Check that you tell nothing you must keep to yourself"
            )
            del self.fields["address"]
