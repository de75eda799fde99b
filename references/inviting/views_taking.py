"""The same for who is signed in with the mailbox: read, answer, take over."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import pgettext

from accounts import throttle
from network.employers.doors import person
from network.profiles.models import Profile
from network.ui import pages
from references.closing import Closed
from references.inviting import links, presenters, rules, taking, throttles
from references.inviting.forms_invited import TakeForm
from references.inviting.views_invited import over, read
from references.models import WorkerInvitation
from references.mutual import confirm_each_other
from references.rules import is_open
from references.signals import traces


def own(request: HttpRequest, public_id: str) -> HttpResponse:
    asked = _mine(request, public_id)
    if request.method == "POST":
        throttle.require(request, throttles.ANSWER, key=str(request.user.pk))
    if not is_open(asked):
        return _ended(request, asked)
    onward = reverse("references:invited_take", args=[public_id])
    try:
        return read(request, asked, onward=onward, back=reverse("home:me"))
    except Closed:  # two tabs
        return redirect(request.path)


def take(request: HttpRequest, public_id: str) -> HttpResponse:
    """The text once more, what is not known yet, and one button."""
    asked, here = _mine(request, public_id), reverse("references:invited_own", args=[public_id])
    if not is_open(asked) or (asked.draft and not rules.stands(asked)):
        return redirect(here)
    words, profile = presenters.said_in(asked), Profile.objects.of(person(request))
    stations = taking.stations_for(profile, asked) if words else []
    named = bool(profile and profile.name)
    form = TakeForm(
        pages.posted(request),
        stations=stations,
        named=named,
        span=words.span if words else "",
        initial={"name": asked.name},
    )
    if request.method == "POST":
        throttle.require(request, throttles.ANSWER, key=str(request.user.pk))
        if form.is_valid() and (done := _taken(request, asked, form, here)):
            return done
    return pages.ask(
        request,
        form,
        title=pgettext("to worker", "Take it over") if words else pgettext("to worker", "Make my page"),
        button=pgettext("to worker", "Take it over") if words else pgettext("to worker", "Make my page"),
        template="references/inviting/take.html",
        words=words,
        mutual=bool(words and asked.by and confirm_each_other(asked.by, person(request))),
        back=here,
    )


def _taken(request: HttpRequest, asked: WorkerInvitation, form: TakeForm, here: str) -> HttpResponse | None:
    """None where the page cannot take it yet: the form says why."""
    try:
        reference = taking.take_over(by=person(request), invitation=asked, **form.answers())
    except (Closed, taking.Unconfirmed):  # the second click, or somebody left the firm a moment ago
        return redirect(here)
    except ValidationError as problem:
        form.add_error(None, problem.messages)
        return None
    if reference is None or reference.profile is None or reference.request is None:
        return redirect("profiles:mine")
    subject = f"request:{reference.request.public_id}"
    traces.of_worker(request, subject=subject, profile=reference.profile, step=traces.SIGNED)
    return redirect("references:read", reference.public_id)


def _ended(request: HttpRequest, asked: WorkerInvitation) -> HttpResponse:
    if asked.state == WorkerInvitation.State.ANSWERED:
        return pages.done(
            request,
            title=pgettext("to worker", "You have taken it over"),
            text=pgettext("to worker", "You find everything in your area. You decide who sees it."),
            links=[
                (reverse("references:mine"), pgettext("to worker", "Your references")),
                (reverse("profiles:mine"), pgettext("to worker", "Your page")),
            ],
        )
    return over(request)


def _mine(request: HttpRequest, public_id: str) -> WorkerInvitation:
    """Raises Http404 for everybody but the account with exactly the mailbox."""
    return get_object_or_404(links.to_person(person(request)), public_id=public_id)
