"""Pages of voices and witnesses alike: the code, the old link, and links that lead no further: answered, over, taken back."""

from collections.abc import Callable
from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext

from accounts import throttle
from network.profiles.presenters import shown_name
from network.profiles.views import WorkerRequest
from network.ui import pages
from references.closing import Closed
from references.doors import person
from references.links import Standing
from references.rules import is_open
from references.said import answering, asking
from references.said.rules import Said, word
from references.views import codes


def code(
    request: HttpRequest,
    said: Said,
    token: str,
    *,
    finish: Callable[[], HttpResponse],
    limits: codes.Limits,
    back: str,
    **context: str,
) -> HttpResponse:
    """Right digits confirm: `finish` does."""
    by, to = person(request), {"mailbox": said.email}
    why = pgettext("to witness", "We send 6 digits to %(mailbox)s. Then we know that it is you.")
    return codes.page(
        request,
        key=said.public_id,
        mailbox=said.email,
        here=reverse(f"references:{word(said)}_code", args=[token]),
        send=lambda: answering.send_code(by=by, said=said),
        check=lambda digits: answering.check_code(by=by, said=said, code=digits),
        finish=finish,
        limits=limits,
        title=pgettext("to witness", "One code, so that nobody speaks in your name"),
        why=why % to,
        back=back,
        **context,
    )


def ended(request: HttpRequest, said: Said, standing: Standing, token: str) -> HttpResponse:
    """Of a link that leads no further."""
    name = shown_name(said.profile)
    if standing is Standing.OLD:
        return _old(request, said, token, name)
    title, text = _words(standing, by_mail=said.channel == "mail")
    return pages.done(request, title=title, text=text % {"name": name})


def _old(request: HttpRequest, said: Said, token: str, name: str) -> HttpResponse:
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
        action=reverse(f"references:{word(said)}_new_link", args=[token]),
    )


def _words(standing: Standing, *, by_mail: bool) -> tuple[str, str]:
    over = pgettext("to witness", "It waited 30 days for an answer. %(name)s can ask you again.")
    in_the_room = pgettext("to witness", "The digits were typed more than 1 hour ago. %(name)s can show you new ones.")
    no_by_mail = pgettext(
        "to referee",
        "%(name)s sees only that nothing was confirmed, and cannot ask this mailbox again for a year. We have deleted your mail"
        " address.",
    )
    no = pgettext("to referee", "%(name)s sees only that nothing was confirmed.")
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
            no_by_mail if by_mail else no,
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


def take_back(request: WorkerRequest, said: Said, *, limit: throttle.Limit) -> HttpResponse:
    """The worker asks no longer; asked once more before."""
    here = reverse(f"references:{word(said)}_read", args=[said.public_id])
    if request.method == "POST":
        throttle.require(request, limit, key=str(said.profile_id))
        with suppress(Closed):  # somebody was faster: the page says how it ended
            asking.take_back(by=request.user, said=said)
        return redirect(here)
    if not is_open(said):
        return redirect(here)
    return pages.confirm(
        request,
        title=pgettext("to worker", "Take the question back?"),
        text=pgettext("to worker", "The link stops working, and we delete the mail address."),
        button=pgettext("to worker", "Take it back"),
        back=here,
    )
