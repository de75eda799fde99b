"""Bringing a page along: choose a file, choose what to take, done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import throttle
from accounts.models import User
from network.moving import actions, showing, there, words
from network.moving.forms import BringForm, TakeForm
from network.moving.models import Draft
from network.moving.reading.found import Unreadable
from network.profiles.models import Profile
from network.samples.files import StorageDown
from network.ui import pages

BRING = throttle.Limit("bring", "10/h,40/d")


class WorkerRequest(HttpRequest):
    """A signed-in person."""

    user: User


def _draft(request: WorkerRequest) -> Draft | None:
    return Draft.objects.filter(user=request.user).first()


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: WorkerRequest) -> HttpResponse:
    """Read what was sent; the choice comes on the next page."""
    form = BringForm(pages.posted(request), request.FILES or None)
    if request.method == "POST":
        throttle.require(request, BRING, str(request.user.pk))
        if form.is_valid():
            try:
                actions.keep(by=request.user, uploads=form.cleaned_data["sent"])
                return redirect("moving:check")
            except Unreadable as refused:
                form.refuse(refused)
            except StorageDown:
                form.add_error("sent", _("We cannot store files at the moment. Try again later."))
    draft = _draft(request)
    waits = draft is not None and draft.taken_at is None
    return pages.ask(
        request,
        form,
        title=_("Bring your page along"),
        template="moving/bring.html",
        back=reverse("home:me"),
        waits=waits,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: WorkerRequest) -> HttpResponse:
    """What was found. Nothing is on the page before the button."""
    draft = _draft(request)
    if draft is None or draft.taken_at:
        return redirect("moving:done" if draft else "moving:bring")
    if request.POST.get("draft", str(draft.pk)) != str(draft.pk):  # ticked in another tab, about another file
        messages.warning(request, _("You have sent another file in the meantime. Here is what we found in that one."))
        return redirect("moving:check")
    profile = Profile.objects.filter(user=request.user).select_related("occupation", "place").first()
    on_page = there.on_page(draft, profile)
    form = TakeForm(pages.posted(request), draft, there=on_page, answered=there.answered(draft, profile))
    if request.method == "POST" and form.is_valid():
        actions.take(by=request.user, draft=draft, chosen=form.chosen())
        return redirect("moving:done")
    items = draft.found["items"]
    context = {
        "title": _("What do you want to take?"),
        "back": reverse("moving:bring"),
        "draft": draft.pk,
        "source": draft.get_source_display(),
        "on_page": [showing.title(items[at]) for at in sorted(on_page)],
        "left": showing.left(draft.found["left"]),
    }
    return render(request, "moving/check.html", {"form": form, **context})


@require_POST
def throw_away(request: WorkerRequest) -> HttpResponse:
    actions.throw_away(by=request.user)
    return redirect("moving:bring")


@require_safe
def done(request: WorkerRequest) -> HttpResponse:
    """What was taken, and what comes next. Survives a bookmark for a day."""
    draft = _draft(request)
    if draft is None or not draft.taken_at:
        return redirect("moving:bring")
    result = draft.result
    context = {
        "taken": [words.counted(kind, number) for kind, number in result["taken"].items()],
        "refused": [*result["refused"], *([title, words.LOST[why]] for title, why in result.get("lost", []))],
        "photos": bool(result["photos"]),
        "samples": "sample" in result["taken"],
        "handle": Profile.objects.filter(user=request.user).values_list("handle", flat=True).first(),
    }
    return render(request, "moving/done.html", context)
