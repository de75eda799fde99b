from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from network.places import lookup
from network.places.names import LONGEST

SHOWN = 40


class FindForm(forms.Form):
    """One text; cleaned_data["q"] is the list of towns it may mean."""

    heading = "q"
    q = forms.CharField(
        label=_("Find a postcode"),
        help_text=_("Type a postcode or a town in Germany."),
        max_length=LONGEST,
        error_messages={
            "required": _("Enter a postcode or a town"),
            "max_length": _("We do not know this place. Type a postcode or a town in Germany."),
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "data-suggest": reverse_lazy("places:suggest")}
        ),
    )

    def clean_q(self) -> list[lookup.Choice]:
        text = self.cleaned_data["q"]
        if found := lookup.find(text) or lookup.suggest(text, SHOWN):
            return found
        raise forms.ValidationError(
            _("We do not know this place. Type a postcode or a town in Germany."), code="unknown"
        )
