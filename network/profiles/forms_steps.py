"""One step inside a station."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.profiles.fields import OwnWordsField
from network.profiles.roles import ROLES
from network.profiles.steps import LONGEST_TITLE, Step
from network.ui.fields import LooseMonth, LooseMonthField


def _roles() -> list[tuple[str, str]]:
    return [("", _("Choose a step")), *((role.slug, role.name) for role in ROLES)]


class StepForm(forms.Form):
    role = forms.ChoiceField(label=gettext_lazy("What are or were you there?"), choices=_roles, required=False)
    title = OwnWordsField(
        label=gettext_lazy("In your own words"),
        help_text=gettext_lazy("If no word of the list fits, or if your firm calls it differently."),
        max_length=LONGEST_TITLE,
        required=False,
    )
    start = LooseMonthField(
        label=gettext_lazy("Since when?"),
        help_text=gettext_lazy("The year is enough if you do not know the month."),
        error_messages={"required": gettext_lazy("Enter the year in which it began, and the month if you know it")},
    )

    def __init__(self, *args: Any, step: Step | None = None, **kwargs: Any) -> None:
        if step:
            start = LooseMonth(step.start, step.about)
            kwargs["initial"] = {"role": step.role, "title": step.title, "start": start}
        super().__init__(*args, **kwargs)
        self.fields["role"].quiet = True  # type: ignore[attr-defined]  # empty only where own words stand

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not said.get("role") and not said.get("title") and not self.errors.keys() & {"role", "title"}:
            self.add_error("role", _("Choose a step from the list, or write it in your own words"))
        return said

    def step(self) -> Step:
        said = self.cleaned_data
        return Step(said["role"], said["title"], said["start"].day, said["start"].about)
