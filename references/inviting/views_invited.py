"""The link in the mail. Whoever opens it reads the whole text first; no account needed, and nothing happens without a button (law 8)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import pgettext

from accounts import throttle
from accounts.models import User
from network.ui import pages
from references import doors
from references.inviting import answering, links, presenters, rules, throttles
from references.inviting.forms_invited import AnswerForm
from references.links import Standing
from references.models import WorkerInvitation
from references.throttles import UNKNOWN

ACTS = {"no": answering.decline, "never": answering.object_to}


def _instead(request: HttpRequest, asked: WorkerInvitation, standing: Standing, token: str) -> HttpResponse | None:
    """How it ended is for who holds the mailbox. Everybody else, people of the firm too, reads the same about every end."""
    if standing is Standing.OPEN:
        return None
    if standing is Standing.OLD:
        return _old(request, asked, token)
    if rules.holds_mailbox(request.user, asked):
        return redirect("references:invited_own", asked.public_id)
    return over(request)


def _nowhere(request: HttpRequest) -> HttpResponse:
    """The same for altered and for unknown secrets."""
    if request.method == "POST":
        throttle.require(request, UNKNOWN)
    return pages.done(
        request,
        title=pgettext("to worker", "This link leads nowhere"),
        text=pgettext("to worker", "Perhaps a part of the address is missing. Open the link in the mail once more."),
        status=404,
    )


by_link = doors.by_link(
    find=links.find, instead=_instead, step=throttles.STEP, home="references:invited", nowhere=_nowhere
)


@by_link
def invited(request: HttpRequest, asked: WorkerInvitation, token: str) -> HttpResponse:
    onward = reverse("references:invited_own", args=[asked.public_id])
    if rules.holds_mailbox(request.user, asked):
        return redirect(onward)
    return read(request, asked, onward=reverse("references:invited_sign_in", args=[token]))


def read(request: HttpRequest, asked: WorkerInvitation, *, onward: str, back: str = "") -> HttpResponse:
    """The page with the whole text and the one question. `onward` is where taking it over begins."""
    stands = rules.stands(asked)
    form = AnswerForm(pages.posted(request), words=bool(asked.draft), stands=stands, firm=asked.employer.name)
    if request.method == "POST" and form.is_valid():
        answer = form.cleaned_data["answer"]
        if answer == "take":
            return redirect(onward)
        ACTS[answer](by=doors.person(request), invitation=asked)
        return thanks(request, answer)
    return pages.ask(
        request,
        form,
        title=presenters.title(asked),
        template="references/inviting/invited.html",
        asked=asked,
        words=presenters.said_in(asked),
        who=presenters.who(asked),
        stands=stands,
        back=back,
    )


@by_link
def sign_in(request: HttpRequest, asked: WorkerInvitation, token: str) -> HttpResponse:
    """Taking it over needs the account with exactly this mailbox: whoever holds the link alone may have been sent it on."""
    own = reverse("references:invited_own", args=[asked.public_id])
    if rules.holds_mailbox(request.user, asked):
        return redirect(own)
    onward = urlencode({"next": reverse("references:invited_take", args=[asked.public_id])})
    return pages.done(
        request,
        title=pgettext("to worker", "First we make sure that it is you"),
        text=pgettext("to worker", "We send 6 digits to %(mailbox)s. You need no password.") % {"mailbox": asked.email},
        template="references/inviting/sign_in.html",
        other=isinstance(request.user, User),
        mailbox=asked.email,
        sign_up=f"{reverse('account_signup')}?{onward}",
        log_in=f"{reverse('account_login')}?{onward}",
        back=reverse("references:invited", args=[token]),
    )


def thanks(request: HttpRequest, answer: str) -> HttpResponse:
    if answer == "no":
        return pages.done(
            request,
            title=pgettext("to worker", "Thank you for your answer"),
            text=pgettext(
                "to worker", "We have deleted the words, your name and your address. The firm does not learn of it."
            ),
        )
    return pages.done(
        request,
        title=pgettext("to worker", "You will not be asked again"),
        text=pgettext(
            "to worker", "We have deleted the words, your name and your address. No such mail reaches you any more."
        ),
    )


def over(request: HttpRequest) -> HttpResponse:
    return pages.done(
        request,
        title=pgettext("to worker", "This invitation has ended"),
        text=pgettext("to worker", "It was answered, taken back, or waited longer than 30 days."),
        links=[(reverse("references:mine"), pgettext("to worker", "Your references"))],
    )


def _old(request: HttpRequest, asked: WorkerInvitation, token: str) -> HttpResponse:
    if "sent" in request.GET:
        return pages.done(
            request,
            title=pgettext("to worker", "A new link is on its way"),
            text=pgettext("to worker", "It goes to the same mailbox."),
        )
    return pages.done(
        request,
        title=pgettext("to worker", "This link is too old"),
        text=pgettext("to worker", "What %(firm)s wrote still waits for you. We can send you a new link.")
        % {"firm": asked.employer.name},
        template="references/old_link.html",
        action=reverse("references:invited_new_link", args=[token]),
    )


def _send(request: HttpRequest, asked: WorkerInvitation) -> None:
    answering.send_new_link(by=doors.person(request), invitation=asked)


new_link = doors.new_link(
    find=links.find, send=_send, limit=throttles.NEW_LINK, home="references:invited", nowhere=_nowhere
)
