"""What the worker wants, and from when."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.profiles import rules
from network.profiles.models import Profile
from network.ui.fields import MonthField, choices

Goal = Profile.Goal


class GoalForm(forms.Form):
    """Each goal has at most one month of its own; the page hides the other, and what stands in it is not asked."""

    heading = "goal"
    goal = forms.ChoiceField(
        label=gettext_lazy("What do you want here?"),
        choices=choices(
            [
                (Goal.OPEN, Goal.OPEN.label, ""),
                (Goal.SIDE, Goal.SIDE.label, gettext_lazy("Beside your work, for some hours a week.")),
                (Goal.TRAINING, Goal.TRAINING.label, ""),
                (
                    Goal.LATER,
                    Goal.LATER.label,
                    gettext_lazy("From that day on you are open for offers again. We send no mail about it."),
                ),
                (
                    Goal.KEEP,
                    Goal.KEEP.label,
                    gettext_lazy("You collect what others say about your work. Nobody sends you offers."),
                ),
            ]
        ),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what you want")},
    )
    available_from = MonthField(
        label=gettext_lazy("From when could you begin?"),
        help_text=gettext_lazy("Leave it empty if you can begin at any time."),
        required=False,
    )
    resting_until = MonthField(
        label=gettext_lazy("From which month on do you want offers again?"),
        help_text=gettext_lazy("Until the first of that month nobody sends you offers."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        rests = data.get("goal") == Goal.LATER
        if not rests:
            self._leave_out("resting_until", data)
        elif "resting_until" in data:
            data["resting_until"] = _until(data["resting_until"])
        if data.get("goal") in (Goal.LATER, Goal.KEEP):
            self._leave_out("available_from", data)
        return data

    def _leave_out(self, name: str, data: dict[str, Any]) -> None:
        """A half-filled month that does not belong to the goal is no mistake, and no answer."""
        self.errors.pop(name, None)
        data[name] = None


def _until(day: date | None) -> date:
    if day is None:
        raise ValidationError({"resting_until": _("Enter the month from which on you want offers again")})
    rules.check_rest(day, today=timezone.localdate())
    return day
