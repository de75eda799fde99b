"""Stations: add, change, remove."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from network.profiles import actions, presenters, rules
from network.profiles.counting import tree_of
from network.profiles.forms_station import StationForm
from network.profiles.models import Profile, Station
from network.profiles.questions import next_url
from network.profiles.views import WorkerRequest, with_profile
from network.ui import pages


@with_profile
def stations(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """The list; who has none yet goes straight to the question."""
    found = profile.stations.with_vouches()
    if not found:
        return redirect("profiles:add_station")
    today = timezone.localdate()
    context = {
        "stations": presenters.station_views(tree_of(found, today), found, today),
        "room": len(found) < rules.MOST_STATIONS,
        "following": next_url(profile, after="stations"),
        "back": reverse("profiles:mine"),
    }
    return render(request, "profiles/stations.html", context)


@with_profile
def add(request: WorkerRequest, profile: Profile) -> HttpResponse:
    form = StationForm(pages.posted(request), initial={"occupation": profile.occupation})
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_station(by=request.user, profile=profile, **form.station())
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return redirect("profiles:stations")
    first = not profile.stations.exists()
    title = _("Where did you work last?") if first else _("Where else did you work?")
    back = reverse("profiles:mine" if first else "profiles:stations")
    later = next_url(profile, after="stations") if first else ""
    return pages.ask(
        request, form, title=title, template="profiles/station.html", back=back, later=later, button=_("Save")
    )


@with_profile
def change(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    station = get_object_or_404(profile.stations.select_related("employer", "place", "occupation"), pk=pk)
    fixed = rules.is_fixed(station)
    form = StationForm(pages.posted(request), station=station, fixed=fixed)
    if request.method == "POST" and form.is_valid():
        actions.change_station(by=request.user, station=station, **form.station())
        return redirect("profiles:stations")
    context = {
        "fixed": fixed,
        "remove": reverse("profiles:remove_station", args=[pk]),
        "back": reverse("profiles:stations"),
    }
    title = presenters.firm_of(station)
    return pages.ask(request, form, title=title, template="profiles/station.html", button=_("Save"), **context)


@with_profile
def remove(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    station = get_object_or_404(profile.stations.select_related("employer", "place"), pk=pk)
    if request.method == "POST":
        actions.remove_station(by=request.user, station=station)
        return redirect("profiles:mine")
    return pages.confirm(
        request,
        title=_("Remove this station?"),
        text=_warning(station),
        button=_("Remove station"),
        back=reverse("profiles:change_station", args=[pk]),
    )


def _warning(station: Station) -> str:
    firm = presenters.firm_of(station)
    if station.confirmations.exists():
        return _("%(firm)s disappears from your page, with everything that was confirmed about it.") % {"firm": firm}
    return _("%(firm)s disappears from your page.") % {"firm": firm}
