"""What the worker wants, and from when."""

from django import forms
from django.utils.translation import gettext_lazy

from network.profiles.models import Profile
from network.ui.fields import MonthField, choices

Goal = Profile.Goal


class GoalForm(forms.Form):
    heading = "goal"
    goal = forms.ChoiceField(
        label=gettext_lazy("What do you want here?"),
        choices=choices(
            [
                (Goal.OPEN, Goal.OPEN.label, ""),
                (
                    Goal.KEEP,
                    Goal.KEEP.label,
                    gettext_lazy("You collect what others say about your work. Nobody sends you offers."),
                ),
                (Goal.SIDE, Goal.SIDE.label, ""),
                (Goal.TRAINING, Goal.TRAINING.label, ""),
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
