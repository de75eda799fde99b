"""Showing the original: the worker gets six digits; a member of an employer types them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts import spoken, throttle
from network.employers import doors
from network.profiles import actions, presenters, seeing
from network.profiles.models import Profile
from network.profiles.views import WorkerRequest, with_profile
from network.profiles.views_papers import own_paper
from network.ui import pages

SHOWN = throttle.Limit("paper-show", "30/h,100/d")


@with_profile
@never_cache
def show(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    """GET explains, POST gives digits; sent again it gives new ones, and the older ones end."""
    paper = own_paper(profile, pk)
    context = {"paper": paper, "back": reverse("profiles:qualification", args=[pk])}
    if request.method == "POST":
        throttle.require(request, SHOWN, key=str(request.user.pk))
        try:
            code = actions.show_original(by=request.user, qualification=paper)
        except ValidationError as problem:
            messages.warning(request, problem.messages[0])
            return redirect("profiles:check")
        return render(request, "profiles/paper_code.html", {**context, "code": spoken.spaced(code)})
    return render(request, "profiles/paper_show.html", context)


@with_profile
def unsee(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    paper = own_paper(profile, pk)
    back = reverse("profiles:qualification", args=[pk])
    if request.method == "POST" or not paper.seen_by:
        if request.method == "POST":
            actions.take_mark_off(by=request.user, qualification=paper)
        return redirect(back)
    return pages.confirm(
        request,
        title=_("Take this mark off?"),
        text=_("“%(mark)s” disappears from your page. To get it back you have to show the original again.")
        % {"mark": presenters.seen_words(paper.seen_by, paper.seen_on)},
        button=_("Take the mark off"),
        back=back,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def employer_digits(request: HttpRequest, public_id: str) -> HttpResponse:
    return seeing.digits(request, _door(request, public_id))


@require_http_methods(["GET", "HEAD", "POST"])
def employer_looks(request: HttpRequest, public_id: str) -> HttpResponse:
    return seeing.look(request, _door(request, public_id))


def _door(request: HttpRequest, public_id: str) -> seeing.Door:
    """Any current member, whatever the role. Raises Http404."""
    employer = doors.membership(request, public_id).employer
    return seeing.Door(
        employer=employer,
        hint=pgettext("to employer", "You confirm it in the name of %(employer)s.") % {"employer": employer.name},
        ask=reverse("profiles:employer_digits", args=[public_id]),
        look=reverse("profiles:employer_looks", args=[public_id]),
        leave=reverse("employers:area", args=[public_id]),
    )
