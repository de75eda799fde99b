"""A worker reads offers and answers them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import throttle
from accounts.models import User
from network.contacts import actions, drafts, following, rules
from network.contacts.forms_yes import ReportForm, YesForm
from network.contacts.histories import history, line_for_worker, rest_words
from network.contacts.models import Offer
from network.contacts.presenters import facts, yes_rows
from network.ui import pages

PER_PAGE = 20
REPORTING = throttle.Limit("offer-report", "20/d")


@require_safe
def offers(request: HttpRequest) -> HttpResponse:
    """All offers, newest first."""
    mine = Offer.objects.to(_user(request)).with_facts().with_rest()
    page = Paginator(mine, PER_PAGE).get_page(request.GET.get("page"))
    tasks = [line_for_worker(each, reverse("contacts:offer", args=[each.public_id])) for each in page]
    return render(request, "contacts/offers.html", {"tasks": tasks, "page": page, "back": reverse("home:me")})


@require_safe
def offer(request: HttpRequest, public_id: str) -> HttpResponse:
    """One offer with everything it says, and both answers, or the answer that was given and what came of it."""
    found = _offer(request, public_id)
    rest = rules.rest_of(found)
    context = {
        "offer": found,
        "facts": facts(found),
        "can_say_yes": rules.can_say_yes(found),
        "rest": rest_words(rest, found) if rest else "",
        "history": history(found),
        "can_miss": rules.can_miss(found),
        "case": following.case_of(found) if found.reported_at else None,
        "back": reverse("contacts:offers"),
    }
    return render(request, "contacts/offer.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def yes(request: HttpRequest, public_id: str) -> HttpResponse:
    """What goes to the employer with a yes: typed here, never taken from elsewhere."""
    found = _offer(request, public_id)
    if not rules.can_say_yes(found):
        return redirect("contacts:offer", public_id)
    form = YesForm(
        request.POST or drafts.kept(request, public_id), initial={"name": found.profile.name if found.profile else ""}
    )
    if request.method == "POST" and form.is_valid():
        drafts.keep(request, public_id, list(form.fields))
        return redirect("contacts:yes_check", public_id)
    title = pgettext("to worker", "How does the employer reach you?")
    context: dict[str, Any] = {"offer": found, "back": reverse("contacts:offer", args=[public_id])}
    return pages.ask(request, form, title=title, template="contacts/yes.html", **context)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, public_id: str) -> HttpResponse:
    """Last look before the contact data pass. After that nobody can take them back, and the page says so."""
    found = _offer(request, public_id)
    form = YesForm(drafts.kept(request, public_id))
    if not rules.can_say_yes(found):
        return redirect("contacts:offer", public_id)
    if not form.is_valid():
        return redirect("contacts:yes", public_id)
    if request.method == "POST":
        actions.say_yes(by=_user(request), offer=found, **form.cleaned_data)
        drafts.drop(request, public_id)
        return redirect("contacts:offer", public_id)
    change = reverse("contacts:yes", args=[public_id])
    title = pgettext("to worker", "Check what the employer gets")
    context: dict[str, Any] = {
        "offer": found,
        "back": change,
        "button": pgettext("to worker", "Say yes and pass this on"),
    }
    rows = yes_rows(form.cleaned_data, change)
    return pages.check(request, title=title, rows=rows, template="contacts/yes_check.html", **context)


@require_POST
def no(request: HttpRequest, public_id: str) -> HttpResponse:
    """One click; whichever answer came first stands, and the page shows it."""
    actions.say_no(by=_user(request), offer=_offer(request, public_id))
    drafts.drop(request, public_id)
    return redirect("contacts:offer", public_id)


@require_POST
def missed(request: HttpRequest, public_id: str) -> HttpResponse:
    """Nobody has been in touch: one click."""
    following.miss(by=_user(request), offer=_offer(request, public_id))
    return redirect("contacts:offer", public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, public_id: str) -> HttpResponse:
    """To the desk. A second time leads back to the offer, which says how it stands."""
    user, found = _user(request), _offer(request, public_id)
    if not rules.can_report(found):
        return redirect("contacts:offer", public_id)
    form = ReportForm(pages.posted(request))
    if request.method == "POST":
        throttle.require(request, REPORTING, key=str(user.pk))
        if form.is_valid():
            following.report(by=user, offer=found, **form.cleaned_data)
            drafts.drop(request, public_id)
            return redirect("contacts:offer", public_id)
    hint = pgettext(
        "to worker", "A person at the desk looks at it. The employer does not get to know that you have reported it."
    )
    ends = pgettext("to worker", "The offer ends with it. The employer reads: No.")
    return pages.ask(
        request,
        form,
        title=pgettext("to worker", "Report this offer"),
        caption=found.title,
        hint=f"{hint} {ends}" if found.is_open else hint,
        button=pgettext("to worker", "Send to the desk"),
        back=reverse("contacts:offer", args=[public_id]),
    )


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def _offer(request: HttpRequest, public_id: str) -> Offer:
    return get_object_or_404(Offer.objects.to(_user(request)).with_facts().with_rest(), public_id=public_id)
