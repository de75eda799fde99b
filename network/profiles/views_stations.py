"""Stations: add, change, remove. What each kind of station is asked stands in wording.py."""

from collections.abc import Callable
from functools import partial

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from network.profiles import actions, helping, kinds, presenters, rules
from network.profiles.counting import tree_of
from network.profiles.forms_station import StationForm
from network.profiles.models import Profile, Station
from network.profiles.questions import next_url
from network.profiles.views import WorkerRequest, with_profile
from network.profiles.wording import WORDS
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
        "marked": helping.marked_rows(profile, "stations"),
        "room": len(found) < rules.MOST_STATIONS,
        "most": rules.MOST_STATIONS,
        "following": next_url(profile, after="stations"),
        "back": reverse("profiles:mine"),
    }
    return render(request, "profiles/stations.html", context)


@with_profile
def choose_kind(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """What else a station can be, as links."""
    rows = [(reverse("profiles:add_station_of", args=[kind]), kind) for kind in kinds.ADDED]
    return _kinds(request, rows, title=_("What do you want to add?"), back=reverse("profiles:add_station"))


@with_profile
def add(request: WorkerRequest, profile: Profile, kind: str = kinds.JOB) -> HttpResponse:
    """A job, or what the address names."""
    if kind not in WORDS:
        raise Http404
    number = profile.stations.count()
    if number >= rules.MOST_STATIONS and request.method != "POST":  # what was typed in a second tab is not lost
        return _full(request)
    form = StationForm(pages.posted(request), kind=kind, initial={"occupation": profile.occupation})
    if request.method == "POST" and _saved(form, partial(actions.add_station, by=request.user, profile=profile)):
        return redirect("profiles:stations")
    context = {
        "back": _way_back(kind, number),
        "later": "" if number else next_url(profile, after="stations"),
        "others": reverse("profiles:choose_kind") if kind == kinds.JOB else "",
        "caption": "" if kind == kinds.JOB else Station.Kind(kind).label,
    }
    title = _("Where did you work last?") if kind == kinds.JOB and not number else str(WORDS[kind].title)
    return pages.ask(request, form, title=title, template="profiles/station.html", button=_("Save"), **context)


def _way_back(kind: str, number: int) -> str:
    if kind != kinds.JOB:
        return reverse("profiles:choose_kind")
    return reverse("profiles:stations" if number else "profiles:mine")


def _saved(form: StationForm, act: Callable[..., object]) -> bool:
    """What was asked, or what another tab did meanwhile, may stand against it; then the form says so."""
    if not form.is_valid():
        return False
    try:
        act(**form.station())
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    return True


def _full(request: WorkerRequest) -> HttpResponse:
    return pages.done(
        request,
        title=_("You have %(number)d stations") % {"number": rules.MOST_STATIONS},
        text=_("That is as many as a page can hold. Remove one before you add another."),
        links=[(reverse("profiles:stations"), _("To your stations"))],
    )


def _kinds(request: WorkerRequest, rows: list[tuple[str, str]], *, title: str, back: str) -> HttpResponse:
    tasks = [
        {"url": url, "title": Station.Kind(kind).label, "hint": WORDS[kind].hint, "state": ""} for url, kind in rows
    ]
    return render(request, "profiles/kinds.html", {"title": title, "tasks": tasks, "back": back})


@with_profile
def change(request: WorkerRequest, profile: Profile, pk: int, kind: str = "") -> HttpResponse:
    """Also into another kind: then its questions are asked, and nothing changes before they are answered."""
    station = get_object_or_404(profile.stations.select_related("employer", "place", "occupation"), pk=pk)
    fixed = rules.is_fixed(station)
    asked = kind or station.kind
    if asked not in WORDS or (fixed and asked != station.kind):
        raise Http404
    station.profile = profile
    form = StationForm(pages.posted(request), kind=asked, station=station, fixed=fixed)
    if request.method == "POST" and _saved(form, partial(actions.change_station, by=request.user, station=station)):
        return redirect("profiles:stations")
    context = {
        "fixed": fixed,
        "hint": rules.lost_with(station),
        "loses": asked == kinds.FAMILY != station.kind,
        "other_kind": "" if fixed or kind else reverse("profiles:change_kind", args=[pk]),
        "remove": "" if kind else reverse("profiles:remove_station", args=[pk]),
        "back": reverse("profiles:change_station", args=[pk]) if kind else reverse("profiles:stations"),
        "caption": Station.Kind(asked).label,
    }
    title = presenters.firm_of(station)
    return pages.ask(request, form, title=title, template="profiles/station.html", button=_("Save"), **context)


@with_profile
def change_kind(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    station = get_object_or_404(profile.stations.select_related("employer", "place"), pk=pk)
    back = reverse("profiles:change_station", args=[pk])
    if rules.is_fixed(station):
        return redirect(back)
    rows = [
        (reverse("profiles:change_station_to", args=[pk, kind]), kind)
        for kind in Station.Kind.values
        if kind != station.kind
    ]
    return _kinds(request, rows, title=_("What was it instead?"), back=back)


@with_profile
def remove(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    station = get_object_or_404(profile.stations.select_related("employer", "place"), pk=pk)
    if request.method == "POST":
        actions.remove_station(by=request.user, station=station)
        return redirect("profiles:mine")
    return pages.confirm(
        request,
        title=_("Remove this station?"),
        text=f"{_warning(station)} {rules.lost_with(station)}".strip(),
        button=_("Remove station"),
        back=reverse("profiles:change_station", args=[pk]),
    )


def _warning(station: Station) -> str:
    firm = presenters.firm_of(station)
    if station.confirmations.exists():
        return _("%(firm)s disappears from your page, with everything that was confirmed about it.") % {"firm": firm}
    return _("%(firm)s disappears from your page.") % {"firm": firm}
