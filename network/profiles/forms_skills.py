"""What somebody may drive, and which languages they speak."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.occupations import vocabulary
from network.occupations.vocabulary import Entry
from network.profiles.forms_times import Group, TicksField, grouped

LICENCE_GROUPS: tuple[Group, ...] = (
    (gettext_lazy("Car and motorcycle"), ("b", "be", "a", "am")),
    (gettext_lazy("Truck"), ("c1", "c1e", "c", "ce")),
    (gettext_lazy("Bus"), ("d1", "d", "de")),
    (gettext_lazy("Tractor"), ("t", "l")),
)


def _licences() -> Any:
    return grouped(vocabulary.LICENCES, LICENCE_GROUPS)


def _named(entries: Sequence[Entry], nothing: str | Promise) -> list[tuple[str, str]]:
    return [("", str(nothing)), *((entry.slug, entry.name) for entry in entries)]


class LicencesForm(forms.Form):
    heading = "licences"
    licences = TicksField(
        label=gettext_lazy("What may you drive?"),
        help_text=gettext_lazy(
            "Tick every class that stands on your driving licence. Everybody who may open your page reads it."
        ),
        choices=_licences,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class LanguageForm(forms.Form):
    """One language. Nobody is asked which one they grew up with (§ 1 AGG): how well somebody speaks is what counts at work."""

    language = forms.ChoiceField(
        label=gettext_lazy("Which language do you speak?"),
        choices=lambda: _named(vocabulary.LANGUAGES, gettext_lazy("Choose a language")),
        error_messages={"required": gettext_lazy("Choose the language that you speak")},
    )
    level = forms.ChoiceField(
        label=gettext_lazy("How well?"),
        help_text=gettext_lazy("What counts is how you get by at work."),
        choices=lambda: [(entry.slug, entry.name) for entry in vocabulary.LANGUAGE_LEVELS],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how well you speak it")},
    )

    def clean_language(self) -> str:
        slug = str(self.cleaned_data["language"])
        if not vocabulary.by_slug(vocabulary.LANGUAGES, slug):
            raise ValidationError(_("Choose the language that you speak"))
        return slug
