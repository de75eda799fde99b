"""Steps inside one station: a page that lists and adds, one that changes, one that removes."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from network.profiles import actions, presenters
from network.profiles.forms_steps import StepForm
from network.profiles.models import Profile, Station
from network.profiles.steps import MOST_STEPS, Step, steps_of
from network.profiles.views import WorkerRequest, with_profile
from network.ui import pages


def _station(profile: Profile, pk: int) -> Station:
    """Time for the family has no steps. Raises Http404."""
    return get_object_or_404(profile.stations.with_a_firm().select_related("employer", "place"), pk=pk)


def _step(station: Station, key: str) -> Step | None:
    """None where it was changed or removed in the meantime."""
    return next((step for step in steps_of(station) if step.key == key), None)


@with_profile
def steps(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    station = _station(profile, pk)
    form = StepForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_step(by=request.user, station=station, step=form.step())
            return redirect("profiles:steps", pk)
        except ValidationError as problem:
            form.add_error(None, problem)
    return pages.ask(
        request,
        form,
        title=_("Your steps there"),
        caption=presenters.firm_of(station),
        template="profiles/steps.html",
        station=station,
        steps=presenters.step_views(station),
        room=len(station.steps) < MOST_STEPS or form.is_bound,
        most=MOST_STEPS,
        back=reverse("profiles:stations"),
        button=_("Add this step"),
    )


@with_profile
def change(request: WorkerRequest, profile: Profile, pk: int, step: str) -> HttpResponse:
    station = _station(profile, pk)
    old = _step(station, step)
    if old is None:
        return redirect("profiles:steps", pk)
    form = StepForm(pages.posted(request), step=old)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_step(by=request.user, station=station, old=old, step=form.step())
            return redirect("profiles:steps", pk)
        except ValidationError as problem:
            form.add_error(None, problem)
    context = {
        "caption": presenters.firm_of(station),
        "back": reverse("profiles:steps", args=[pk]),
        "remove": reverse("profiles:remove_step", args=[pk, step]),
    }
    return pages.ask(
        request, form, title=_("Change this step"), template="profiles/step.html", button=_("Save"), **context
    )


@with_profile
def remove(request: WorkerRequest, profile: Profile, pk: int, step: str) -> HttpResponse:
    station = _station(profile, pk)
    old = _step(station, step)
    if old is None:
        return redirect("profiles:steps", pk)
    if request.method == "POST":
        actions.remove_step(by=request.user, station=station, step=old)
        return redirect("profiles:steps", pk)
    facts = {"step": old.name, "firm": presenters.firm_of(station)}
    return pages.confirm(
        request,
        title=_("Remove this step?"),
        text=_("“%(step)s” at %(firm)s disappears from your page.") % facts,
        button=_("Remove step"),
        back=reverse("profiles:change_step", args=[pk, step]),
    )
