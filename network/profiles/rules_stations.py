"""What can be true of a station and its steps. Each raises ValidationError in plain words, at the field where that helps."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from network.employers.models import Employer
from network.occupations.models import Occupation
from network.profiles import kinds, months
from network.profiles.counting import Bounds
from network.profiles.models import Station
from network.profiles.naming import tidy
from network.profiles.steps import MOST_STEPS, Step


def check_parts(*, kind: str, firm: Employer | str, occupation: Occupation | None) -> None:
    """What a kind of station has must be there."""
    if kind not in Station.Kind.values:
        raise ValidationError(_("Choose what kind of station it is."))
    if kind == kinds.FAMILY:
        return
    if isinstance(firm, str) and not tidy(firm):
        raise ValidationError({"employer": _("Enter the name of the firm")})
    if occupation is None:
        raise ValidationError({"occupation": _("Enter what you worked as")})


def check_steps(steps: Iterable[Step], within: Bounds) -> None:
    """For `start` and `end`, where a step would lie outside the station."""
    for step in steps:
        if _before(step, within):
            words = _("The step “%(step)s” began before that. Change or remove the step first.")
            raise ValidationError({"start": words % {"step": step.name}})
        if within.end and _behind(step, within.end, about=within.end_about):
            words = _("The step “%(step)s” began after that. Change or remove the step first.")
            raise ValidationError({"end": words % {"step": step.name}})


def check_step(step: Step, within: Bounds, *, today: date) -> None:
    """For `start`, where the step lies outside its station."""
    if _before(step, within):
        raise ValidationError({"start": _("You were not there yet. Enter a month within this station.")})
    if _behind(step, within.end or today, about=within.end_about):
        raise ValidationError({"start": _("You were not there any more. Enter a month within this station.")})


def check_room(steps: list[Step]) -> None:
    """For one more."""
    if len(steps) >= MOST_STEPS:
        raise ValidationError(_("A station can hold %(number)d steps. Remove one first.") % {"number": MOST_STEPS})


def _before(step: Step, within: Bounds) -> bool:
    first = months.earliest(within.start, about=within.start_about)
    return months.latest(step.start, about=step.about) < first


def _behind(step: Step, end: date, *, about: bool) -> bool:
    return months.earliest(step.start, about=step.about) > months.latest(end, about=about)
