"""Pages of links that lead no further: one's own, too old, answered, over."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import pgettext

from network.profiles.presenters import shown_name
from network.ui import pages
from references.links import Standing
from references.models import Voice


def own(request: HttpRequest, voice: Voice) -> HttpResponse:
    """The worker tries the link."""
    return pages.done(
        request,
        title=pgettext("to worker", "This link is for who was there with you"),
        text=pgettext("to worker", "You cannot speak for yourself. You will read the answer as soon as it is there."),
        links=[(reverse("references:voices"), pgettext("to worker", "Your voices"))],
    )


def not_ready(request: HttpRequest, voice: Voice) -> HttpResponse:
    """What it is about is not there any more as it was: a work without a title, a firm that was checked meanwhile."""
    return pages.done(
        request,
        title=pgettext("to witness", "This cannot be confirmed just now"),
        text=pgettext("to witness", "What it is about has changed. Ask %(name)s.")
        % {"name": shown_name(voice.profile)},
    )


def page(request: HttpRequest, voice: Voice, standing: Standing, token: str) -> HttpResponse:
    name = shown_name(voice.profile)
    if standing is Standing.OLD:
        return _old(request, token, name)
    title, text = _words(standing, by_mail=voice.channel == Voice.Channel.MAIL)
    return pages.done(request, title=title, text=text % {"name": name})


def _old(request: HttpRequest, token: str, name: str) -> HttpResponse:
    if "sent" in request.GET:
        return pages.done(
            request,
            title=pgettext("to witness", "A new link is on its way"),
            text=pgettext("to witness", "It goes to the same mailbox."),
        )
    text = pgettext("to witness", "%(name)s still waits for your answer. We can send you a new link.")
    return pages.done(
        request,
        title=pgettext("to witness", "This link is too old"),
        text=text % {"name": name},
        template="references/old_link.html",
        action=reverse("references:voice_new_link", args=[token]),
    )


def _words(standing: Standing, *, by_mail: bool) -> tuple[str, str]:
    over = pgettext("to witness", "It waited 30 days for an answer. %(name)s can ask you again.")
    in_the_room = pgettext("to witness", "The digits were typed more than 1 hour ago. %(name)s can show you new ones.")
    return {
        Standing.ANSWERED: (
            pgettext("to witness", "Thank you. You have confirmed it."),
            pgettext(
                "to witness",
                "%(name)s reads it now and decides who sees it. With the link in our mail you can take it back.",
            ),
        ),
        Standing.DECLINED: (
            pgettext("to witness", "Thank you for your answer"),
            pgettext(
                "to referee",
                "%(name)s sees only that nothing was confirmed, and cannot ask this mailbox again for a year. We have deleted your mail"
                " address.",
            ),
        ),
        Standing.OBJECTED: (
            pgettext("to witness", "You will not be asked again"),
            pgettext("to witness", "We have deleted name and mail address. No request reaches this mailbox any more."),
        ),
        Standing.OVER: (pgettext("to witness", "This question is over"), over if by_mail else in_the_room),
        Standing.GONE: (
            pgettext("to witness", "This question was taken back"),
            pgettext("to witness", "There is nothing left to do. We keep no mail address of yours."),
        ),
    }[standing]
