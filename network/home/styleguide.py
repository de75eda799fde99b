"""What the style sheet page shows: every part, in its states."""

from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest

from network.ui import fields
from network.ui.icons import ICONS

LADDER_WORDS = (
    "Self-declared",
    "Colleague",
    "Colleague, common station confirmed",
    "Superior, identity confirmed by code",
    "Checked employer, October 2026",
    "Chamber, original seen",
)


class Sample(forms.Form):
    name = forms.CharField(label="What is your name?", help_text="As people call you at work.")
    about = forms.CharField(label="In your own words", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    radius = forms.ChoiceField(label="How far?", choices=[("10", "10 km"), ("25", "25 km")])
    start = fields.MonthField(label="Since when?")
    who = forms.ChoiceField(
        label="Who may see your page?",
        widget=forms.RadioSelect,
        choices=fields.choices([("off", "Nobody", "Only you."), ("everyone", "Everyone", "Also your boss.")]),
    )
    agree = forms.BooleanField(label="I have seen this myself.")
    photo = forms.FileField(label="Photo", required=False)


def parts(request: HttpRequest) -> dict[str, object]:
    return {
        "form": Sample(),
        "wrong": Sample({"name": "", "radius": "99", "start_1": "99", "start_0": ""}, prefix="wrong"),
        "plates": list(enumerate(LADDER_WORDS)),
        "icons": sorted(ICONS),
        "page": Paginator(range(100), 20).page(2),
        "some_month": date(2013, 9, 1),
        "swatches": ["paper", "sheet", "ink", "soft", "line", "edge", "pine", "block", "tint", "signal", "error"],
    }
