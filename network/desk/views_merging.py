"""Two firms want to become one, and a human decides."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from network.desk import merging, rules
from network.desk.actions import Changed
from network.desk.forms import MergingForm
from network.desk.views import desk_only
from network.employers.doors import person
from network.employers.models import Employer
from network.ui import pages


@desk_only
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, public_id: str) -> HttpResponse:
    """Both firms side by side, what one said about it, and the decision with a reason that both read."""
    waiting = Employer.objects.merging().select_related(
        "place", "parent__place", "merge_asked__place", "merge_asked__parent__place"
    )
    old = get_object_or_404(waiting, public_id=public_id)
    new = old.merge_asked
    assert new is not None  # noqa: S101  a constraint holds it
    form = MergingForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        if not rules.may_decide_merging(person(request), old, new):
            return _own(request)
        said = form.cleaned_data
        yes = said["outcome"] == "yes"
        try:
            merging.decide(by=person(request), employer=old, yes=yes, reason=said["reason"], seen=said["seen"])
        except (Changed, PermissionDenied):
            return _changed(request)
        return _decided(request, new)
    known = merging.gather(old, new)
    if not form.is_bound:
        form = MergingForm(initial={"seen": known.seen})
    context = {"sides": known.sides, "old": old, "new": new, "form": form, "back": reverse("desk:queue")}
    return render(request, "desk/merging.html", context)


def _own(request: HttpRequest) -> HttpResponse:
    title = pgettext("to desk", "Nobody decides about the own firm")
    text = _("You belong to this employer. Somebody else at the desk has to decide.")
    return _to_queue(request, title, text, 409)


def _changed(request: HttpRequest) -> HttpResponse:
    text = _("Somebody else has decided, or the employer has changed its facts. Your decision was not stored.")
    return _to_queue(request, _("Something has changed meanwhile"), text, 409)


def _decided(request: HttpRequest, new: Employer) -> HttpResponse:
    text = _("The people who administrate %(employer)s get a mail with your reason.") % {"employer": new.name}
    return _to_queue(request, _("The decision is stored"), text, 200)


def _to_queue(request: HttpRequest, title: str, text: str, status: int) -> HttpResponse:
    return pages.done(
        request, title=title, text=text, links=[(reverse("desk:queue"), _("To the queue"))], status=status
    )
