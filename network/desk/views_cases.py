"""What waits for a decision of the desk, and the page of one case."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts import throttle
from network.desk import asking, case_rules, cases, reading, registry, throttles
from network.desk.forms_cases import DecideForm, QuestionForm
from network.desk.models import Case
from network.desk.registry import Matter
from network.desk.views import desk_only
from network.employers.doors import person
from network.ui import pages

PER_PAGE = 20


@desk_only
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Open ones, who waits longest first; then what was decided, newest first."""
    decided = Paginator(Case.objects.decided().listed().order_by("-decided_at", "-pk"), PER_PAGE)
    page = decided.get_page(request.GET.get("page"))
    waiting = Case.objects.open().listed()[: PER_PAGE * 10] if page.number == 1 else []
    context = {
        "waiting": [reading.row(each) for each in waiting],
        "decided": [reading.row(each) for each in page],
        "page": page,
        "back": reverse("desk:queue"),
    }
    return render(request, "desk/cases.html", context)


@desk_only
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Read and decide. Who is part of it reads nothing here but that."""
    user = person(request)
    case = get_object_or_404(Case.objects.for_desk(user), pk=pk)
    matter = registry.matter_of(case)
    if case_rules.is_party(user, case, matter):
        return _part_of_it(request)
    if case.decided_at or case_rules.is_own_decision(user, case):
        return _read(request, case, matter, None)
    can_end = case_rules.can_end(case)
    form = DecideForm(pages.posted(request), case=case, can_end=can_end)
    if request.method == "POST":
        throttle.require(request, throttles.DECIDE, key=str(user.pk))
        if form.is_valid():
            return _decide(request, case, matter, form)
    return _read(request, case, matter, form)


@desk_only
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """One question to one side, answered once."""
    user, here = person(request), reverse("desk:case", args=[pk])
    case = get_object_or_404(Case.objects.for_desk(user), pk=pk)
    if case_rules.is_party(user, case):
        return _part_of_it(request)
    if case.decided_at or not case_rules.may_decide(user, case):
        return redirect(here)
    form = QuestionForm(pages.posted(request), sides=registry.told_of(case))
    if request.method == "POST":
        throttle.require(request, throttles.DECIDE, key=str(user.pk))
        if form.is_valid():
            try:
                asking.ask(by=user, case=case, **form.cleaned_data)
                return redirect(here)
            except asking.Over:
                form.add_error("who", pgettext("to desk", "This side is being asked already, or the case is decided."))
    title = pgettext("to desk", "Ask a side")
    hint = pgettext(
        "to desk", "It has 14 days. Write nothing that this side must not know: no words and no name of the other."
    )
    button = pgettext("to desk", "Send the question")
    return pages.ask(request, form, title=title, hint=hint, caption=reading.title_of(case), button=button, back=here)


def _decide(request: HttpRequest, case: Case, matter: Matter | None, form: DecideForm) -> HttpResponse:
    ends = form.cleaned_data["outcome"] == Case.Outcome.ENDED and case.kind != Case.Kind.REPORTED
    if ends and "sure" not in request.POST:
        return _sure(request, case)
    try:
        cases.decide(by=person(request), case=case, **form.cleaned_data)
    except cases.Decided:
        return _faster(request, case)
    except cases.Lasting:
        form.add_error("outcome", pgettext("to desk", "It is gone already. Only that it stays so can be decided."))
        return _read(request, case, matter, form)
    except PermissionDenied:
        return _part_of_it(request)
    links = [(reverse("desk:queue"), _("To the queue")), (reverse("desk:case", args=[case.pk]), _("Look again"))]
    text = pgettext("to desk", "Your reason stands in the own area of all sides, and how they can contest it.")
    if case.is_private:
        text = pgettext("to desk", "Whoever told it reads your reason, and nobody else learns that there was a case.")
    return pages.done(request, title=_("The decision is stored"), text=text, links=links)


def _sure(request: HttpRequest, case: Case) -> HttpResponse:
    if case_rules.is_ended_already(case):
        title = pgettext("to desk", "Was the first decision wrong?")
        text = pgettext("to desk", "All sides read that it does not hold, and your reason. What was ended stays over.")
    else:
        title = pgettext("to desk", "End it?")
        text = pgettext(
            "to desk", "Nobody can read it any more, and nobody can take this back. All sides read your reason."
        )
    return pages.confirm(
        request,
        title=title,
        text=text,
        button=pgettext("to desk", "Yes, I decide this"),
        back=reverse("desk:case", args=[case.pk]),
        template="desk/case_sure.html",
        form=DecideForm(request.POST, case=case, can_end=True, hidden=True),
        reason=request.POST["reason"],
    )


def _read(request: HttpRequest, case: Case, matter: Matter | None, form: DecideForm | None) -> HttpResponse:
    context = {
        "page": reading.page(case, matter),
        "form": form,
        "case": case,
        "own_decision": not case.decided_at and form is None,
        "back": reverse("desk:cases"),
    }
    return render(request, "desk/case.html", context)


def _part_of_it(request: HttpRequest) -> HttpResponse:
    return pages.done(
        request,
        title=pgettext("to desk", "You are part of this case"),
        text=pgettext("to desk", "Nobody decides in the own matter. Somebody else at the desk does it."),
        links=[(reverse("desk:cases"), pgettext("to desk", "To the cases"))],
        status=409,
    )


def _faster(request: HttpRequest, case: Case) -> HttpResponse:
    return pages.done(
        request,
        title=pgettext("to desk", "Somebody else has decided"),
        text=pgettext("to desk", "It happened while you were reading. Your decision was not stored."),
        links=[
            (reverse("desk:case", args=[case.pk]), pgettext("to desk", "Read the decision")),
            (reverse("desk:queue"), _("To the queue")),
        ],
        status=409,
    )
