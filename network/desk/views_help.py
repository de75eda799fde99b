"""Setting up a page together with the person at the counter."""

from contextlib import suppress

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import throttle
from network.desk import helping
from network.desk.context import SET_UP
from network.desk.models import SetUp
from network.desk.views import PER_PAGE, desk_only
from network.employers.doors import person
from network.profiles.questions import next_url
from network.profiles.whose import HELPED, helped_page, is_helping
from network.ui import digits, pages

BEGIN = throttle.Limit("desk-help", "60/d")
DIGITS = throttle.Limit("desk-digits", "60/h")


@desk_only
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What to say before, one button, and the desk's notes."""
    if request.method == "POST" and not is_helping(request):
        throttle.require(request, BEGIN, str(person(request).pk))
        made = helping.begin(by=person(request))
        request.session[SET_UP], request.session[HELPED] = made.pk, made.profile_id
        return redirect("profiles:question", "name")
    notes = Paginator(SetUp.objects.select_related("by__desk"), PER_PAGE)
    context = {
        "page": notes.get_page(request.GET.get("page")),
        "waiting": SetUp.objects.of(person(request)).open().exclude(pk=request.session.get(SET_UP, 0)),
        "back": reverse("desk:queue"),
    }
    return render(request, "desk/help.html", context)


@desk_only
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """POST shows new digits, once: only their hash is kept. GET says how it stands."""
    set_up = _own(request, pk)
    if set_up.ended_at:
        return _over(request, set_up)
    context = {"set_up": set_up, "here_now": request.session.get(SET_UP) == pk, "back": _back(request)}
    if request.method == "POST":
        throttle.require(request, DIGITS, str(person(request).pk))
        try:
            code = helping.show_digits(by=person(request), set_up=set_up)
        except helping.Over:
            return redirect("desk:hand_over", pk)
        context["set_up"] = _own(request, pk)
        shown = digits.shown(code, path=reverse("desk:takeover"), title=_("Take over on the own phone"))
        context |= {**shown, "way_in": shown["address"].partition("://")[2]}  # shorter, to be typed by hand
    return render(request, "desk/hand_over.html", context)


@desk_only
@require_http_methods(["GET", "HEAD", "POST"])
def throw_away(request: HttpRequest, pk: int) -> HttpResponse:
    set_up = _own(request, pk)
    if set_up.ended_at:
        return _over(request, set_up)
    if request.method == "POST":
        with suppress(helping.Over):
            helping.throw_away(by=person(request), set_up=set_up)
            _leave(request, pk)
        return redirect("desk:hand_over", pk)
    return pages.confirm(
        request,
        title=_("Throw this page away?"),
        text=_("Everything that was typed is deleted at once. Nobody can bring it back."),
        button=_("Throw away"),
        back=reverse("desk:hand_over", args=[pk]),
    )


@desk_only
@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """The helper's part is done. Who has the digits can still take over."""
    helping.stop(by=person(request), set_up=_own(request, pk))
    _leave(request, pk)
    return redirect("desk:help")


def _leave(request: HttpRequest, pk: int) -> None:
    if request.session.get(SET_UP) == pk:
        del request.session[SET_UP], request.session[HELPED]


def _own(request: HttpRequest, pk: int) -> SetUp:
    return get_object_or_404(SetUp.objects.of(person(request)).select_related("profile"), pk=pk)


def _back(request: HttpRequest) -> str:
    page = helped_page(request)
    return next_url(page) if page else reverse("desk:help")


def _over(request: HttpRequest, set_up: SetUp) -> HttpResponse:
    text = {
        SetUp.Ending.TAKEN: _("The person has taken the page over on the own phone. You no longer see it."),
        SetUp.Ending.THROWN: _("The page and everything on it is deleted."),
        SetUp.Ending.EXPIRED: _("Nobody took the page over on that day. It is deleted."),
    }[SetUp.Ending(set_up.ending)]
    here_now = request.session.get(SET_UP) == set_up.pk
    return pages.done(
        request,
        title=set_up.get_ending_display(),
        text=text,
        template="desk/help_over.html",
        set_up=set_up,
        here_now=here_now,
        links=[] if here_now else [(reverse("desk:help"), _("Back to the desk"))],
    )
