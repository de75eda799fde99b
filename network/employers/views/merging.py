"""Two firms become one: one asks, the other agrees, the desk decides."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from accounts import throttle
from accounts.decorators import second_factor_required
from network.employers import actions, doors, presenters, throttles
from network.employers.forms_merging import MergeForm
from network.employers.models import Employer
from network.ui import pages


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def ask(request: HttpRequest, public_id: str) -> HttpResponse:
    """With which firm, which one is left, what has happened. One question at a time; taken back here, too."""
    employer = doors.administration(request, public_id).employer
    back = reverse("employers:settings", args=[public_id])
    if request.method == "POST" and request.POST.get("do") == "take-back":
        actions.take_back_merge(by=doors.person(request), employer=employer)
        return redirect(back)
    if employer.merge_asked_id:
        return redirect(back)
    form = MergeForm(pages.posted(request), employer=employer)
    if request.method == "POST" and form.is_valid():
        throttle.require(request, throttles.MERGE, key=public_id)
        old, new = form.sides()
        try:
            actions.ask_merge(by=doors.person(request), employer=old, into=new, words=form.cleaned_data["words"])
        except actions.Gone:
            form.add_error("other", pgettext("to employer", "One of the two has asked already. Look at the settings."))
        else:
            return redirect(back) if old == employer else _at_the_desk(request, old, back)
    title = pgettext("to employer", "Your firm and another one become one")
    button = pgettext("to employer", "Ask")
    return pages.ask(
        request, form, title=title, caption=employer.name, template="employers/merge.html", back=back, button=button
    )


def _at_the_desk(request: HttpRequest, old: Employer, back: str) -> HttpResponse:
    text = pgettext("to employer", "Nobody administrates %(name)s. The desk looks at it and writes to you.")
    title = pgettext("to employer", "The desk decides")
    links = [(back, pgettext("to employer", "Settings"))]
    return pages.done(request, title=title, text=text % {"name": old.name}, links=links)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def answer(request: HttpRequest, public_id: str, other_id: str) -> HttpResponse:
    """The firm that is left reads what it gets, and says yes or no. A no also after a yes, until the desk has decided."""
    employer = doors.administration(request, public_id).employer
    asking = get_object_or_404(employer.merges_asked.select_related("place", "root"), public_id=other_id)
    back = reverse("employers:settings", args=[public_id])
    if request.method == "POST":
        yes = request.POST.get("answer") == "yes"
        actions.answer_merge(by=doors.person(request), into=employer, employer=asking, yes=yes)
        return redirect(back)
    people = [(each, presenters.role_names(each)) for each in asking.memberships.current().order_by("name", "pk")]
    context = {
        "employer": employer,
        "asking": asking,
        "people": people,
        "standing": presenters.standing(asking, asking.proofs.all()),
        "back": back,
    }
    return render(request, "employers/merge_answer.html", context)
