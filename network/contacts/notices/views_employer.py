"""An employer pins, changes, takes down and renews its notices."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import throttle
from network.contacts.models import Notice
from network.contacts.notices import actions, rules
from network.contacts.notices.doors import keeper, notice_of
from network.contacts.notices.forms import NoticeForm
from network.contacts.notices.presenters import answers_to, standing
from network.contacts.presenters import facts
from network.contacts.written import written
from network.employers.doors import person
from network.employers.models import Membership
from network.employers.stopped import leads_on
from network.employers.viewer import viewer_of
from network.ui import pages

PER_PAGE = 20
WRITING = throttle.Limit("notice-write", "60/d")


@leads_on
@require_safe
def notices(request: HttpRequest, employer_id: str) -> HttpResponse:
    """What hangs, and what is over. Newest first."""
    member = keeper(request, employer_id)
    viewer = viewer_of(person(request))
    found = member.employer.notices.select_related("place", "employer").with_answers(viewer)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "employer": member.employer,
        "lines": [(each, standing(each)) for each in page],
        "page": page,
        "room": member.employer.is_checked and not rules.is_full(member.employer),
        "most": rules.MOST_RUNNING,
        "back": reverse("employers:area", args=[employer_id]),
    }
    return render(request, "contacts/notices/own_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, employer_id: str) -> HttpResponse:
    member = keeper(request, employer_id)
    if not rules.may_pin(person(request), member.employer):
        return redirect("contacts:notices_of", employer_id)
    form = NoticeForm(pages.posted(request), initial={"contact_name": member.name})
    if request.method == "POST" and form.is_valid():
        throttle.require(request, WRITING, key=str(member.employer_id))
        once = form.cleaned_data["once"]
        try:
            made = actions.pin(by=person(request), employer=member.employer, once=once, **form.said())
        except actions.NotAllowed:
            raise Http404 from None
        except actions.TooMany:
            return _full(request, member)
        return redirect("contacts:own_notice", employer_id, made.public_id)
    if rules.is_full(member.employer):
        return _full(request, member)
    return _form(request, form, member, _("Pin a notice"), _("Pin the notice"), "contacts:notices_of", employer_id)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, employer_id: str, public_id: str) -> HttpResponse:
    member = keeper(request, employer_id)
    notice = notice_of(member, public_id)
    if not rules.hangs(notice):
        return redirect("contacts:own_notice", employer_id, public_id)
    form = NoticeForm(pages.posted(request), initial={**written(notice), "field": notice.field.slug})
    if request.method == "POST" and form.is_valid():
        throttle.require(request, WRITING, key=str(member.employer_id))
        _do(actions.change, request, notice, **form.said())
        return redirect("contacts:own_notice", employer_id, public_id)
    back = ("contacts:own_notice", employer_id, public_id)
    return _form(request, form, member, _("Change the notice"), _("Save"), *back)


@leads_on
@require_safe
def one(request: HttpRequest, employer_id: str, public_id: str) -> HttpResponse:
    """As everybody reads it, and what can be done with it."""
    member = keeper(request, employer_id)
    notice = notice_of(member, public_id)
    context = {
        "employer": member.employer,
        "notice": notice,
        "facts": facts(notice),
        "answers": answers_to(notice, viewer_of(person(request))),
        "state": standing(notice),
        "hangs": rules.hangs(notice),
        "can_renew": member.employer.is_checked and not notice.in_time and bool(notice.contact_name),
        "back": reverse("contacts:notices_of", args=[employer_id]),
    }
    return render(request, "contacts/notices/own.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, employer_id: str, public_id: str) -> HttpResponse:
    notice = notice_of(keeper(request, employer_id), public_id)
    back = reverse("contacts:own_notice", args=[employer_id, public_id])
    if request.method == "POST":
        _do(actions.end, request, notice)
        return redirect(back)
    title, text = _("Take the notice down?"), _("Nobody finds it from then on. You can pin it again later.")
    return pages.confirm(request, title=title, text=text, button=_("Take it down"), back=back)


@require_POST
def renew(request: HttpRequest, employer_id: str, public_id: str) -> HttpResponse:
    member = keeper(request, employer_id)
    throttle.require(request, WRITING, key=str(member.employer_id))
    try:
        _do(actions.renew, request, notice_of(member, public_id))
    except actions.TooMany:
        return _full(request, member)
    return redirect("contacts:own_notice", employer_id, public_id)


def _do(action: Any, request: HttpRequest, notice: Notice, **more: Any) -> None:
    try:
        action(by=person(request), notice=notice, **more)
    except actions.NotAllowed:
        raise Http404 from None


def _form(
    request: HttpRequest, form: NoticeForm, member: Membership, title: str, button: str, back: str, *args: str
) -> HttpResponse:
    context: dict[str, Any] = {"button": button, "back": reverse(back, args=args), "caption": member.employer.name}
    return pages.ask(request, form, title=title, template="contacts/notices/form.html", **context)


def _full(request: HttpRequest, member: Membership) -> HttpResponse:
    text = _("%(count)d notices hang at a time, and that many hang now. Take one down first, then pin the next.")
    links = [(reverse("contacts:notices_of", args=[member.employer.public_id]), _("Your notices"))]
    words = text % {"count": rules.MOST_RUNNING}
    return pages.done(request, title=_("As many notices hang as may"), text=words, links=links)
