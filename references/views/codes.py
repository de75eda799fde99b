"""The code to the mailbox that was asked, so that nobody signs in another's name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext

from accounts import codes, throttle
from accounts.codes import Result
from network.ui import pages
from references import actions, throttles
from references.doors import person
from references.forms_referee import CodeForm
from references.models import ReferenceRequest
from references.rules import in_person
from references.views import correcting
from references.views.doors import around, go_on, is_known


def code(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """Six digits to the mailbox that was asked: sent by a button, never by opening the page."""
    if is_known(request, asked):
        return go_on(request, asked, token)
    if asked.corrects and not asked.referee_email:
        return correcting.mailbox(request, asked, token)
    by, to = person(request), {"mailbox": asked.referee_email}
    words = pgettext("to referee", "We send 6 digits to %(mailbox)s. Then we know that it is you who signs.")
    return page(
        request,
        key=asked.public_id,
        mailbox=asked.referee_email,
        here=reverse("references:step", args=[token, "code"]),
        send=lambda: actions.send_code(by=by, request=asked),
        check=lambda digits: actions.confirm_mailbox(by=by, request=asked, code=digits),
        finish=lambda: known_now(request, asked, token),
        limits=Limits(throttles.SEND_CODE, throttles.TRY_CODE),
        title=pgettext("to referee", "One code, so that nobody signs in your name"),
        why=words % to,
        **around(asked, token, "code"),
    )


@dataclass(frozen=True)
class Limits:
    send: throttle.Limit
    tries: throttle.Limit


def page(
    request: HttpRequest,
    *,
    key: str,
    mailbox: str,
    here: str,
    send: Callable[[], None],
    check: Callable[[str], Result],
    finish: Callable[[], HttpResponse],
    limits: Limits,
    title: str,
    why: str,
    **context: Any,
) -> HttpResponse:
    """Six digits to a mailbox, and what comes when they are right. `key` is what the limits count by."""
    if "send" in request.POST:
        throttle.require(request, limits.send, key=key)
        send()
        return redirect(f"{here}?sent")
    form = CodeForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        throttle.require(request, limits.tries, key=key)
        result = check(form.cleaned_data["code"])
        if result is Result.OK:
            return finish()
        form.add_error("code", why_not(result))
    sent_to = pgettext("to referee", "We have sent 6 digits to %(mailbox)s. They hold for 10 minutes.")
    form.fields["code"].help_text = sent_to % {"mailbox": mailbox}
    sent = request.method == "POST" or "sent" in request.GET
    said = {**context, "template": "references/code.html", "why": why, "sent": sent}
    return pages.ask(request, form, title=title, **said)


def known_now(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """The digits were right, in this browser."""
    request.session["referee"] = [*request.session.get("referee", []), asked.public_id][-20:]
    asked.refresh_from_db(fields=["confirmed_at"])
    return go_on(request, asked, token)


def send_at_once(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """The POST of the page before sends the digits already, so that the next page only asks for them.

    Digits that are on their way hold: who goes back to change a word does not get new ones.
    """
    if is_known(request, asked) or in_person(asked) or not asked.referee_email:  # the next page asks where to first
        return go_on(request, asked, token)
    waiting = codes.is_waiting(purpose=actions.PURPOSE, subject=asked.public_id, email=asked.referee_email)
    if not waiting:
        if not throttle.allow(request, throttles.SEND_CODE, key=asked.public_id):
            return go_on(request, asked, token)
        actions.send_code(by=person(request), request=asked)
    return redirect(f"{reverse('references:step', args=[token, 'code'])}?sent")


def why_not(result: Result) -> str:
    """What to do with digits that were not right."""
    return {
        Result.WRONG: pgettext("to referee", "This is not the code. Look at the newest mail."),
        Result.EXPIRED: pgettext("to referee", "This code is too old. Let us send you a new one."),
        Result.TOO_MANY: pgettext("to referee", "Those were 5 tries. Let us send you a new code."),
    }[result]
