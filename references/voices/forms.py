"""The questions to the worker, and those to colleague and customer: nothing preselected, nothing to grade, no free text."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from accounts.forms import AddressField
from network.occupations.models import Statement
from network.profiles import words
from network.profiles.models import Station
from network.ui.fields import MonthField
from references.forms import friendly_sentence
from references.said.forms import address_field, asked_field, own_name_field, shown_field
from references.voices.rules import MOST_PICKS, bounds


class AskForm(forms.Form):
    name = asked_field(
        label=pgettext_lazy("to worker", "Who was there with you?"),
        missing=pgettext_lazy("to worker", "Enter the name of who was there"),
    )
    email = address_field(missing=pgettext_lazy("to worker", "Enter the mail address of who was there"))
    message = friendly_sentence()


class YouForm(forms.Form):
    """Who speaks, and of a colleague the months together. `station` None: a customer."""

    name = own_name_field()
    shown = shown_field()
    first = MonthField(
        label=pgettext_lazy("to witness", "Your first month together"),
        error_messages={"required": pgettext_lazy("to witness", "Enter the first month and year")},
    )
    last = MonthField(
        label=pgettext_lazy("to witness", "Your last month together"),
        error_messages={"required": pgettext_lazy("to witness", "Enter the last month and year")},
    )

    def __init__(self, *args: Any, station: Station | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.station = station
        if station is None:
            for name in ("first", "last"):
                del self.fields[name]
            return
        if station.end is None:
            hint = pgettext("to witness", "You still work together? Enter this month.")
            self.fields["last"].help_text = hint

    def clean(self) -> None:
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if self.station and first and last:
            self._check(self.station, first, last)

    def _check(self, station: Station, first: date, last: date) -> None:
        """Only months that the worker names can be confirmed, and they stand the right way round."""
        earliest, latest = bounds(station, timezone.localdate())
        if last < first:
            self.add_error("last", pgettext("to witness", "The last month lies before the first one."))
            return
        said = words.span(station.start, station.end, start_about=station.start_about, end_about=station.end_about)
        outside = pgettext("to witness", "It is about %(span)s. Enter a month within that time.") % {"span": said}
        for name, month in (("first", first), ("last", last)):
            if not earliest <= month <= latest:
                self.add_error(name, outside)

    def answers(self) -> dict[str, Any]:
        said = self.cleaned_data
        months: dict[str, Any] = {name: f"{said[name]:%Y-%m}" for name in ("first", "last") if name in said}
        return {"name": said["name"], "full_name": said["shown"] == "full", **months}


class SeenForm(forms.Form):
    statements = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": pgettext_lazy("to witness", "Tick at least one sentence")},
    )

    def __init__(self, *args: Any, fitting: list[Statement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["statements"]
        field.label = pgettext("to witness", "What did you see yourself?")
        field.choices = [(each.code, str(each)) for each in fitting]

    def clean_statements(self) -> tuple[str, ...]:
        chosen: list[str] = self.cleaned_data["statements"]
        if len(chosen) > MOST_PICKS:
            problem = npgettext(
                "to witness",
                "Choose at most %(most)d sentences. You have ticked %(count)d.",
                "Choose at most %(most)d sentences. You have ticked %(count)d.",
                len(chosen),
            )
            raise ValidationError(problem % {"most": MOST_PICKS, "count": len(chosen)}, code="many")
        return tuple(chosen)


class MailboxForm(forms.Form):
    email = AddressField(
        label=pgettext_lazy("to witness", "Your own mail address"),
        help_text=pgettext_lazy(
            "to witness", "We send 6 digits there, and later the link to take it back. Then we delete it."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": pgettext_lazy("to witness", "Enter your mail address"),
            "invalid": pgettext_lazy("to witness", "Enter a mail address like name@firm.de"),
        },
    )


class SignForm(forms.Form):
    """`seen` tells what stood on the page: only that is confirmed, whatever another tab has changed meanwhile."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
