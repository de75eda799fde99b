"""Cases in the own area of those whom they concern. For everybody else they do not exist."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.decorators import second_factor_required
from network.desk import own
from network.employers.doors import person


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
    context = {
        "concern": concern,
        "case": concern.case,
        "title": own.title_of(concern.case),
        "state": own.state_of(concern),
        "back": reverse("desk:own_cases"),
    }
    return render(request, "desk/own_case.html", context)


def _concern(request: HttpRequest, pk: int) -> own.Concern:
    found = own.concerns(person(request), pk)
    if not found:
        raise Http404
    return found[0]
