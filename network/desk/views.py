"""The desk: one queue, and one page per employer. For everybody else these pages do not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.decorators import second_factor_required
from network.desk import actions, facts, queueing, rules
from network.desk.forms import CorrectForm, DecisionForm, FindForm, InviteAdminForm
from network.employers import actions as employers
from network.employers import lookup
from network.employers.doors import person
from network.employers.models import Employer
from network.ui import pages

P = ParamSpec("P")
PER_PAGE = 20


def desk_only(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Contact persons with a second factor; 404 for everybody else."""
    inner = second_factor_required(view)

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not rules.is_desk(person(request)):
            raise Http404
        return inner(request, *args, **kwargs)  # type: ignore[return-value]

    return guarded  # type: ignore[return-value]


@desk_only
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Oldest first; ?q= finds any employer."""
    form = FindForm(request.GET or None)
    wanted = form.cleaned_data["q"] if form.is_valid() else ""
    page = Paginator(queueing.waiting(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": queueing.rows(page.object_list),
        "form": form,
        "wanted": wanted,
        "found": lookup.find(wanted) if wanted else [],
    }
    return render(request, "desk/queue.html", context)


@desk_only
@require_http_methods(["GET", "HEAD", "POST"])
def employer(request: HttpRequest, public_id: str) -> HttpResponse:
    looked_at = _employer(public_id)
    form = DecisionForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        if looked_at.merged_into_id:
            return _changed(request, public_id)
        if not rules.may_decide(person(request), looked_at):
            return _own(request)
        try:
            actions.decide(by=person(request), employer=looked_at, **form.cleaned_data)
        except actions.Changed:
            return _changed(request, public_id)
        return _decided(request, looked_at)
    known = facts.gather(looked_at)
    if not form.is_bound:
        form = DecisionForm(initial={"seen": known.seen})
    context = {"facts": known, "form": form, "employer": looked_at, "back": reverse("desk:queue")}
    return render(request, "desk/employer.html", context)


@desk_only
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, public_id: str) -> HttpResponse:
    looked_at = _employer(public_id)
    if looked_at.merged_into_id:
        return redirect("desk:employer", public_id)
    if not rules.may_decide(person(request), looked_at):
        return _own(request)
    form = CorrectForm(pages.posted(request), employer=looked_at)
    back = reverse("desk:employer", args=[public_id])
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct(by=person(request), employer=looked_at, **form.cleaned_data)
            return redirect(back)
        except employers.Taken:
            form.add_error("name", _("An employer of this name is registered in this town already"))
    title = _("Correct the facts of %(employer)s") % {"employer": looked_at.name}
    return pages.ask(
        request,
        form,
        title=title,
        template="employers/suggesting.html",
        back=back,
        button=_("Save and tell the employer"),
    )


@desk_only
@require_http_methods(["GET", "HEAD", "POST"])
def invite_admin(request: HttpRequest, public_id: str) -> HttpResponse:
    looked_at = _employer(public_id)
    if looked_at.merged_into_id:
        return redirect("desk:employer", public_id)
    if not rules.may_decide(person(request), looked_at):
        return _own(request)
    form = InviteAdminForm(pages.posted(request))
    back = reverse("desk:employer", args=[public_id])
    if request.method == "POST" and form.is_valid():
        actions.invite_admin(by=person(request), employer=looked_at, **form.cleaned_data)
        return redirect(back)
    title = _("Invite an administrator")
    return pages.ask(request, form, title=title, caption=looked_at.name, back=back, button=_("Send invitation"))


def _employer(public_id: str) -> Employer:
    known = Employer.objects.select_related("place", "parent__place", "merged_into__place")
    return get_object_or_404(known, public_id=public_id)


def _changed(request: HttpRequest, public_id: str) -> HttpResponse:
    links = [(reverse("desk:employer", args=[public_id]), _("Look again")), (reverse("desk:queue"), _("To the queue"))]
    text = _("Somebody else has decided, or the employer has changed its facts. Your decision was not stored.")
    return pages.done(request, title=_("Something has changed meanwhile"), text=text, links=links, status=409)


def _own(request: HttpRequest) -> HttpResponse:
    text = _("You belong to this employer. Somebody else at the desk has to decide.")
    return pages.done(
        request,
        title=_("Nobody checks the own employer"),
        text=text,
        links=[(reverse("desk:queue"), _("To the queue"))],
        status=409,
    )


def _decided(request: HttpRequest, decided: Employer) -> HttpResponse:
    links = [
        (reverse("desk:queue"), _("To the queue")),
        (reverse("desk:employer", args=[decided.public_id]), decided.name),
    ]
    text = _("The people who administrate %(employer)s get a mail with your reason.") % {"employer": decided.name}
    return pages.done(request, title=_("The decision is stored"), text=text, links=links)
