"""A worker answers a notice with a link to the own page, reads what was answered, takes it back."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts import throttle
from network.contacts.models import Interest, Notice
from network.contacts.notices import answering, returning, rules
from network.contacts.notices.forms import InterestForm
from network.contacts.notices.presenters import former_name, reach
from network.employers.doors import person
from network.profiles import items
from network.profiles.actions import start as begin
from network.profiles.models import Profile
from network.profiles.questions import next_url
from network.profiles.rules import is_complete
from network.profiles.whose import is_helping
from network.ui import pages

PER_PAGE = 20
ANSWERING = throttle.Limit("notice-interest", "20/d")


@require_http_methods(["GET", "HEAD", "POST"])
def interest(request: HttpRequest, public_id: str) -> HttpResponse:
    """What the firm shall read; the POST makes the link and sends one mail."""
    notice = get_object_or_404(Notice.objects.with_facts(), public_id=public_id)
    profile = Profile.objects.of(person(request))
    if not rules.hangs(notice):
        return redirect("contacts:notice", public_id)
    if profile is None or not rules.may_answer(profile, notice):
        return _hindered(request, profile, notice)
    if notice.interests.filter(profile=profile).alive().exists():
        return redirect("contacts:interests")
    form = InterestForm(pages.posted(request), groups=items.groups_of(profile))
    if request.method == "POST" and form.is_valid():
        throttle.require(request, ANSWERING, key=str(profile.pk))
        said = {"items": form.cleaned_data["items"], "once": form.cleaned_data["once"]}
        try:
            answering.express(by=person(request), notice=notice, **said)
            returning.forget(request)
            return redirect("contacts:interests")
        except answering.NotNow:
            return redirect("contacts:interest", public_id)
        except ValidationError as problem:
            form.add_error(None, problem)
    context: dict[str, Any] = {
        "notice": notice,
        "profile": profile,
        "back": reverse("contacts:notice", args=[public_id]),
        "button": pgettext("to worker", "Send the link"),
    }
    title = pgettext("to worker", "What shall the employer read?")
    return pages.ask(request, form, title=title, template="contacts/notices/interest.html", **context)


def _hindered(request: HttpRequest, profile: Profile | None, notice: Notice) -> HttpResponse:
    if profile is not None and is_complete(profile):
        return _hidden(request, notice)
    if request.method == "POST" and not is_helping(request):
        returning.remember(request, notice)
        begin(by=person(request))
        mine = Profile.objects.of(person(request))
        return redirect(next_url(mine) if mine else "profiles:mine")
    return _first(request, profile, notice)


def _first(request: HttpRequest, profile: Profile | None, notice: Notice) -> HttpResponse:
    text = pgettext(
        "to worker",
        "You answer with a link to your page. It needs your name, your occupation and your place. At the top of your page you then find the way back to this notice.",
    )
    go_on = pgettext("to worker", "Go on with my page")
    return pages.confirm(
        request,
        title=pgettext("to worker", "First make your page"),
        text=text,
        button=go_on if profile else pgettext("to worker", "Start my page"),
        back=reverse("contacts:notice", args=[notice.public_id]),
    )


def _hidden(request: HttpRequest, notice: Notice) -> HttpResponse:
    """Who hides from the firm is warned, and decides about the block first: the firm learns nothing of either."""
    text = pgettext(
        "to worker",
        "You have blocked %(employer)s or a firm that belongs to it. It could not open your link. If you want to answer, take the block back first. The firm does not get to know that there was one.",
    )
    links = [
        (reverse("profiles:blocks"), pgettext("to worker", "Your blocked firms")),
        (reverse("contacts:notice", args=[notice.public_id]), pgettext("to worker", "Back to the notice")),
    ]
    title = pgettext("to worker", "You hide from this firm")
    return pages.done(request, title=title, text=text % {"employer": notice.employer.name}, links=links)


@require_safe
def interests(request: HttpRequest) -> HttpResponse:
    """All answers, newest first."""
    mine = Interest.objects.of(person(request)).select_related("notice__employer", "notice__place", "share")
    page = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    lines = [(each, former_name(each), reach(each)) for each in page]
    return render(
        request, "contacts/notices/interests.html", {"lines": lines, "page": page, "back": reverse("home:me")}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, public_id: str) -> HttpResponse:
    mine = Interest.objects.of(person(request)).select_related("notice__employer")
    found = get_object_or_404(mine, notice__public_id=public_id)
    if request.method == "POST":
        answering.take_back(by=person(request), interest=found)
        return redirect("contacts:interests")
    text = pgettext(
        "to worker", "%(employer)s can no longer open your page by this link, and no longer finds you in its list."
    )
    return pages.confirm(
        request,
        title=pgettext("to worker", "Take your answer back?"),
        text=text % {"employer": found.notice.employer.name},
        button=pgettext("to worker", "Take it back"),
        back=reverse("contacts:interests"),
    )
