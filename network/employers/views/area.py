"""Registering, and the own area of an employer."""

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import throttle
from network.employers import actions, doors, presenters, registry, throttles
from network.employers.forms import RegisterForm
from network.ui import pages


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    form = RegisterForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        throttle.require(request, throttles.REGISTER, key=str(request.user.pk))
        try:
            employer = actions.register(by=doors.person(request), **form.cleaned_data)
        except actions.Taken as taken:
            return _here_already(request, taken)
        return redirect("employers:area", employer.public_id)
    return pages.ask(
        request,
        form,
        title=_("Register an employer"),
        template="employers/suggesting.html",
        hint=_("It costs nothing. Afterwards a person at the desk checks whether the employer is real."),
        back=reverse("home:me"),
        button=_("Register the employer"),
    )


def _here_already(request: HttpRequest, taken: actions.Taken) -> HttpResponse:
    """Its own people go on to it; nobody else learns who they are."""
    here = taken.twin.heir
    if doors.person(request).memberships.current().filter(employer=here).exists():
        return redirect("employers:area", here.public_id)
    return render(
        request,
        "employers/here_already.html",
        {"title": _("This employer is here already"), "back": request.path},
        status=409,
    )


@require_safe
def area(request: HttpRequest, public_id: str) -> HttpResponse:
    """What a member can do for the employer, as a task list; the rooms above add theirs."""
    try:
        membership = doors.membership(request, public_id)
    except Http404:
        if moved := doors.moved_to(request, public_id):
            return redirect("employers:area", moved)
        raise
    tasks = groupby(
        sorted(registry.tasks_for(membership), key=lambda task: task.group != _("The employer")), lambda t: t.group
    )
    context = {
        "membership": membership,
        "employer": membership.employer,
        "standing": presenters.standing(membership.employer, membership.employer.proofs.all()),
        "roles": presenters.role_names(membership),
        "groups": [(group, list(lines)) for group, lines in tasks],
    }
    return render(request, "employers/area.html", context)
