"""What an admin can set for an employer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import throttle
from accounts.decorators import second_factor_required
from network.employers import actions, domains, doors, rules, throttles
from network.employers.forms import COUNCIL_VALUES, CouncilForm, FactsForm, ParentForm
from network.ui import pages


@require_safe
@second_factor_required
def settings(request: HttpRequest, public_id: str) -> HttpResponse:
    employer = doors.administration(request, public_id).employer
    context = {
        "employer": employer,
        "domain": domains.shown(employer.domain),
        "may_change": rules.may_change_facts(employer),
        "branches": employer.branches.standing().select_related("place"),
        "asking": employer.branches_asking.select_related("place"),
        "joining": employer.merges_asked.select_related("place"),
        "back": reverse("employers:area", args=[public_id]),
    }
    return render(request, "employers/settings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def facts(request: HttpRequest, public_id: str) -> HttpResponse:
    employer = doors.administration(request, public_id).employer
    back = reverse("employers:settings", args=[public_id])
    if not rules.may_change_facts(employer):
        text = _("The desk has checked name, place and domain. Write to the desk when one of them changes.")
        links = [(reverse("home:contact"), _("The desk")), (back, _("Settings"))]
        return pages.done(request, title=_("This is fixed now"), text=text, links=links)
    known = {
        "name": employer.name,
        "place": employer.place,
        "domain": domains.shown(employer.domain),
        "founded_year": employer.founded_year,
    }
    form = FactsForm(pages.posted(request), initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_facts(by=doors.person(request), employer=employer, **form.cleaned_data)
            return redirect(back)
        except actions.Taken:
            form.add_error("name", _("An employer of this name is registered in this town already"))
    return pages.ask(
        request,
        form,
        title=_("Name, place and domain"),
        template="employers/suggesting.html",
        back=back,
        button=_("Save"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def council(request: HttpRequest, public_id: str) -> HttpResponse:
    employer = doors.administration(request, public_id).employer
    back = reverse("employers:settings", args=[public_id])
    answer = next(word for word, value in COUNCIL_VALUES.items() if value is employer.works_council)
    form = CouncilForm(
        pages.posted(request),
        initial={"works_council": answer, "facts_only": employer.facts_only},
    )
    if request.method == "POST" and form.is_valid():
        actions.choose_facts_only(by=doors.person(request), employer=employer, **form.cleaned_data)
        return redirect(back)
    title = _("Works council and facts only")
    return pages.ask(request, form, title=title, template="employers/council.html", back=back, button=_("Save"))


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def parent(request: HttpRequest, public_id: str) -> HttpResponse:
    """Say that one is a branch, or take it back while nobody has answered. Leaving a family goes through the desk."""
    employer = doors.administration(request, public_id).employer
    back = reverse("employers:settings", args=[public_id])
    if request.method == "POST" and request.POST.get("do") == "take-back":
        actions.take_back_parent(by=doors.person(request), employer=employer)
        return redirect(back)
    if employer.parent_id:
        return redirect(back)
    form = ParentForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        throttle.require(request, throttles.BRANCH, key=public_id)
        chosen = form.cleaned_data["parent"]
        if rules.may_belong_to(employer, chosen):
            actions.ask_parent(by=doors.person(request), employer=employer, parent=chosen)
            return redirect(back)
        form.add_error("parent", _("This employer stands below yours or is your own. Choose another one."))
    return pages.ask(
        request,
        form,
        title=_("Parent employer"),
        template="employers/parent.html",
        back=back,
        button=_("Ask this employer"),
    )


@require_POST
@second_factor_required
def branch(request: HttpRequest, public_id: str, branch_id: str) -> HttpResponse:
    """The parent says whether that is a branch of it."""
    employer = doors.administration(request, public_id).employer
    asking = get_object_or_404(employer.branches_asking, public_id=branch_id)
    actions.answer_branch(
        by=doors.person(request), parent=employer, branch=asking, yes=request.POST.get("answer") == "yes"
    )
    return redirect("employers:settings", public_id)
