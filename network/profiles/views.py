"""The worker's own pages: task list and questions."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.registry import Task
from network.profiles import actions, helping, presenters, registry, rules
from network.profiles.asking import Step
from network.profiles.counting import tree_of
from network.profiles.models import Profile
from network.profiles.questions import QUESTIONS, groups_of, next_url
from network.profiles.whose import is_helping, page_of
from network.ui import pages

P = ParamSpec("P")
WORDS = frozenset({"key", "kind", "slug", "reader", "language"})  # parts of an address that name no row of a worker


class WorkerRequest(HttpRequest):
    """A signed-in person."""

    user: User


def with_profile(
    view: Callable[Concatenate[WorkerRequest, Profile, P], HttpResponse],
) -> Callable[Concatenate[WorkerRequest, P], HttpResponse]:
    """Hand the page that is edited to the view (whose.py); who has none is sent to where it begins. Raises Http404 for rows of others.

    A helper at the desk opens only what helping.PAGES names; everything else says that it is for the worker.
    """

    @wraps(view)
    def wrapped(request: WorkerRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        profile = page_of(request)
        if profile and profile.helper_id and not _open_to_helper(request):
            return only_the_worker(request)
        if profile:
            return view(request, profile, *args, **kwargs)
        if kwargs.keys() - WORDS:  # the address names a row, and without a page there is none
            raise Http404
        return redirect("profiles:mine")

    wrapped.edits_page = True  # type: ignore[attr-defined]  # tests walk over all of these as a helper
    return wrapped


def _open_to_helper(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and helping.is_open(match.view_name, match.kwargs.get("key", ""))


def only_the_worker(request: HttpRequest) -> HttpResponse:
    text = _("The person answers this later on the own phone. You help with all the rest.")
    links = [(reverse("profiles:mine"), _("Back to the page you help with"))]
    return pages.done(request, title=_("Only the person decides this"), text=text, links=links, status=403)


def mine(request: WorkerRequest) -> HttpResponse:
    """The task list. GET makes nothing: a page begins with the button."""
    if request.method == "POST" and not is_helping(request):
        actions.start(by=request.user)
    profile = page_of(request)
    if profile and request.method == "POST":
        return redirect(next_url(profile))
    if not profile:
        return render(request, "profiles/begin.html")
    stations = profile.stations.with_vouches()
    tree = tree_of(stations, timezone.localdate())
    groups = [(head, [_task(profile, step) for step in steps]) for head, steps in groups_of(profile)]
    shown = (
        presenters.rings_of(tree, stations, presenters.shown_name(profile), timezone.localdate()) if tree.runs else None
    )
    following = next_url(profile)
    context = {
        "profile": profile,
        "groups": groups,
        "rings": shown,
        "times": presenters.times(profile, timezone.localdate()),
        "looked_through": presenters.looked_through(profile) if rules.is_complete(profile) else "",
        "following": following != request.path and following,
        "onward": None
        if profile.helper_id
        else next(filter(None, (way(request, profile) for way in registry.onward)), None),
    }
    return render(request, "profiles/mine.html", context)


def _task(profile: Profile, step: Step) -> Task:
    state = "" if step.is_open is None else "todo" if step.is_open(profile) else "done"
    if not profile.helper_id and helping.is_marked(profile, step.key):
        return Task("", str(step.title), step.url, hint=_("Typed at the desk. Check it."), state="todo")
    return Task("", str(step.title), step.url, hint=step.hint(profile), state=state)


@with_profile
def question(request: WorkerRequest, profile: Profile, key: str) -> HttpResponse:
    asked = QUESTIONS.get(key)
    if not asked:
        raise Http404
    form = asked.form(pages.posted(request), initial=asked.initial(profile))
    if request.method == "POST" and form.is_valid():
        try:
            asked.action(by=request.user, profile=profile, **form.cleaned_data)
            return redirect(next_url(profile, after=key))
        except ValidationError as problem:
            form.add_error(None, problem)
    return pages.ask(
        request, form, title=str(asked.title), template=asked.template, profile=profile, back=reverse("profiles:mine")
    )
