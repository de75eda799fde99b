"""Administrators of an employer make and end keys."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts import throttle
from network.employers.doors import person
from network.employers.models import Membership
from network.employers.stopped import leads_on
from network.partners import actions, rules
from network.partners.doors import administration, key_at
from network.partners.forms import KeyForm
from network.partners.models import Key
from network.partners.presenters import line
from network.ui import pages

MAKING = throttle.Limit("api-key-make", "20/d")  # per employer


@leads_on
@require_safe
def keys(request: HttpRequest, employer_id: str) -> HttpResponse:
    """All keys of the employer, newest first, with those that ended not long ago."""
    employer = administration(request, employer_id).employer
    context = {
        "employer": employer,
        "lines": [line(each) for each in Key.objects.at(employer)],
        "room": employer.is_checked and not rules.is_full(employer),
        "most": rules.MOST,
        "back": reverse("employers:area", args=[employer_id]),
    }
    return render(request, "partners/keys.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, employer_id: str) -> HttpResponse:
    """Shows the key once, in answer to the POST. Who is there was asked before, see accounts.registry.sensitive."""
    member = administration(request, employer_id)
    if not rules.may_make(person(request), member.employer):
        return redirect("partners:keys", employer_id)
    form = KeyForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        throttle.require(request, MAKING, key=str(member.employer_id))
        return _made(request, member, form)
    back = reverse("partners:keys", args=[employer_id])
    button, caption = _("Make the key"), member.employer.name
    return pages.ask(request, form, title=_("A key for a program"), button=button, caption=caption, back=back)


def _made(request: HttpRequest, member: Membership, form: KeyForm) -> HttpResponse:
    back = reverse("partners:keys", args=[member.employer.public_id])
    try:
        made = actions.make(by=person(request), member=member, **form.cleaned_data)
    except actions.NotAllowed:
        return redirect(back)
    except actions.TooMany:
        text = _("%(count)d keys at a time are the most. End one that you do not need, then make the next.")
        title, links = _("As many keys as there may be"), [(back, _("Your keys"))]
        return pages.done(request, title=title, text=text % {"count": rules.MOST}, links=links)
    if not made.secret:
        text = pgettext(
            "to employer", "It was shown, and cannot be shown again. If it is lost, end it and make a new one."
        )
        return pages.done(request, title=_("This key has been made already"), text=text, links=[(back, _("Your keys"))])
    context = {"employer": member.employer, "made": made, "back": back}
    return render(request, "partners/made.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, employer_id: str, public_id: str) -> HttpResponse:
    """At once. Twice is the same as once."""
    key = key_at(administration(request, employer_id), public_id)
    back = reverse("partners:keys", args=[employer_id])
    if request.method == "POST":
        with suppress(actions.NotAllowed):  # no admin any more since the page was opened: nothing to say about it
            actions.end(by=person(request), key=key)
        return redirect(back)
    title = _("End the key “%(name)s”?") % {"name": key.name}
    text = _("The program that uses it reads nothing more from this moment on. The key cannot be brought back.")
    return pages.confirm(request, title=title, text=text, button=_("End the key"), back=back)
