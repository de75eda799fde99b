"""Pages of links that lead no further: one's own, too old, answered, over."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import pgettext

from network.profiles.presenters import shown_name
from network.ui import pages
from references import actions, doors, links, throttles
from references.handshake.presenters import over
from references.links import Standing
from references.models import Reference, ReferenceRequest
from references.rules import in_person


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


def is_about(request: HttpRequest, reference: Reference) -> bool:
    """Whoever opens the link of the one who signed is the worker."""
    return bool(reference.profile and request.user.pk and reference.profile.user_id == request.user.pk)


def own_words(request: HttpRequest) -> HttpResponse:
    """The worker has got hold of the referee's link: that makes no referee."""
    return pages.done(
        request,
        title=pgettext("to worker", "This link is for your boss"),
        text=pgettext(
            "to worker", "With it the reference is corrected or withdrawn. What it says you read in your area."
        ),
        links=[(reverse("references:mine"), pgettext("to worker", "Your references"))],
    )


def page(request: HttpRequest, asked: ReferenceRequest, standing: Standing, token: str) -> HttpResponse:
    name = shown_name(asked.profile)
    if standing is Standing.OLD:
        return _old(request, token, name)
    if in_person(asked):
        return over(request, asked, standing, name)
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
            pgettext(
                "to referee",
                "%(name)s sees only that nothing was confirmed, and cannot ask this mailbox again for a year. We have deleted your mail"
                " address.",
            ),
        ),
        Standing.OBJECTED: (
            pgettext("to referee", "You will not be asked again"),
            pgettext(
                "to referee",
                "We have deleted name and mail address. No request reaches this mailbox any more. Should you change your mind, write to us"
                " from it: %(mail)s.",
            ),
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
    return title, text % {"name": name, "mail": settings.OPERATOR["mail"]}


def _send(request: HttpRequest, asked: ReferenceRequest) -> None:
    actions.send_new_link(by=doors.person(request), request=asked)


new_link = doors.new_link(find=links.find, send=_send, limit=throttles.NEW_LINK, home="references:start")
