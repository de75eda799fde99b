"""What was typed for the worker at the desk, line by line, each with the way to change it."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from network.profiles.asking import Step
from network.profiles.models import Profile
from network.profiles.presenters.page import shown_name
from network.profiles.presenters.papers import PaperView
from network.profiles.presenters.stations import StationView
from network.profiles.questions import QUESTIONS, STEPS
from network.ui.pages import Row


def typed_rows(profile: Profile, stations: Iterable[StationView], papers: Iterable[PaperView]) -> list[Row]:
    """In the order of the task list. `profile` from of()."""
    marked = set(profile.unconfirmed)
    rows = [
        Row(str(step.title), _answer(profile, step), step.url)
        for step in STEPS
        if step.key in marked and _is_answered(profile, step.key)
    ]
    rows += [_station(each) for each in stations if f"station:{each.pk}" in marked]
    rows += [_paper(each) for each in papers if f"paper:{each.pk}" in marked]
    return rows


def _is_answered(profile: Profile, key: str) -> bool:
    """A question may have been saved empty: then its line holds an example, and there is nothing to check."""
    asked = QUESTIONS.get(key)
    return any(getattr(profile, name) for name in (asked.answers if asked else (key,)))


def _answer(profile: Profile, step: Step) -> str:
    """As the task list says it; the name in full, for it stands so in references."""
    if step.key != "name":
        return step.hint(profile)
    return "\n".join([profile.name, _("Others read: %(name)s") % {"name": shown_name(profile)}])


def _station(station: StationView) -> Row:
    words = [part for part in (station.job, f"{station.span} ({station.months})") if part]
    words += [f"{step.name}: {step.span}" for step in station.steps]
    return Row(station.firm, "\n".join(words), reverse("profiles:change_station", args=[station.pk]))


def _paper(paper: PaperView) -> Row:
    words = [part for part in (paper.valid, paper.issuer) if part]
    return Row(paper.name, "\n".join(words), reverse("profiles:qualifications"))
