"""Pages of links that lead no further: unknown, one's own, too old, answered, over."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts import throttle
from accounts.models import User
from network.profiles.presenters import shown_name
from network.ui import pages
from references import actions, links, rules, throttles
from references.closing import Closed
from references.links import Standing
from references.models import ReferenceRequest


def unknown(request: HttpRequest) -> HttpResponse:
    """The same for altered and for unknown secrets."""
    if request.method == "POST":
        throttle.require(request, throttles.UNKNOWN)
    return pages.done(
        request,
        title=pgettext("to referee", "This link leads nowhere"),
        text=pgettext(
            "to referee",
            "Perhaps a part of the address is missing. Open the link in the mail once more, or copy all of it.",
        ),
        status=404,
    )


def own(request: HttpRequest, asked: ReferenceRequest) -> HttpResponse:
    """The worker tries the link; nothing to see but what it is."""
    return pages.done(
        request,
        title=pgettext("to worker", "This link is for your boss"),
        text=pgettext(
            "to worker", "You cannot answer your own request. You will read the answer as soon as it is there."
        ),
        links=[(reverse("references:mine"), pgettext("to worker", "Your references"))],
    )


def page(request: HttpRequest, asked: ReferenceRequest, standing: Standing, token: str) -> HttpResponse:
    name = shown_name(asked.profile)
    if standing is Standing.OLD:
        return _old(request, token, name)
    title, text = _words(standing, name)
    return pages.done(request, title=title, text=text)


def _old(request: HttpRequest, token: str, name: str) -> HttpResponse:
    if "sent" in request.GET:
        return pages.done(
            request,
            title=pgettext("to referee", "A new link is on its way"),
            text=pgettext("to referee", "It goes to the same mailbox. What you have answered so far is kept."),
        )
    return pages.done(
        request,
        title=pgettext("to referee", "This link is too old"),
        text=pgettext("to referee", "%(name)s still waits for your answer. We can send you a new link.")
        % {"name": name},
        template="references/old_link.html",
        action=reverse("references:new_link", args=[token]),
    )


def _words(standing: Standing, name: str) -> tuple[str, str]:
    words = {
        Standing.ANSWERED: (
            pgettext("to referee", "Thank you. Your reference is signed."),
            pgettext(
                "to referee",
                "%(name)s reads it now and decides who sees it. A copy is in your mailbox. With the link in it you can withdraw the"
                " reference at any time.",
            ),
        ),
        Standing.DECLINED: (
            pgettext("to referee", "Thank you for your answer"),
            pgettext("to referee", "%(name)s sees only that nothing was confirmed. We have deleted your mail address."),
        ),
        Standing.OBJECTED: (
            pgettext("to referee", "You will not be asked again"),
            pgettext("to referee", "We have deleted name and mail address. No request reaches this mailbox any more."),
        ),
        Standing.OVER: (
            pgettext("to referee", "This request is over"),
            pgettext("to referee", "It waited 30 days for an answer. %(name)s can ask you again."),
        ),
        Standing.GONE: (
            pgettext("to referee", "This request was taken back"),
            pgettext("to referee", "There is nothing left to do. We have deleted your mail address."),
        ),
    }
    title, text = words[standing]
    return title, text % {"name": name}


@login_not_required
@never_cache
@require_POST
def new_link(request: HttpRequest, token: str) -> HttpResponse:
    """One button on the page of a link that is too old (law 8). Goes to the mailbox that was asked, and nowhere else."""
    found = links.find(token)
    if found is None:
        return unknown(request)
    asked, standing = found
    if standing is not Standing.OLD or rules.is_worker(request.user, asked):
        return redirect("references:start", token)
    throttle.require(request, throttles.NEW_LINK, key=asked.public_id)
    try:
        actions.send_new_link(by=request.user if isinstance(request.user, User) else None, request=asked)
    except Closed:
        return redirect("references:start", token)
    return redirect(f"{reverse('references:start', args=[token])}?sent")
