"""The code to the mailbox that was asked, so that nobody signs in another's name."""

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
    here = reverse("references:step", args=[token, "code"])
    if "send" in request.POST:
        throttle.require(request, throttles.SEND_CODE, key=asked.public_id)
        actions.send_code(by=person(request), request=asked)
        return redirect(f"{here}?sent")
    form = CodeForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        throttle.require(request, throttles.TRY_CODE, key=asked.public_id)
        result = actions.confirm_mailbox(by=person(request), request=asked, code=form.cleaned_data["code"])
        if result is Result.OK:
            return known_now(request, asked, token)
        form.add_error("code", why(result))
    sent = request.method == "POST" or "sent" in request.GET
    sent_to = pgettext("to referee", "We have sent 6 digits to %(mailbox)s. They hold for 10 minutes.")
    form.fields["code"].help_text = sent_to % {"mailbox": asked.referee_email}
    context = {
        "sent": sent,
        "why": pgettext("to referee", "We send 6 digits to %(mailbox)s. Then we know that it is you who signs.")
        % {"mailbox": asked.referee_email},
        **around(asked, token, "code"),
        "template": "references/code.html",
    }
    title = pgettext("to referee", "One code, so that nobody signs in your name")
    return pages.ask(request, form, title=title, **context)


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


def why(result: Result) -> str:
    """What to do with digits that were not right."""
    return {
        Result.WRONG: pgettext("to referee", "This is not the code. Look at the newest mail."),
        Result.EXPIRED: pgettext("to referee", "This code is too old. Let us send you a new one."),
        Result.TOO_MANY: pgettext("to referee", "Those were 5 tries. Let us send you a new code."),
    }[result]
