"""What the firm has sent, and taking it back. Byte for byte the same whatever anybody answered (law 3)."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext

from accounts import throttle
from accounts.decorators import second_factor_required
from network.employers.doors import person
from network.employers.models import Employer
from network.ui import pages
from references.inviting import actions, presenters, throttles
from references.inviting.forms import TakeBackForm
from references.views.employer import speaker

PER_PAGE = 30


@second_factor_required
def sent(request: HttpRequest, public_id: str) -> HttpResponse:
    member, _viewer = speaker(request, public_id)
    page = Paginator(presenters.sent_by(member.employer), PER_PAGE).get_page(request.GET.get("page"))
    back = reverse("employers:area", args=[public_id])
    context = {"employer": member.employer, "page": page, "back": back, "done": "sent" in request.GET}
    return render(request, "references/inviting/sent.html", {**context, "taken_back": "back" in request.GET})


@second_factor_required
def take_back(request: HttpRequest, public_id: str) -> HttpResponse:
    """By the address that the firm knows anyway. The answer is the same for every address."""
    member, _viewer = speaker(request, public_id)
    form = TakeBackForm(pages.posted(request))
    back = reverse("references:inviting", args=[public_id])
    if request.method == "POST":
        throttle.require(request, throttles.TAKE_BACK, key=public_id)
        if form.is_valid():
            actions.take_back(by=person(request), employer=member.employer, **form.cleaned_data)
            return redirect(f"{back}?back")
    return pages.ask(
        request,
        form,
        title=pgettext("to employer", "Take an invitation back"),
        caption=member.employer.name,
        hint=pgettext(
            "to employer",
            "The link in the mail ends. Words that were signed from it are withdrawn. You are not told whether there were any.",
        ),
        button=pgettext("to employer", "Take it back"),
        back=back,
    )


def not_checked(request: HttpRequest, employer: Employer) -> HttpResponse:
    """Only a checked employer can vouch for people who did not ask for it."""
    return pages.done(
        request,
        title=pgettext("to employer", "First the desk checks your employer"),
        text=pgettext("to employer", "After that you can invite people here and write for them."),
        links=[(reverse("employers:proof", args=[employer.public_id]), pgettext("to employer", "How the check works"))],
    )
