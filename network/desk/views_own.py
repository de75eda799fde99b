"""Cases in the own area of those whom they concern, and the one question that is answered without account. For others they do not exist."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts import throttle
from accounts.decorators import second_factor_required
from network.desk import asking, contesting, own, registry, throttles
from network.desk.forms_cases import AnswerForm, SecondLookForm
from network.desk.models import CaseQuestion
from network.employers.doors import person
from network.ui import pages


@second_factor_required
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    found = own.concerns(person(request))
    rows = [(each.url, own.title_of(each.case), own.state_of(each), each.open_question) for each in found]
    return render(request, "desk/own_cases.html", {"rows": rows, "back": reverse("home:me")})


@second_factor_required
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    concern = _concern(request, pk)
    case = concern.case
    context = {
        "concern": concern,
        "case": case,
        "title": own.title_of(case),
        "state": own.state_of(concern),
        "line": own.line_of(concern),
        "may_contest": contesting.may_be_contested(case),
        "again": getattr(case, "contested", None),
        "operator": settings.OPERATOR,
        "back": reverse("desk:own_cases"),
    }
    return render(request, "desk/own_case.html", context)


@second_factor_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    concern = _concern(request, pk)
    question = concern.open_question
    return redirect(concern.url) if question is None else answering(request, question, back=concern.url)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """For somebody without account. Opening it changes nothing."""
    question = asking.behind(token)
    if question is None:
        throttle.require(request, throttles.UNKNOWN)
        return _over(request, status=404)
    if question.answered_at:
        return _thanks(request)
    if not CaseQuestion.objects.open().filter(pk=question.pk).exists():
        return _over(request, status=410)
    return answering(request, question, back="")


def answering(request: HttpRequest, question: CaseQuestion, *, back: str) -> HttpResponse:
    """The page of one open question; `back` leads there afterwards, or it says thanks. Rooms use it for links of their own."""
    form = AnswerForm(pages.posted(request))
    if request.method == "POST":
        throttle.require(request, throttles.ANSWER, key=str(question.pk))
        if form.is_valid():
            user = person(request) if request.user.is_authenticated else None
            try:
                asking.answer(by=user, question=question, words=form.cleaned_data["words"])
            except asking.Over:
                return _over(request, status=410)
            return redirect(back) if back else _thanks(request)
    title = pgettext("about a case", "The desk asks")
    return pages.ask(
        request,
        form,
        title=title,
        template="desk/answer.html",
        question=question,
        about=registry.label_of(question.case),
        back=back,
        button=pgettext("about a case", "Send the answer"),
    )


@second_factor_required
@require_http_methods(["GET", "HEAD", "POST"])
def contest(request: HttpRequest, pk: int) -> HttpResponse:
    """Against a decision, once."""
    concern = _concern(request, pk)
    if not contesting.may_be_contested(concern.case):
        return redirect(concern.url)
    form = SecondLookForm(pages.posted(request))
    if request.method == "POST":
        throttle.require(request, throttles.CONTEST, key=str(person(request).pk))
        if form.is_valid():
            try:
                words = form.cleaned_data["words"]
                case = contesting.contest_decision(by=person(request), case=concern.case, words=words)
            except contesting.Contested:
                return redirect(concern.url)
            return redirect(contesting.case_url(case))
    title = pgettext("about a case", "Contest the decision")
    hint = pgettext(
        "about a case", "Somebody else at the desk looks at it again, where there is somebody else. That happens once."
    )
    button = pgettext("about a case", "Send to the desk")
    return pages.ask(request, form, title=title, hint=hint, button=button, back=concern.url)


def _concern(request: HttpRequest, pk: int) -> own.Concern:
    found = own.one(person(request), pk)
    if found is None:
        raise Http404
    return found


def _thanks(request: HttpRequest) -> HttpResponse:
    return pages.done(
        request,
        title=pgettext("about a case", "The desk has the answer"),
        text=pgettext("about a case", "Nothing more is to be done. It is deleted with the case."),
        links=[],
    )


def _over(request: HttpRequest, status: int) -> HttpResponse:
    text = pgettext(
        "about a case",
        "The time is over, the desk has decided, or the link is not whole. The desk can be written to: %(mail)s",
    )
    return pages.done(
        request,
        title=pgettext("about a case", "Here is nothing to answer"),
        text=text % {"mail": settings.OPERATOR["mail"]},
        links=[],
        status=status,
    )
